#include "tests/arch/rules.h"
#include <QDirIterator>
#include <QLibraryInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox::arch;

// The whole checkout keeps the house rules, and each rule is shown to be able to fail.
class TestHouse : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void checkoutKeepsTheRules();
    void everyFolderIsInTheTable();
    void ruleCatches_data();
    void ruleCatches();
    void ruleLetsPass_data();
    void ruleLetsPass();
    void everyRuleIsShownToFail();

private:
    static QString read(const QString &path);
    World m_world;
    World m_example; // a small house of its own, so that the table may change
    QSet<QString> m_shown;
};

QString TestHouse::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestHouse::initTestCase()
{
    m_world.table = Table::parse(read(QStringLiteral(VOX_BINARY_DIR "/modules.txt")));
    m_world.qt = readQtHeaders(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    m_example.qt = m_world.qt;
    m_example.table = Table::parse(uR"(models/base: | Qt6::Core
models/dialogue: models/base | Qt6::Core
models/store: models/base | Qt6::Core
app/realtime: | Threads::Threads
app/workspace: models/store models/base | Qt6::Core
app/host: models/base app/realtime | Qt6::Core
app/ctl: models/base | Qt6::Core
ui/kit: models/base | Qt6::Core Qt6::Gui Qt6::Widgets
ui/screens: ui/kit app/workspace models/base | Qt6::Core Qt6::Gui Qt6::Widgets)"_s);
    QVERIFY(m_world.table.rows.contains(u"models/base"_s));
    QCOMPARE(m_world.qt.value(u"QLabel"_s), u"Widgets"_s);
}

void TestHouse::checkoutKeepsTheRules()
{
    const QDir root(QStringLiteral(VOX_SOURCE_DIR));
    int files = 0;
    QStringList said;
    for (const QString &folder : {u"models"_s, u"app"_s, u"ui"_s, u"tests"_s})
        for (QDirIterator each(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            const QString path = each.next();
            ++files;
            for (const Finding &finding : check(Source(root.relativeFilePath(path), read(path)), m_world)) said += finding.text();
        }
    QVERIFY(files > 0);
    said.sort();
    for (const QString &line : said) qWarning("%s", qPrintable(line)); // a failure message would be cut short
    QVERIFY2(said.isEmpty(), qPrintable(u"%1 breaches, listed above"_s.arg(said.size())));
}

void TestHouse::everyFolderIsInTheTable()
{
    const QDir root(QStringLiteral(VOX_SOURCE_DIR));
    const QStringList allowed = {u"app"_s, u"cmake"_s, u"installer"_s, u"models"_s, u"resources"_s, u"tests"_s, u"tools"_s, u"translations"_s, u"ui"_s, u"build"_s};
    for (const QString &folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QVERIFY2(allowed.contains(folder), qPrintable(folder + u" at the root: further root entries are files"_s));
}

void TestHouse::ruleCatches_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &rule, const QString &path, const QString &text) {
        QTest::newRow(name) << rule << path << text;
    };
    const QString source = u"app/host/call.cpp"_s;
    row("needs what it did not declare", u"include"_s, u"models/base/text.cpp"_s, u"#include \"ui/kit/theme.h\"\n"_s);
    row("only what is declared directly", u"include"_s, u"ui/screens/a.cpp"_s, u"#include \"app/calls/calls.h\"\n"_s);
    row("not from the root", u"include"_s, u"models/base/text.cpp"_s, u"#include \"text.h\"\n"_s);
    row("a folder without a row", u"include"_s, u"app/nowhere/a.cpp"_s, u"int a;\n"_s);
    row("widgets below ui", u"qt"_s, source, u"#include <QLabel>\n"_s);
    row("multimedia outside devices", u"qt"_s, u"ui/screens/a.cpp"_s, u"#include <QtMultimedia/QAudioSource>\n"_s);
    row("qt in the real-time parts", u"qt"_s, u"app/realtime/ring.h"_s, u"#pragma once\n#include <QString>\n"_s);
    row("sqlite outside the store", u"sql"_s, u"app/workspace/a.cpp"_s, u"#include <sqlite3.h>\n"_s);
    row("beast outside the api", u"beast"_s, source, u"#include <boost/beast/core.hpp>\n"_s);
    row("a browser outside ui/web", u"web"_s, u"ui/screens/a.cpp"_s, u"#include <QWebEngineView>\n"_s);
    row("a thread in models", u"pure"_s, u"models/dialogue/a.cpp"_s, u"std::thread worker;\n"_s);
    row("a clock in models", u"pure"_s, u"models/base/ids.cpp"_s, u"auto n = QDateTime::currentMSecsSinceEpoch();\n"_s);
    row("a timer in the host", u"clock"_s, source, u"QTimer m_timer;\n"_s);
    row("an English sentence of voxctl", u"ctl"_s, u"app/ctl/talk.cpp"_s, u"print(u\"All is well.\"_s);\n"_s);
    row("a sentence below ui", u"tr"_s, source, u"auto s = tr(\"Call ended\");\n"_s);
    row("a sleep in a test", u"sleep"_s, u"tests/unit/a/test_a.cpp"_s, u"QTest::qWait(100);\n"_s);
    row("a nested loop", u"loop"_s, source, u"QEventLoop loop;\n"_s);
    row("a modal dialog", u"modal"_s, u"ui/screens/a.cpp"_s, u"dialog.exec();\n"_s);
    row("an exception", u"throw"_s, source, u"throw 1;\n"_s);
    row("a singleton", u"single"_s, source, u"static Theme &instance();\n"_s);
    row("a vague class", u"vague"_s, source, u"class CallManager {\n"_s);
    row("a promise", u"later"_s, source, u"// TO" "DO: later\n"_s);
    row("a banner", u"banner"_s, source, u"// ---------- parts\n"_s);
    row("a camel file", u"name"_s, u"app/host/CallHost.cpp"_s, u"int a;\n"_s);
    row("a vague file", u"name"_s, u"app/host/call_util.cpp"_s, u"int a;\n"_s);
    row("no guard", u"guard"_s, u"app/host/call.h"_s, u"#ifndef CALL_H\n"_s);
    row("a class without a word", u"said"_s, u"app/host/call.h"_s, u"#pragma once\n\nclass Call {\n};\n"_s);
    row("a file for a lifetime", u"size"_s, source, QString(600, u'\n'));
    row("a tab", u"layout"_s, source, u"\tint a;\n"_s);
    row("an endless line", u"layout"_s, source, QString(250, u'a') + u'\n');
    row("no last end", u"layout"_s, source, u"int a;"_s);
}

void TestHouse::ruleCatches()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QStringList found;
    for (const Finding &finding : check(Source(path, text), m_example)) found += finding.rule;
    QCOMPARE(found, QStringList{rule});
    m_shown.insert(rule);
}

