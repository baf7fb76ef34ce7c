#include "ui/screens/shell/place_titles.h"
#include <QCoreApplication>

namespace vox {

using namespace Qt::StringLiterals;

QString placeTitle(const QString &key)
{
    const auto word = [](const char *text) { return QCoreApplication::translate("Places", text); };
    if (key == "today"_L1) return word(QT_TRANSLATE_NOOP("Places", "Today"));
    if (key == "agents"_L1) return word(QT_TRANSLATE_NOOP("Places", "Agents"));
    if (key == "bench"_L1) return word(QT_TRANSLATE_NOOP("Places", "Test bench"));
    if (key == "conversations"_L1) return word(QT_TRANSLATE_NOOP("Places", "Conversations"));
    if (key == "settings"_L1) return word(QT_TRANSLATE_NOOP("Places", "Settings"));
    return key;
}

} // namespace vox
