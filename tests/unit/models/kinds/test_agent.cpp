#include "models/dialogue/program.h"
#include "models/documents/document_file.h"
#include "models/documents/merge.h"
#include "models/kinds/agents/agent.h"
#include "models/kinds/kinds.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vox;
using namespace Qt::StringLiterals;

// The rules of the kind "agent", and the demo agents walked through their graphs.
class TestAgent : public QObject {
    Q_OBJECT

    static QByteArray demo(const QString &name)
    {
        QFile file(QStringLiteral(VOX_SOURCE_DIR "/resources/demo/") + name + u".json"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static ParsedFile parse(const QByteArray &bytes) { return parseDocumentFile(agentKind(), bytes, {1}); }

private slots:
    void refusals_data();
    void refusals();
    void warnings();
    void walks_data();
    void walks();
    void mergeLosesNoEdge();
    void mutations();
};

void TestAgent::refusals_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *was, const char *becomes, const QString &path) {
        QTest::newRow(name) << QByteArray(was) << QByteArray(becomes) << path;
    };
    row("unknown field", "\"goal_ms\": 800", "\"goal_ms\": 800, \"colour\": 1", u"/colour"_s);
    row("goal out of range", "\"goal_ms\": 800", "\"goal_ms\": 5", u"/goal_ms"_s);
    row("no language tag", "\"languages\": [\"en\"]", "\"languages\": [\"english language\"]", u"/languages/0"_s);
    row("language twice", "\"languages\": [\"en\"]", "\"languages\": [\"en\", \"en\"]", u"/languages/1"_s);
    row("variable's name", "\"name\": \"order_code\"", "\"name\": \"order code\"", u"/variables/0/name"_s);
    row("variable twice", "\"name\": \"delivery_day\"", "\"name\": \"order_code\"", u"/variables/1/name"_s);
    row("intent twice", "\"name\": \"person\"", "\"name\": \"goodbye\"", u"/intents/4/name"_s);
    row("dangling edge", "\"to\": \"greeting\"", "\"to\": \"nowhere\"", u"/flow/edges/0/to"_s);
    row("edge without a port", "\"port\": \"next\"", "\"port\": \"\"", u"/flow/edges/0/port"_s);
    row("broken expression", "misses + 1.0", "misses + ", {});
    row("unknown variable", "\"variable\": \"misses\"", "\"variable\": \"missed\"", {});
    row("position is text", "\"x\": 1024", "\"x\": \"left\"", {});
    row("node type unknown", "\"type\": \"knowledge\"", "\"type\": \"oracle\"", {});
}

void TestAgent::refusals()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(QString, path);
    QByteArray bytes = demo(u"order_desk"_s);
    const qsizetype at = bytes.indexOf(was);
    QVERIFY(at >= 0);
    bytes.replace(at, was.size(), becomes);
    const ParsedFile parsed = parse(bytes);
    QVERIFY(!parsed.file);
    QStringList paths;
    for (const Problem &problem : parsed.problems)
        if (problem.severity == Problem::Severity::Error) paths.append(problem.path);
    QVERIFY(!paths.isEmpty());
    if (!path.isEmpty()) QVERIFY2(paths.contains(path), qPrintable(paths.join(u' ')));
}

void TestAgent::warnings()
{
    QByteArray bytes = demo(u"order_desk"_s);
    bytes.replace("\"voices\": {}", "\"voices\": {\"ru\": \"anna\"}"); // a voice for a language it does not speak
    const ParsedFile parsed = parse(bytes);
    QVERIFY(parsed.file);
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems.first().path, u"/voices/ru"_s);
    QCOMPARE(parsed.problems.first().severity, Problem::Severity::Warning);
    QCOMPARE(findKind(u"agent"_s), &agentKind());
    QVERIFY(!findKind(u"nothing"_s));
}

