#include "ui/screens/shell/help_pages.h"
#include <QDir>
#include <QFile>
#include <QLocale>
#include <algorithm>

// A resource of a static library is there only once it is asked for, and outside any namespace.
static void initHelp() { Q_INIT_RESOURCE(voxdesk_help); }

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString kFolder = u":/help/"_s;
}

QString helpText(const QString &name)
{
    initHelp();
    const QString language = QLocale().name().section(u'_', 0, 0);
    for (const QString &ending : {u"-"_s + language, QString()}) {
        QFile file(kFolder + name + ending + u".md"_s);
        if (file.open(QIODevice::ReadOnly)) return QString::fromUtf8(file.readAll());
    }
    return {};
}

QList<HelpPage> helpPages()
{
    initHelp();
    QList<HelpPage> pages;
    for (const QString &file : QDir(kFolder).entryList({u"*.md"_s})) {
        const QString name = file.chopped(3);
        if (name.endsWith("-ru"_L1)) continue; // another language of a page
        const QStringList lines = helpText(name).split(u'\n');
        const auto heading = std::find_if(lines.begin(), lines.end(), [](const QString &line) { return line.startsWith("# "_L1); });
        pages.append({name, heading == lines.end() ? name : heading->mid(2).trimmed()});
    }
    std::sort(pages.begin(), pages.end(), [](const HelpPage &a, const HelpPage &b) { return a.title.localeAwareCompare(b.title) < 0; });
    return pages;
}

} // namespace vox
