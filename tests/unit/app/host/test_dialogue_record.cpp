#include "app/host/dialogue_record.h"
#include "models/conversation/log.h"
#include "tests/support/talk_run.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace vox::stubs;
using namespace Qt::StringLiterals;

// What a log tells of a dialogue that was cut off anywhere, and that going on from it does nothing twice.
class TestDialogueRecord : public QObject {
    Q_OBJECT
private slots:
    void stateComesBack();
    void checkpointsDoNotGrow();
    void olderLogs();
    void nothingIsDoneTwice_data();
    void nothingIsDoneTwice();
    void knownAnswerIsTakenUp();
    void keysPressedWhileATool_data();
    void keysPressedWhileATool();
    void survivesHostileLogs();
};

namespace {

SmallAgent booking(int timeoutMs = 3000)
{
    return SmallAgent()
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .tool(u"book"_s, true, timeoutMs)
        .say(u"done"_s, u"It is booked."_s)
        .say(u"unsure"_s, u"I cannot tell whether it is booked."_s)
        .go(u"ask"_s, u"else"_s, u"book"_s)
        .go(u"book"_s, u"done"_s, u"done"_s)
        .go(u"book"_s, u"failed"_s, u"unsure"_s)
        .go(u"done"_s, u"next"_s, u"ask"_s)
        .go(u"unsure"_s, u"next"_s, u"ask"_s);
}

QSet<QByteArray> keysOf(const StubPortFactory &ports)
{
    QSet<QByteArray> keys;
    for (const ToolRequest &request : ports.doing->called) keys.insert(request.idempotencyKey);
    return keys;
}

} // namespace

void TestDialogueRecord::stateComesBack()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"which warehouse please"_s}, {u"goodbye"_s}};
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()),
                             caller({says(u"where is my order"_s), sounds({900}, Says::When::AgentSpoke, 1300), says(u"goodbye"_s)}));
    const auto record = dialogueRecord(result.events);
    QVERIFY(record);
    QStringList lines;
    for (const auto &entry : record->state.history.entries()) lines << entry->line.who + u": "_s + entry->line.text;
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[1], u"caller: where is my order"_s);
    QVERIFY(lines[2].startsWith(u"agent: Your order left the"_s) && !lines[2].contains(u"comes today"_s));
    QCOMPARE(lines[3], u"caller: which warehouse please"_s);
    QCOMPARE(record->utterances, 3);
    // Each line was written once, and nothing but the lines differs from what the interpreter itself would write.
    QCOMPARE(result.all<events::Remembered>().size(), 6);
    QJsonObject counted = result.all<events::Checkpoint>().last().state;
    QCOMPARE(record->state.toJson(DialogueState::Lines::Counted), counted);
    QVERIFY(!dialogueRecord({}));
}

void TestDialogueRecord::checkpointsDoNotGrow()
{
    StubPortFactory ports;
    QList<Says> script;
    for (int i = 0; i < 60; ++i) {
        ports.hearing->segments << QStringList{u"where is my order"_s};
        script << says(u"what"_s, 20);
    }
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller(script));
    const auto checkpoints = result.all<events::Checkpoint>();
    QVERIFY(checkpoints.size() > 120);
    const auto size = [](const events::Checkpoint &checkpoint) { return encodeEvent({{}, checkpoint}).size(); };
    QVERIFY2(size(checkpoints.last()) < size(checkpoints[4]) + 64, QByteArray::number(size(checkpoints.last())));
    QCOMPARE(result.all<events::Remembered>().size(), dialogueRecord(result.events)->state.history.appended());
}

void TestDialogueRecord::olderLogs()
{
    DialogueState state;
    state.node = u"ask"_s;
    state.history.append({u"caller"_s, u"hello"_s, {}});
    state.history.append({u"agent"_s, u"Good day."_s, {}});
    const QList<ConversationEvent> log{{{}, events::Checkpoint{state.toJson()}}};
    QCOMPARE(dialogueRecord(log)->state, state);
}

void TestDialogueRecord::nothingIsDoneTwice_data()
{
    QTest::addColumn<bool>("answers");
    QTest::addColumn<bool>("interrupted");
    QTest::newRow("the tool answers") << true << false;
    QTest::newRow("the tool never answers") << false << false;
    QTest::newRow("the caller interrupts and says it again") << true << true;
}

