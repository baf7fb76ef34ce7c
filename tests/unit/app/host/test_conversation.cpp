#include "app/host/dialogue_record.h"
#include "app/host/text_script_line.h"
#include "tests/support/talk_run.h"
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace Qt::StringLiterals;

// Whole conversations with stub parts on the virtual clock.
class TestConversation : public QObject {
    Q_OBJECT
private slots:
    void turns();
    void latencyPartsSumUpToWhatIsRecorded_data();
    void latencyPartsSumUpToWhatIsRecorded();
    void answerIsReadyWhenTheTurnEnds();
    void preparedAnswerIsDroppedWhenTheCallerResumes();
    void answerIsTakenBackWhenTheCallerGoesOn();
    void coughHoldsAndResumes();
    void interruptionStopsAndHistoryHasOnlyHeardWords();
    void uninterruptibleIsSaidToTheEnd();
    void sideEffectRunsOnceAcrossInterruption();
    void toolTimesOut();
    void modelStreamsSentences();
    void modelIsCutByTheCaller();
    void patienceRunsOut();
    void typedTextTakesNoTimeWithoutVoice();
    void digitsAreHeard();
    void handsOver();
    void longestCall();
    void sameSeedSameBytes();
    void manyTurns();
};

void TestConversation::turns()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({says(u"where is my order"_s), says(u"goodbye"_s)}));
    QCOMPARE(result.transcript(), u"agent: Hello, this is the order desk. / caller: where is my order / "
                                  "agent: Your order left the warehouse on Monday morning and comes today. / caller: goodbye / agent: Goodbye."_s);
    QCOMPARE(result.summary.outcome.value(), Outcome::Completed);
    QVERIFY(result.ended);
    QCOMPARE(result.summary.turns.size(), 3); // the greeting is one without a caller
    QVERIFY(result.summary.errors.isEmpty());
    QCOMPARE(result.all<events::Held>().size(), 0);
    QVERIFY(result.all<events::Checkpoint>().size() >= 3);
    for (qsizetype i = 0; i + 1 < result.events.size(); ++i) QVERIFY(result.events[i].at.value >= 0);
}

void TestConversation::latencyPartsSumUpToWhatIsRecorded_data()
{
    QTest::addColumn<int>("finalMs");
    QTest::addColumn<int>("voiceMs");
    QTest::addColumn<int>("leadMs");
    QTest::addColumn<QList<int>>("parts"); // that must be there
    const int endpointing = int(Part::Endpointing), recognition = int(Part::Recognition), speech = int(Part::Speech);
    QTest::newRow("everything at once") << 0 << 0 << 0 << QList<int>{endpointing};
    QTest::newRow("recogniser later than the endpoint") << 400 << 0 << 0 << QList<int>{endpointing, recognition};
    QTest::newRow("slow voice") << 400 << 333 << 0 << QList<int>{endpointing, recognition, speech};
    QTest::newRow("voice begins with silence") << 0 << 0 << 150 << QList<int>{endpointing};
}

void TestConversation::latencyPartsSumUpToWhatIsRecorded()
{
    QFETCH(int, finalMs);
    QFETCH(int, voiceMs);
    QFETCH(int, leadMs);
    QFETCH(QList<int>, parts);
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"yes"_s}, {u"goodbye"_s}};
    ports.hearing->finalDelayUs = finalMs * 1000;
    ports.speaking->delayUs = voiceMs * 1000;
    ports.speaking->leadMs = leadMs;
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({says(u"where is my order"_s, 137), says(u"yes"_s, 333), says(u"goodbye"_s)}));
    int measured = 0;
    for (const TurnLatency &turn : result.summary.turns) {
        if (!turn.totalUs()) continue;
        ++measured;
        qint64 sum = 0;
        for (const auto &part : turn.partUs) sum += part.value_or(0);
        QCOMPARE(sum, *turn.totalUs());
        for (const int part : parts) QVERIFY2(turn.partUs[size_t(part)].value_or(0) > 0, QByteArray::number(part));
        QVERIFY(std::abs(result.recordedLatencyUs(turn.callerEnd->value) - *turn.totalUs()) <= 1000);
    }
    QCOMPARE(measured, 3);
}