void TestHouse::ruleLetsPass_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("its own header") << u"models/base/text.cpp"_s << u"#include \"models/base/text.h\"\n#include <QString>\n"_s;
    QTest::newRow("a declared need") << u"ui/screens/a.cpp"_s << u"#include \"ui/kit/theme.h\"\n#include <QLabel>\n"_s;
    QTest::newRow("a word in a comment") << u"models/base/a.cpp"_s << u"// We never throw, and sleep() is far away.\n"_s;
    QTest::newRow("a word in a literal") << u"models/base/a.cpp"_s << u"auto s = u\"throw QTimer\"_s;\n"_s;
    QTest::newRow("digits with quotes") << u"models/base/a.cpp"_s << u"int n = 1'000'000; // throw\nint m = 2'000;\n"_s;
    QTest::newRow("the test of a module") << u"tests/unit/a/test_a.cpp"_s << u"#include \"anything.h\"\n#include <QTest>\n"_s;
    QTest::newRow("a class that is only named") << u"app/host/call.h"_s << u"#pragma once\n\nclass Call;\n\n// A call.\nclass Call {\n};\n"_s;
    QTest::newRow("a clock outside the host") << u"app/realtime/a.cpp"_s << u"auto now = std::chrono::steady_clock::now();\n"_s;
}

void TestHouse::ruleLetsPass()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QStringList found;
    for (const Finding &finding : check(Source(path, text), m_example)) found += finding.text();
    QCOMPARE(found, QStringList());
}

void TestHouse::everyRuleIsShownToFail()
{
    for (const Rule &rule : rules()) QVERIFY2(m_shown.contains(rule.id), qPrintable(rule.id));
}

QTEST_GUILESS_MAIN(TestHouse)
#include "test_house.moc"