void TestAgent::walks_data()
{
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QStringList>("caller");
    QTest::addColumn<QString>("heard");   // in what the agent said last
    QTest::addColumn<QString>("outcome"); // empty: still talking
    QTest::newRow("order on its way") << u"order_desk"_s << QStringList{u"where is my order"_s, u"four zero one one seven"_s, u"yes"_s}
                                      << u"left the warehouse"_s << QString();
    QTest::newRow("order in the shop") << u"order_desk"_s << QStringList{u"where is my order"_s, u"71234"_s, u"yes"_s} << u"Mill Street"_s << QString();
    QTest::newRow("wrong code, then none") << u"order_desk"_s << QStringList{u"where is my order"_s, u"11111"_s, u"yes"_s, u"no"_s, u"no"_s}
                                           << u"Goodbye"_s << u"completed"_s;
    QTest::newRow("handbook") << u"order_desk"_s << QStringList{u"how much does delivery cost"_s} << u"four dollars ninety"_s << QString();
    QTest::newRow("new day") << u"order_desk"_s << QStringList{u"I want to change my delivery"_s, u"next Friday"_s, u"five oh three five five five zero one four two"_s}
                             << u"I have moved your delivery to"_s << QString();
    QTest::newRow("no Sundays") << u"order_desk"_s << QStringList{u"I want to change my delivery"_s, u"on Sunday"_s} << u"Which day"_s << QString();
    QTest::newRow("a person, anywhere") << u"order_desk"_s << QStringList{u"where is my order"_s, u"I want to speak to a person"_s}
                                        << u"order team"_s << u"handed_over"_s;
    QTest::newRow("silence") << u"order_desk"_s << QStringList{{}, {}, {}} << u"cannot hear you"_s << u"completed"_s;
    QTest::newRow("нет интернета, помогло") << u"first_line"_s << QStringList{u"не работает интернет"_s, u"нет"_s, u"готово"_s, u"да"_s, u"нет"_s}
                                            << u"До свидания"_s << u"completed"_s;
    QTest::newRow("нет интернета, мастер") << u"first_line"_s << QStringList{u"нет интернета"_s, u"да"_s, u"готово"_s, u"нет"_s, u"завтра"_s}
                                           << u"мастер придёт"_s << QString();
    QTest::newRow("тарифы") << u"first_line"_s << QStringList{u"какие есть тарифы"_s} << u"три тарифа"_s << QString();
    QTest::newRow("база знаний") << u"first_line"_s << QStringList{u"сколько стоит постоянный адрес"_s} << u"сто рублей"_s << QString();
    QTest::newRow("оператор") << u"first_line"_s << QStringList{u"соедините с оператором"_s} << u"Соединяю"_s << u"handed_over"_s;
}

void TestAgent::walks()
{
    QFETCH(QString, agent);
    QFETCH(QStringList, caller);
    QFETCH(QString, heard);
    QFETCH(QString, outcome);
    const ParsedFile parsed = parse(demo(agent));
    QVERIFY(parsed.file);
    const Agent content = fromJson<Agent>(parsed.file->content);
    const auto program = Program::compile(scriptOf(content));
    QVERIFY(program);
    const UtcMs now{1'767'225'600'000 + 12 * 3'600'000}; // Thursday, 1 January 2026
    const QString language = content.languages.first();

    QString said, ended;
    const auto take = [&](DialogueStep step) {
        said.clear();
        for (const DialogueAction &action : step.actions) {
            if (const auto *say = std::get_if<Say>(&action)) said += say->text + u' ';
            if (const auto *end = std::get_if<EndCall>(&action)) ended = end->outcome;
        }
        return step.state;
    };
    DialogueState state = take(advance(**program, initialState(**program, language), {CallStarted{language, now, {}}}));
    for (const QString &words : caller) {
        QVERIFY2(ended.isEmpty(), qPrintable(words));
        state = take(advance(**program, state, {SpeechEnded{said, false}}));
        if (words.isEmpty()) state = take(advance(**program, state, {CallerSilent{8000}}));
        else state = take(advance(**program, state, {CallerSaid{words, {}, 1, true, now}}));
    }
    QVERIFY2(said.contains(heard), qPrintable(said));
    QCOMPARE(ended, outcome);
}

void TestAgent::mergeLosesNoEdge()
{
    const QJsonObject base = parse(demo(u"blank_en"_s)).file->content;
    // We delete the question; they lead one more outcome to it.
    QJsonObject ourFlow = base.value("flow"_L1).toObject(), theirFlow = ourFlow;
    QJsonArray nodes = ourFlow.value("nodes"_L1).toArray(), edges = theirFlow.value("edges"_L1).toArray();
    nodes.removeAt(1);
    ourFlow.insert("nodes"_L1, nodes);
    ourFlow.insert("edges"_L1, QJsonArray());
    edges.append(QJsonObject{{u"id"_s, u"new"_s}, {u"from"_s, u"question"_s}, {u"port"_s, u"silence"_s}, {u"to"_s, u"question"_s}});
    theirFlow.insert("edges"_L1, edges);
    QJsonObject ours = base, theirs = base;
    ours.insert("flow"_L1, ourFlow);
    theirs.insert("flow"_L1, theirFlow);
    const Merged merged = merge(base, ours, theirs, agentKind());
    QCOMPARE(merged.conflicts.size(), 1);
    QCOMPARE(merged.conflicts.first().path, u"/flow/edges/new"_s);
}

void TestAgent::mutations()
{
    const QByteArray good = demo(u"order_desk"_s);
    QRandomGenerator random(5);
    for (int round = 0; round < 150; ++round) {
        QByteArray bytes = good;
        // Swaps a piece for another piece of the same file: stays JSON more often than noise does.
        for (int i = 0; i < 2; ++i) {
            const int from = int(random.bounded(int(bytes.size()))), to = int(random.bounded(int(bytes.size())));
            bytes.replace(to, int(random.bounded(1, 12)), bytes.mid(from, int(random.bounded(1, 12))));
        }
        const ParsedFile parsed = parse(bytes);
        QVERIFY(parsed.file || hasErrors(parsed.problems));
    }
}

QTEST_GUILESS_MAIN(TestAgent)
#include "test_agent.moc"