void TestConversation::answerIsReadyWhenTheTurnEnds()
{
    // Recogniser and voice need less than the rest of the endpointing delay: they cost nothing.
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}};
    ports.hearing->finalDelayUs = 60000;
    ports.speaking->delayUs = 60000;
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({says(u"where is my order"_s)}));
    const TurnLatency turn = result.summary.turns.at(1);
    QCOMPARE(turn.partUs[size_t(Part::Endpointing)].value(), *turn.totalUs() - turn.partUs[size_t(Part::Device)].value_or(0));
    QVERIFY(result.all<events::AnswerPlanned>().at(1).prepared);
    QVERIFY(turn.partUs[size_t(Part::Device)].value_or(0) <= 3000); // the lead-in before the first audible sample
    QCOMPARE(ports.speaking->spoken.count(u"Your order left the warehouse on Monday morning and comes today."_s), 1);
}

void TestConversation::preparedAnswerIsDroppedWhenTheCallerResumes()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where"_s, u"where is my order"_s}};
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({sounds({400, 180, 600})}));
    QCOMPARE(result.all<events::Utterance>().size(), 1);
    QCOMPARE(result.all<events::Utterance>().first().text, u"where is my order"_s);
    QVERIFY(ports.speaking->spoken.contains(u"Please say that once more."_s)); // prepared ...
    QVERIFY(!result.transcript().contains(u"Please"_s));                       // ... and never heard
    QVERIFY(result.transcript().endsWith(u"comes today."_s));
}

void TestConversation::answerIsTakenBackWhenTheCallerGoesOn()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where"_s, u"where is my order"_s}};
    ports.speaking->delayUs = 500000; // so that the caller goes on before the answer is heard
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({sounds({400, 500, 600})}));
    QCOMPARE(result.transcript(), u"agent: Hello, this is the order desk. / caller: where is my order / "
                                  "agent: Your order left the warehouse on Monday morning and comes today."_s);
    const TurnLatency turn = result.summary.turns.at(1);
    qint64 sum = 0;
    for (const auto &part : turn.partUs) sum += part.value_or(0);
    QCOMPARE(sum, turn.totalUs().value());
}

void TestConversation::coughHoldsAndResumes()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {QString()}, {u"goodbye"_s}};
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()),
                             caller({says(u"where is my order"_s), sounds({120}, Says::When::AgentSpoke, 700), says(u"goodbye"_s)}));
    QCOMPARE(result.summary.holds, 1);
    QCOMPARE(result.all<events::Resumed>().size(), 1);
    QCOMPARE(result.summary.stops.size(), 0);
    QVERIFY(result.transcript().contains(u"agent: Your order left the warehouse on Monday morning and comes today."_s));
    for (const TurnLatency &turn : result.summary.turns) QVERIFY(!turn.interrupted);
    // The sound went on where it had stopped: as many audible samples as the text has, but for the fades.
    const qsizetype characters = QStringLiteral("Your order left the warehouse on Monday morning and comes today.").size();
    const auto answer = result.all<events::AnswerEnded>().at(1);
    const qint64 pause = answer.endUs - answer.startUs - characters * 60000;
    QVERIFY2(pause > 100000 && pause < 800000, QByteArray::number(pause));
    QCOMPARE(result.summary.outcome.value(), Outcome::Completed);
}

void TestConversation::interruptionStopsAndHistoryHasOnlyHeardWords()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"which warehouse please"_s}, {u"goodbye"_s}};
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()),
                             caller({says(u"where is my order"_s), sounds({900}, Says::When::AgentSpoke, 1300), says(u"goodbye"_s)}));
    QCOMPARE(result.summary.stops.size(), 1);
    const BargeIn stop = result.summary.stops.first();
    const qint64 untilSilent = (stop.silent - stop.firstSample).value;
    QVERIFY2(untilSilent > 0 && untilSilent <= 200000, QByteArray::number(untilSilent));
    // What the log says is what the recording holds.
    const auto silentFrom = std::size_t(stop.silent.value * 16 / 1000) + 2;
    for (std::size_t i = silentFrom; i < silentFrom + 8000; ++i) QVERIFY(std::abs(result.agent[i]) <= 0.01f);
    // 1.3 s and the hold's delay at 60 ms a character is 23 to 25 characters.
    QVERIFY2(result.transcript().contains(u"agent: Your order left the / caller: which warehouse please"_s), qPrintable(result.transcript()));
    const QByteArray history = QJsonDocument(dialogueRecord(result.events)->state.history.toJson()).toJson();
    QVERIFY2(history.contains("Your order left the") && !history.contains("warehouse on Monday"), history);
    QCOMPARE(result.summary.outcome.value(), Outcome::Completed);
}