// Whatever record the crash came behind: what was asked for before is not asked for again.
void TestDialogueRecord::nothingIsDoneTwice()
{
    QFETCH(bool, answers);
    QFETCH(bool, interrupted);
    const auto program = booking().compile();
    StubPortFactory ports;
    ports.hearing->segments = {{u"book it"_s}, {u"book it"_s}, {u"book it"_s}};
    ports.doing->delayUs = 700000;
    ports.doing->neverAnswers = !answers;
    QList<Says> script{says(u"book it"_s)};
    if (interrupted) script << sounds({900}, Says::When::AgentSpoke, 300);
    const Talk result = talk(ports, planFor(program), caller(script));
    QVERIFY(!ports.doing->called.isEmpty());
    QCOMPARE(keysOf(ports).size(), ports.doing->called.size());

    int resumed = 0;
    for (qsizetype end = 1; end <= result.events.size(); ++end) {
        const auto log = std::span(result.events).first(std::size_t(end));
        auto record = dialogueRecord(log);
        if (!record || record->state.ended) continue;
        QSet<QByteArray> before;
        for (const ConversationEvent &event : log)
            if (const auto *called = std::get_if<events::ToolCalled>(&event.body))
                before.insert((planFor(program).id.text() + u'/' + called->receipt).toUtf8());
        StubPortFactory again;
        again.hearing->segments = {{u"book it"_s}, {u"book it"_s}};
        CallPlan plan = planFor(program);
        plan.before = std::make_shared<DialogueRecord>(std::move(*record));
        const Talk second = talk(again, plan, caller({says(u"book it"_s), says(u"book it"_s)}));
        const auto keys = keysOf(again);
        QCOMPARE(keys.size(), again.doing->called.size());
        QVERIFY2(!keys.intersects(before), QByteArray::number(end));
        QVERIFY2(!keys.isEmpty(), QByteArray::number(end)); // and the dialogue does go on
        ++resumed;
    }
    QVERIFY(resumed > 5);
}

void TestDialogueRecord::knownAnswerIsTakenUp()
{
    const auto program = booking().compile();
    StubPortFactory ports;
    ports.hearing->segments = {{u"book it"_s}};
    ports.doing->delayUs = 700000;
    Talk result = talk(ports, planFor(program), caller({says(u"book it"_s)}));
    const auto returned = std::find_if(result.events.begin(), result.events.end(), [](const auto &event) {
        return std::holds_alternative<events::ToolReturned>(event.body);
    });
    QVERIFY(returned != result.events.end());
    for (const bool told : {false, true}) {
        const auto end = std::size_t(std::distance(result.events.begin(), returned)) + (told ? 1 : 0);
        CallPlan plan = planFor(program);
        plan.before = std::make_shared<DialogueRecord>(*dialogueRecord(std::span(result.events).first(end)));
        StubPortFactory again;
        const Talk second = talk(again, plan, caller({}));
        QVERIFY(again.doing->called.isEmpty());
        QVERIFY2(second.transcript().startsWith(told ? u"agent: It is booked."_s : u"agent: I cannot tell whether"_s), qPrintable(second.transcript()));
    }
}

void TestDialogueRecord::keysPressedWhileATool_data()
{
    QTest::addColumn<QStringList>("pressed");
    QTest::addColumn<QString>("code");
    QTest::newRow("at once") << QStringList{u"4711"_s} << u"4711"_s;
    QTest::newRow("one by one") << QStringList{u"4"_s, u"7"_s, u"1"_s, u"1"_s} << u"4711"_s;
}

namespace {

// Says something, then presses keys 100 ms apart while the tool runs.
class Presser final : public PacedLine {
public:
    explicit Presser(QStringList keys) : m_keys(std::move(keys)) {}

private:
    Captured next(AudioBlock &into) override
    {
        into = {};
        if (blocks() == 20) listener().callerTyped(u"book it"_s);
        if (blocks() >= 60 && blocks() % 10 == 0 && !m_keys.isEmpty()) listener().callerPressed(m_keys.takeFirst());
        return blocks() < 800 ? Captured::Block : Captured::Ended;
    }
    QStringList m_keys;
};

} // namespace

void TestDialogueRecord::keysPressedWhileATool()
{
    QFETCH(QStringList, pressed);
    QFETCH(QString, code);
    const auto program = SmallAgent()
                             .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
                             .tool(u"book"_s, true, 3000)
                             .listen(u"number"_s, {}, {{u"prompt"_s, QJsonObject{{u"en"_s, u"What is your number?"_s}}}, {u"attempts"_s, 0}})
                             .say(u"noted"_s, u"Noted: {last.text}."_s)
                             .end(u"end"_s, u"Goodbye."_s)
                             .go(u"ask"_s, u"else"_s, u"book"_s)
                             .go(u"book"_s, u"done"_s, u"number"_s)
                             .go(u"book"_s, u"failed"_s, u"end"_s)
                             .go(u"number"_s, u"else"_s, u"noted"_s)
                             .go(u"noted"_s, u"next"_s, u"end"_s)
                             .compile();
    StubPortFactory ports;
    ports.doing->delayUs = 1500000;
    CallPlan plan = planFor(program);
    plan.textOnly = true;
    const Talk result = talk(ports, plan, std::make_unique<Presser>(pressed));
    QVERIFY2(result.transcript().contains(u"Noted: "_s + code), qPrintable(result.transcript()));
    QCOMPARE(ports.doing->called.size(), 1);
}

void TestDialogueRecord::survivesHostileLogs()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"book it"_s}, {u"book it"_s}};
    const Talk result = talk(ports, planFor(booking().compile()), caller({says(u"book it"_s), says(u"book it"_s)}));
    QByteArray ndjson = toNdjson(result.events);
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = ndjson;
        for (int i = 0; i < 20; ++i) bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random() % 128);
        QList<ConversationEvent> events;
        for (const QByteArray &line : bytes.split('\n'))
            if (auto event = eventFromJson(QJsonDocument::fromJson(line).object())) events.append(std::move(*event));
        const auto record = dialogueRecord(events);
        if (record) QVERIFY(record->state.history.entries().size() <= History::kMost);
    }
}

QTEST_GUILESS_MAIN(TestDialogueRecord)
#include "test_dialogue_record.moc"
