#include "tests/arch/rules.h"
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vox::arch {

namespace {

using Findings = std::vector<Finding>;
using Check = std::function<void(const Source &, const World &, Findings &)>;

const QStringList kProduct = {u"models/"_s, u"app/"_s, u"ui/"_s};
const QStringList kEverywhere = {u"models/"_s, u"app/"_s, u"ui/"_s, u"tests/"_s};
constexpr int kLongestLine = 220; // 120 is the aim; rows of tables may be wider
const QStringList kQtModules = {u"Core"_s, u"Gui"_s, u"Widgets"_s, u"Network"_s, u"Concurrent"_s, u"Multimedia"_s, u"Svg"_s, u"Test"_s};

// The text with comments and the insides of literals blanked; line breaks stay where they are.
QString withoutCommentsAndLiterals(const QString &text)
{
    static const QRegularExpression parts(
        uR"re(//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')re"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString out;
    qsizetype from = 0;
    for (auto all = parts.globalMatch(text); all.hasNext();) {
        const auto part = all.next();
        // A quote between digits separates them: 1'000.
        const bool separator = part.captured().startsWith(u'\'') && part.capturedStart() > 0
            && text[part.capturedStart() - 1].isLetterOrNumber();
        out += text.mid(from, part.capturedStart() - from);
        out += separator ? part.captured() : QString(part.captured().count(u'\n'), u'\n');
        from = part.capturedEnd();
    }
    return out + text.mid(from);
}

// Words that may not stand in the code of these folders, unless the file is in one of the exceptions.
Rule ban(const QString &id, const QString &pattern, const QStringList &folders, const QStringList &except, const QString &why)
{
    const QRegularExpression expression(pattern);
    Q_ASSERT(expression.isValid());
    return {id, [=](const Source &source, const World &, Findings &found) {
                if (!source.isIn(folders) || source.isIn(except)) return;
                for (qsizetype i = 0; i < source.code.size(); ++i)
                    if (source.code[i].contains(expression)) found.push_back({id, source.path, int(i) + 1, why});
            }};
}

// The same for whole lines, comments included.
Rule banText(const QString &id, const QString &pattern, const QString &why, const QStringList &folders = {})
{
    const QRegularExpression expression(pattern);
    return {id, [=](const Source &source, const World &, Findings &found) {
                if (!folders.isEmpty() && !source.isIn(folders)) return;
                for (qsizetype i = 0; i < source.lines.size(); ++i)
                    if (source.lines[i].contains(expression)) found.push_back({id, source.path, int(i) + 1, why});
            }};
}

// Calls see(line, header, quoted) for every include.
void eachInclude(const Source &source, const std::function<void(int, const QString &, bool)> &see)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    for (qsizetype i = 0; i < source.lines.size(); ++i)
        if (const auto match = include.match(source.lines[i]); match.hasMatch())
            see(int(i) + 1, match.captured(2), match.captured(1) == u"\""_s);
}

// An include names its file from the checkout's root, and only modules that the table gives to this one.
void checkIncludes(const Source &source, const World &world, Findings &found)
{
    if (!source.isIn(kProduct)) return;
    const QString module = world.table.moduleOf(source.path);
    if (module.isEmpty()) {
        found.push_back({u"include"_s, source.path, 1, u"the module table has no row for this folder"_s});
        return;
    }
    eachInclude(source, [&](int line, const QString &header, bool quoted) {
        const auto say = [&](const QString &why) { found.push_back({u"include"_s, source.path, line, why}); };
        if (!quoted || header == "vox_build.h"_L1 || header.endsWith(".moc"_L1)) return;
        if (!Source(header, {}).isIn(kEverywhere)) return say(u"write it from the checkout's root: %1"_s.arg(header));
        const QString used = world.table.moduleOf(header);
        if (used.isEmpty()) return say(u"%1 is in no module"_s.arg(header));
        if (used != module && !world.table.rows[module].needs.contains(used))
            say(u"%1 does not declare that it needs %2 (cmake/VoxTable.cmake)"_s.arg(module, used));
    });
}

// A Qt header comes from a Qt module that the row links: no Widgets below ui, no Qt at all in the real-time parts.
void checkQt(const Source &source, const World &world, Findings &found)
{
    const QString module = world.table.moduleOf(source.path);
    if (module.isEmpty()) return;
    eachInclude(source, [&](int line, const QString &header, bool) {
        const QString folder = header.startsWith("Qt"_L1) ? header.section(u'/', 0, 0).mid(2) : QString();
        const bool namesModule = kQtModules.contains(folder);
        const QString qt = namesModule ? folder : world.qt.value(header.section(u'/', -1));
        if (!qt.isEmpty() && !world.table.rows[module].qt.contains(qt))
            found.push_back({u"qt"_s, source.path, line, u"%1 is of Qt %2, which %3 does not link"_s.arg(header, qt, module)});
    });
}

// Libraries that have one door.
Rule door(const QString &id, const QString &header, const QStringList &allowed)
{
    const QRegularExpression expression(header);
    return {id, [=](const Source &source, const World &, Findings &found) {
                if (source.isIn(allowed)) return;
                eachInclude(source, [&](int line, const QString &name, bool) {
                    if (name.contains(expression)) found.push_back({id, source.path, line, u"%1: only in %2"_s.arg(name, allowed.join(u' '))});
                });
            }};
}

void checkName(const Source &source, const World &, Findings &found)
{
    static const QRegularExpression snake(u"^[a-z][a-z0-9_]*\\.(h|cpp)$"_s), vague(u"(manager|helper|util)s?\\."_s);
    const QString name = source.path.section(u'/', -1);
    if (!name.contains(snake)) found.push_back({u"name"_s, source.path, 1, u"file names are lower-case with underscores"_s});
    if (name.contains(vague)) found.push_back({u"name"_s, source.path, 1, u"say what it does, not that it helps"_s});
}

void checkGuard(const Source &source, const World &, Findings &found)
{
    if (!source.path.endsWith(".h"_L1)) return;
    for (const QString &line : source.code) {
        if (line.trimmed().isEmpty()) continue;
        if (line.trimmed() != "#pragma once"_L1) found.push_back({u"guard"_s, source.path, 1, u"a header begins with #pragma once"_s});
        return;
    }
}

// The first class of a header has its sentences directly above it: what for, who owns it, which thread.
void checkSaid(const Source &source, const World &, Findings &found)
{
    static const QRegularExpression opens(uR"(^class (?:\[\[\w+\]\] )?(\w+)[^;]*$)"_s), above(uR"(^(//|template\b|using\b|inline\b|enum\b|struct\b|class\b|\}))"_s);
    if (!source.path.endsWith(".h"_L1) || !source.isIn(kProduct)) return;
    for (qsizetype i = 1; i < source.code.size(); ++i) {
        if (!source.code[i].contains(opens)) continue;
        if (!source.lines[i - 1].contains(above))
            found.push_back({u"said"_s, source.path, int(i) + 1, u"say above the class what it is for, who owns it and on which thread"_s});
        return;
    }
}

// Layout that no reader should have to think about; the rest is taste.
void checkLayout(const Source &source, const World &, Findings &found)
{
    const auto say = [&](qsizetype line, const QString &why) { found.push_back({u"layout"_s, source.path, int(line) + 1, why}); };
    for (qsizetype i = 0; i < source.lines.size(); ++i) {
        const QString &line = source.lines[i];
        if (line.contains(u'\t')) say(i, u"a tab"_s);
        if (line.endsWith(u' ') || line.endsWith(u'\r')) say(i, u"blanks at the end"_s);
        if (line.size() > kLongestLine) say(i, u"%1 columns"_s.arg(line.size()));
    }
    if (!source.text.isEmpty() && !source.text.endsWith(u'\n')) say(source.lines.size() - 1, u"the last line has no end"_s);
}

void checkSize(const Source &source, const World &, Findings &found)
{
    if (source.isIn(kProduct) && source.lines.size() > 500)
        found.push_back({u"size"_s, source.path, 501, u"split it: %1 lines"_s.arg(source.lines.size())});
}

} // namespace

Table Table::parse(const QString &text)
{
    Table table;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        Row &row = table.rows[line.section(u':', 0, 0).trimmed()];
        const QString rest = line.section(u':', 1);
        const QStringList needs = rest.section(u'|', 0, 0).split(u' ', Qt::SkipEmptyParts);
        row.needs = QSet<QString>(needs.begin(), needs.end());
        for (const QString &link : rest.section(u'|', 1).split(u' ', Qt::SkipEmptyParts))
            if (link.startsWith("Qt6::"_L1)) row.qt.insert(link.mid(5));
    }
    return table;
}