void TestConversation::uninterruptibleIsSaidToTheEnd()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"yes"_s}};
    const auto program = SmallAgent()
                             .say(u"terms"_s, u"This call is recorded for quality."_s, false)
                             .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
                             .end(u"end"_s, u"Goodbye."_s)
                             .go(u"terms"_s, u"next"_s, u"ask"_s)
                             .go(u"ask"_s, u"else"_s, u"end"_s)
                             .compile();
    const Talk result = talk(ports, planFor(program), caller({sounds({600}, Says::When::AgentSpoke, 300)}));
    QCOMPARE(result.summary.holds, 0);
    QVERIFY(result.transcript().startsWith(u"agent: This call is recorded for quality."_s));
}

void TestConversation::sideEffectRunsOnceAcrossInterruption()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"cancel my order"_s}, {u"did you hear me"_s}, {u"goodbye"_s}};
    ports.doing->delayUs = 2500000;
    const auto program = SmallAgent()
                             .listen(u"ask"_s, {u"cancel"_s, u"bye"_s}, {{u"attempts"_s, 0}})
                             .tool(u"cancel"_s, true, 5000, u"One moment please, I am cancelling that order now."_s)
                             .say(u"done"_s, u"It is cancelled."_s)
                             .say(u"sorry"_s, u"That did not work."_s)
                             .end(u"end"_s, u"Goodbye."_s)
                             .intent(u"cancel"_s, {u"cancel my order"_s})
                             .intent(u"bye"_s, {u"goodbye"_s})
                             .go(u"ask"_s, u"cancel"_s, u"cancel"_s)
                             .go(u"ask"_s, u"bye"_s, u"end"_s)
                             .go(u"ask"_s, u"else"_s, u"ask"_s)
                             .go(u"cancel"_s, u"done"_s, u"done"_s)
                             .go(u"cancel"_s, u"failed"_s, u"sorry"_s)
                             .go(u"done"_s, u"next"_s, u"ask"_s)
                             .go(u"sorry"_s, u"next"_s, u"ask"_s)
                             .compile();
    const Talk result = talk(ports, planFor(program),
                             caller({says(u"cancel my order"_s), sounds({700}, Says::When::AgentSpoke, 500), says(u"goodbye"_s)}));
    QCOMPARE(ports.doing->called.size(), 1);
    QVERIFY(!ports.doing->called.first().idempotencyKey.isEmpty());
    QCOMPARE(ports.doing->cancelled, 0);
    QCOMPARE(result.summary.stops.size(), 1);
    QVERIFY2(result.transcript().contains(u"agent: It is cancelled."_s), qPrintable(result.transcript()));
    QCOMPARE(result.summary.outcome.value(), Outcome::Completed);
}

void TestConversation::toolTimesOut()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"status"_s}};
    ports.doing->neverAnswers = true;
    const auto program = SmallAgent()
                             .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
                             .tool(u"status"_s, false, 800)
                             .end(u"good"_s, u"All is well."_s)
                             .end(u"sorry"_s, u"I cannot look that up now."_s)
                             .go(u"ask"_s, u"else"_s, u"status"_s)
                             .go(u"status"_s, u"done"_s, u"good"_s)
                             .go(u"status"_s, u"failed"_s, u"sorry"_s)
                             .compile();
    CallPlan plan = planFor(program);
    const Talk result = talk(ports, plan, caller({says(u"status"_s)}));
    QVERIFY2(result.transcript().endsWith(u"agent: I cannot look that up now."_s), qPrintable(result.transcript()));
    QCOMPARE(result.summary.errors.size(), 1);
    QCOMPARE(result.summary.errors.first().code, u"TimedOut"_s);
    const auto last = std::find_if(result.summary.turns.begin(), result.summary.turns.end(), [](const auto &turn) { return turn.partUs[size_t(Part::Tool)].value_or(0) > 0; });
    QVERIFY(last != result.summary.turns.end());
    QVERIFY(last->partUs[size_t(Part::Tool)].value() >= 800000 && last->partUs[size_t(Part::Tool)].value() <= 1100000);
}

