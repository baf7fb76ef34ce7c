#include "ui/screens/when_text.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
QString words(const char *text) { return QCoreApplication::translate("vox::When", text); }
} // namespace

QString whenText(UtcMs when, UtcMs now)
{
    if (when.value <= 0) return {};
    const QLocale locale;
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(when.value), today = QDateTime::fromMSecsSinceEpoch(now.value);
    const QString time = locale.toString(then.time(), u"HH:mm"_s);
    const qint64 days = then.date().daysTo(today.date());
    if (days == 0) return words(QT_TRANSLATE_NOOP("vox::When", "today %1")).arg(time);
    if (days == 1) return words(QT_TRANSLATE_NOOP("vox::When", "yesterday %1")).arg(time);
    if (days == -1) return words(QT_TRANSLATE_NOOP("vox::When", "tomorrow %1")).arg(time);
    return locale.toString(then.date(), then.date().year() == today.date().year() ? u"d MMMM"_s : u"d MMMM yyyy"_s) + u", "_s + time;
}

QString authorText(const QString &author)
{
    if (author == "owner"_L1) return words(QT_TRANSLATE_NOOP("vox::When", "You"));
    if (author == "merge"_L1) return words(QT_TRANSLATE_NOOP("vox::When", "Merge"));
    if (author == "import"_L1) return words(QT_TRANSLATE_NOOP("vox::When", "Import"));
    if (author == "demo"_L1) return words(QT_TRANSLATE_NOOP("vox::When", "Demo"));
    return author;
}

} // namespace vox