QString Table::moduleOf(const QString &path) const
{
    QString best;
    for (auto row = rows.keyBegin(); row != rows.keyEnd(); ++row)
        if (path.startsWith(*row + u'/') && row->size() > best.size()) best = *row;
    return best;
}

QtHeaders readQtHeaders(const QString &includeFolder)
{
    QtHeaders out;
    for (const QString &module : kQtModules)
        for (const QString &header : QDir(includeFolder + "/Qt"_L1 + module).entryList(QDir::Files)) out.insert(header, module);
    return out;
}

Source::Source(const QString &path, const QString &text)
    : path(path), text(text), lines(text.split(u'\n')), code(withoutCommentsAndLiterals(text).split(u'\n'))
{
}

bool Source::isIn(const QStringList &folders) const
{
    return std::any_of(folders.begin(), folders.end(), [this](const QString &folder) { return path.startsWith(folder); });
}

QString Finding::text() const
{
    return u"%1:%2: [%3] %4"_s.arg(path).arg(line).arg(rule, why);
}

const std::vector<Rule> &rules()
{
    static const QStringList pure = {u"models/"_s};
    static const std::vector<Rule> all = {
        {u"include"_s, checkIncludes},
        {u"qt"_s, checkQt},
        door(u"sql"_s, u"^(sqlite3|libpq|postgres|pq)"_s, {u"models/store/"_s, u"tests/store/"_s, u"tests/unit/models/store/"_s}),
        door(u"beast"_s, u"^boost/(beast|asio)"_s, {u"app/api/"_s, u"app/providers/net/"_s, u"tests/support/"_s}),
        door(u"web"_s, u"WebEngine"_s, {u"ui/web/"_s}),
        ban(u"pure"_s,
            uR"(\b(QThread|QThreadPool|QtConcurrent|QTimer|QElapsedTimer|QDeadlineTimer|Q(Tcp|Udp|Local|Web|Ssl)\w*(Socket|Server)|std::j?thread|std::async|\w+_clock\b|currentDateTime\w*|currentM?SecsSinceEpoch))"_s,
            pure, {u"models/store/"_s}, u"models know no thread, no socket and no clock: they are given what they need"_s),
        ban(u"clock"_s, uR"(\b(QTimer|QElapsedTimer|QDeadlineTimer|currentDateTime\w*|currentM?SecsSinceEpoch|system_clock|steady_clock)\b)"_s,
            {u"app/host/"_s}, {}, u"all time in the host comes from Clock, so that a call can run on a virtual one"_s),
        ban(u"tr"_s, uR"((\b|::)(tr|translate)\s*\()"_s, {u"models/"_s, u"app/"_s}, {u"app/wording/"_s}, u"sentences are made in ui and app/wording"_s),
        banText(u"ctl"_s, u"\\b(print|complain|wrong|usage|flag|value|Usage)\\b.*u\"[^\"]*[A-Za-z]{3} [a-z]{2}"_s,
                u"voxctl speaks through translated(\"voxctl\", …)"_s, {u"app/ctl/"_s}),
        ban(u"sleep"_s, uR"(\b(sleep|msleep|usleep|nanosleep|sleep_for|sleep_until|qSleep|qWait)\s*\()"_s, kEverywhere, {}, u"wait for what happens, not for time"_s),
        ban(u"loop"_s, uR"(\b(QEventLoop|processEvents|waitForReadyRead|waitForBytesWritten|waitForConnected)\b)"_s, kProduct, {u"app/ctl/"_s},
            u"no nested event loops: continue in a slot"_s),
        ban(u"modal"_s, uR"((\.|->)exec\s*\(\s*\))"_s, {u"ui/"_s}, {}, u"open() a dialog and connect to it: exec() is a nested event loop"_s),
        ban(u"throw"_s, uR"(\bthrow\b)"_s, kProduct, {}, u"failures are Result<T>"_s),
        ban(u"single"_s, uR"(\bQ_GLOBAL_STATIC\b|\bstatic\s+\w+\s*[&*]\s*(instance|self|get|the)\s*\(\s*\))"_s, kProduct, {}, u"no singletons: pass a reference"_s),
        ban(u"vague"_s, uR"(\b(class|struct)\s+\w*(Manager|Helper|Util|Utils)\b)"_s, kEverywhere, {}, u"say what it does, not that it helps"_s),
        banText(u"later"_s, u"\\b(TO" "DO|FIX" "ME|HA" "CK|XX" "X)\\b"_s, u"do it now or write an issue"_s),
        banText(u"banner"_s, uR"(^\s*(//|/\*)\s*[-=*#~]{6,})"_s, u"no banner comments: a file that needs them is two files"_s),
        {u"name"_s, checkName},
        {u"guard"_s, checkGuard},
        {u"said"_s, checkSaid},
        {u"size"_s, checkSize},
        {u"layout"_s, checkLayout},
    };
    return all;
}

std::vector<Finding> check(const Source &source, const World &world)
{
    std::vector<Finding> found;
    for (const Rule &rule : rules()) rule.check(source, world, found);
    return found;
}

} // namespace vox::arch