namespace {
std::shared_ptr<const Program> chatting()
{
    return SmallAgent()
        .listen(u"ask"_s, {u"bye"_s}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .end(u"sorry"_s, u"I have no answer."_s)
        .end(u"end"_s, u"Goodbye."_s)
        .intent(u"bye"_s, {u"goodbye"_s})
        .go(u"ask"_s, u"bye"_s, u"end"_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"ask"_s)
        .go(u"answer"_s, u"failed"_s, u"sorry"_s)
        .compile();
}
} // namespace

void TestConversation::modelStreamsSentences()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"tell me about tea"_s}, {u"goodbye"_s}};
    ports.thinking->pieces = {u"Tea is "_s, u"a drink. "_s, u"It is "_s, u"made of leaves."_s};
    ports.thinking->delayUs = 300000;
    ports.thinking->pieceDelayUs = 200000;
    const Talk result = talk(ports, planFor(chatting()), caller({says(u"tell me about tea"_s), says(u"goodbye"_s)}));
    QCOMPARE(result.transcript(), u"caller: tell me about tea / agent: Tea is a drink. / agent: It is made of leaves. / caller: goodbye / agent: Goodbye."_s);
    const TurnLatency turn = result.summary.turns.at(0);
    // The first sentence is whole with the second piece; it is spoken while the rest still comes.
    const qint64 model = turn.partUs[size_t(Part::Model)].value();
    QVERIFY2(model >= 480000 && model <= 520000, QByteArray::number(model));
    QCOMPARE(result.all<events::ModelReturned>().first().outputTokens, 20);
}

void TestConversation::modelIsCutByTheCaller()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"tell me about tea"_s}, {u"never mind that now"_s}, {u"goodbye"_s}};
    ports.thinking->pieces = {u"Tea is a drink made of leaves and much loved. "_s, u"More "_s, u"and "_s, u"more. "_s, u"End."_s};
    ports.thinking->pieceDelayUs = 900000;
    const Talk result = talk(ports, planFor(chatting()),
                             caller({says(u"tell me about tea"_s), sounds({800}, Says::When::AgentSpoke, 600), says(u"goodbye"_s)}));
    QCOMPARE(result.summary.stops.size(), 1);
    QVERIFY(ports.thinking->stopped >= 1);
    QCOMPARE(ports.thinking->asked.size(), 2); // the interruption is a question of its own
    QVERIFY2(!result.transcript().section(u"never mind"_s, 0, 0).contains(u"much loved"_s), qPrintable(result.transcript()));
}

void TestConversation::patienceRunsOut()
{
    StubPortFactory ports;
    const auto program = SmallAgent()
                             .listen(u"ask"_s, {}, {{u"prompt"_s, QJsonObject{{u"en"_s, u"Are you there?"_s}}}, {u"patience_ms"_s, 2000}, {u"attempts"_s, 1}})
                             .end(u"end"_s, u"Goodbye then."_s)
                             .go(u"ask"_s, u"else"_s, u"end"_s)
                             .compile();
    const Talk result = talk(ports, planFor(program), caller({}, 60000));
    QCOMPARE(result.all<events::Silence>().size(), 2);
    QCOMPARE(result.all<events::Silence>().first().silentMs, 2000);
    QCOMPARE(result.transcript(), u"agent: Are you there? / agent: Are you there? / agent: Goodbye then."_s);
}

void TestConversation::typedTextTakesNoTimeWithoutVoice()
{
    StubPortFactory ports;
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.textOnly = true;
    plan.ttsProvider = u"none"_s;
    plan.channel = Channel::Text;
    const Talk result = talk(ports, plan, std::make_unique<TextScriptLine>(QStringList{u"where is my order"_s, u"what"_s, u"goodbye"_s}));
    QCOMPARE(result.transcript(), u"agent: Hello, this is the order desk. / caller: where is my order / agent: Your order left the warehouse on "
                                  "Monday morning and comes today. / caller: what / agent: Please say that once more. / caller: goodbye / agent: Goodbye."_s);
    QVERIFY(result.summary.duration.value <= 200000);
    for (const auto &turn : result.summary.turns) QVERIFY(!turn.callerEnd);
    QCOMPARE(ports.hearing->opened, 0);
    QVERIFY(ports.speaking->spoken.isEmpty());
}

void TestConversation::digitsAreHeard()
{
    // A line that presses a key as soon as the agent listens.
    class KeyPad final : public PacedLine {
        Captured next(AudioBlock &into) override { into = {}; return blocks() < 3000 ? Captured::Block : Captured::Ended; }
        void agentListens(bool listens) override { if (listens && !m_pressed++) listener().callerPressed(u"7"_s); }
        int m_pressed = 0;
    };
    StubPortFactory ports;
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), std::make_unique<KeyPad>());
    QCOMPARE(result.all<events::DigitsPressed>().first().digits, u"7"_s);
    QVERIFY(result.transcript().contains(u"Please say that once more."_s));
    QCOMPARE(result.summary.outcome.value(), Outcome::CallerLeft);
}

void TestConversation::handsOver()
{
    StubPortFactory ports;
    const auto program = SmallAgent().handOver(u"person"_s, u"I am passing you on."_s).compile();
    const Talk result = talk(ports, planFor(program), caller({}));
    QCOMPARE(result.summary.outcome.value(), Outcome::HandedOver);
    QCOMPARE(result.all<events::HandedOver>().first().queue, u"support"_s);
    QCOMPARE(result.transcript(), u"agent: I am passing you on."_s); // said to the end
}

void TestConversation::longestCall()
{
    StubPortFactory ports;
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.longestMs = 5000;
    const Talk result = talk(ports, plan, caller({}, 600000));
    QCOMPARE(result.summary.outcome.value(), Outcome::CutOff);
    QCOMPARE(result.summary.duration.ms(), 5000);
}

void TestConversation::sameSeedSameBytes()
{
    QByteArray before;
    for (int run = 0; run < 3; ++run) {
        StubPortFactory ports;
        ports.hearing->segments = {{u"where is my order"_s}, {u"which one"_s}, {u"goodbye"_s}};
        ports.hearing->partialEveryUs = 100000;
        const Talk result = talk(ports, planFor(SmallAgent::orderDesk()),
                                 caller({says(u"where is my order"_s), sounds({900}, Says::When::AgentSpoke, 1300), says(u"goodbye"_s)}));
        QByteArray bytes;
        for (const ConversationEvent &event : result.events) bytes += QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n';
        if (run > 0) QCOMPARE(bytes, before);
        before = bytes;
    }
}

void TestConversation::manyTurns()
{
    StubPortFactory ports;
    QList<Says> script;
    for (int i = 0; i < 240; ++i) {
        ports.hearing->segments << QStringList{u"what"_s, u"where is my order"_s};
        script << says(u"what"_s, 20);
    }
    CallPlan plan = planFor(SmallAgent().listen(u"ask"_s, {}, {{u"attempts"_s, 0}}).say(u"again"_s, u"Go on."_s).go(u"ask"_s, u"else"_s, u"again"_s).go(u"again"_s, u"next"_s, u"ask"_s).compile());
    const Talk result = talk(ports, plan, caller(script));
    QCOMPARE(result.all<events::Utterance>().size(), 240);
    // Each turn is like the first one.
    QCOMPARE(result.summary.turns.last().totalUs(), result.summary.turns.first().totalUs());
}

QTEST_GUILESS_MAIN(TestConversation)
#include "test_conversation.moc"
