#include "app/host/file_line.h"
#include "app/realtime/work_pool.h"
#include "app/sound/sound_reader.h"
#include "models/conversation/log.h"
#include "tests/support/talk_run.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace vox::stubs;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::function<void(StubPortFactory &)>)

// Parts that fail, are missing, are late or go away: the call says so, goes on where it can, and always ends.
class TestConversationFaults : public QObject {
    Q_OBJECT
private slots:
    void parts_data();
    void parts();
    void secondVoiceSaysTheRest();
    void modelFails();
    void modelIsMissing();
    void toolAnswersAfterTheCallEnded();
    void lineBreaks();
    void callerLeavesWhenBothAreSilent();
    void randomTroubleAlwaysEnds();
    void recordingHoldsBothLanesAndTheJournal();
    void journalIsValidAtEveryMoment();
    void hostClosesCutsCallsOff();
    void unwritableFolderIsAFailureNotAnEnd();
    void manyAtOnce();
    void inRealTime();
};

void TestConversationFaults::parts_data()
{
    using Break = std::function<void(StubPortFactory &)>;
    QTest::addColumn<Break>("breakParts");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("heard"); // somewhere in the transcript
    const QString greeting = u"agent: Hello, this is the order desk."_s;
    const auto row = [&](const char *name, const char *code, const QString &heard, Break breakParts) {
        QTest::newRow(name) << breakParts << QString::fromLatin1(code) << heard;
    };
    row("recogniser missing", "LanguageUnsupported", greeting, [](auto &p) { p.recogniserMissing = true; });
    row("recogniser fails", "RecognitionFailed", greeting, [](auto &p) { p.hearing->fails = true; });
    row("recogniser never answers", "TimedOut", greeting, [](auto &p) { p.hearing->neverAnswers = true; });
    row("voice missing", "VoiceMissing", u"comes today."_s, [](auto &p) { p.voiceMissing = true; });
    row("voice fails", "SpeechFailed", u"comes today."_s, [](auto &p) { p.speaking->fails = true; });
    row("voice never answers", "TimedOut", u"comes today."_s, [](auto &p) { p.speaking->neverAnswers = true; });
    row("no voice at all", "VoiceMissing", u"comes today."_s, [](auto &p) { p.voiceMissing = p.espeakMissing = true; });
    row("second voice fails, too", "SpeechFailed", u"comes today."_s, [](auto &p) { p.speaking->fails = p.espeak->fails = true; });
}

void TestConversationFaults::parts()
{
    QFETCH(std::function<void(StubPortFactory &)>, breakParts);
    QFETCH(QString, code);
    QFETCH(QString, heard);
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
    breakParts(ports);
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.longestMs = 60000; // an agent that hears nothing asks again and again
    const Talk result = talk(ports, plan, caller({says(u"where is my order"_s), says(u"goodbye"_s)}, 12000));
    QVERIFY(result.ended);
    QVERIFY2(result.transcript().contains(heard), qPrintable(result.transcript()));
    QStringList codes;
    for (const auto &error : result.summary.errors) codes << error.code;
    QVERIFY2(codes.contains(code), qPrintable(codes.join(u' ')));
    QVERIFY(codes.size() <= 6); // said once each time, not again and again
}

void TestConversationFaults::secondVoiceSaysTheRest()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"goodbye"_s}};
    ports.speaking->failsAfter = 12; // "Hello, this "
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({says(u"goodbye"_s)}));
    QVERIFY(!ports.espeak->spoken.isEmpty());
    QVERIFY2(ports.espeak->spoken.first().endsWith(u"the order desk."_s) && !ports.espeak->spoken.first().startsWith(u"Hello"_s),
             qPrintable(ports.espeak->spoken.first()));
    QVERIFY(result.transcript().startsWith(u"agent: Hello, this is the order desk. / caller: goodbye"_s));
    QCOMPARE(result.summary.holds, 0);
}

namespace {
std::shared_ptr<const Program> chatting()
{
    return SmallAgent()
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .end(u"sorry"_s, u"I have no answer."_s)
        .end(u"end"_s, u"Goodbye."_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"end"_s)
        .go(u"answer"_s, u"failed"_s, u"sorry"_s)
        .compile();
}
} // namespace

void TestConversationFaults::modelFails()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"hello"_s}};
    ports.thinking->fails = true;
    const Talk result = talk(ports, planFor(chatting()), caller({says(u"hello"_s)}));
    QVERIFY(result.transcript().endsWith(u"agent: I have no answer."_s));
    QCOMPARE(result.summary.errors.size(), 1);
}

void TestConversationFaults::modelIsMissing()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"hello"_s}};
    ports.modelMissing = true;
    const Talk result = talk(ports, planFor(chatting()), caller({says(u"hello"_s)}));
    QVERIFY(result.transcript().endsWith(u"agent: I have no answer."_s));
    QCOMPARE(result.summary.errors.first().code, u"NotConfigured"_s);
}

void TestConversationFaults::toolAnswersAfterTheCallEnded()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"status"_s}};
    ports.doing->delayUs = 60000000;
    const auto program = SmallAgent()
                             .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
                             .tool(u"status"_s, true, 90000)
                             .end(u"end"_s, u"Done."_s)
                             .go(u"ask"_s, u"else"_s, u"status"_s)
                             .go(u"status"_s, u"done"_s, u"end"_s)
                             .go(u"status"_s, u"failed"_s, u"end"_s)
                             .compile();
    const Talk result = talk(ports, planFor(program), caller({says(u"status"_s)}, 1000));
    QCOMPARE(ports.doing->called.size(), 1);
    QCOMPARE(result.summary.outcome.value(), Outcome::CallerLeft);
}

void TestConversationFaults::lineBreaks()
{
    class Unplugged final : public PacedLine {
        Captured next(AudioBlock &into) override { into = {}; return blocks() < 50 ? Captured::Block : Captured::Ended; }
        std::optional<Error> error() const override { return Error{Error::Code::DeviceLost, {u"USB microphone"_s}}; }
    };
    StubPortFactory ports;
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), std::make_unique<Unplugged>());
    QCOMPARE(result.summary.outcome.value(), Outcome::Failed);
    QCOMPARE(result.all<events::DeviceChanged>().first().device, u"USB microphone"_s);
    QVERIFY(result.ended);
    const auto answer = result.all<events::AnswerEnded>().first();
    QVERIFY(answer.interrupted && answer.heard == u"Hello,"_s); // half a second at 60 ms a character
}

void TestConversationFaults::callerLeavesWhenBothAreSilent()
{
    StubPortFactory ports;
    const auto program = SmallAgent().say(u"hello"_s, u"Hello."_s).listen(u"ask"_s, {}, {{u"patience_ms"_s, 60000}}).go(u"hello"_s, u"next"_s, u"ask"_s)
                             .go(u"ask"_s, u"else"_s, u"ask"_s).compile();
    const Talk result = talk(ports, planFor(program), std::make_unique<FileLine>(std::vector<float>(16000, 0.0f)));
    QCOMPARE(result.summary.outcome.value(), Outcome::CallerLeft);
    QCOMPARE(result.summary.duration.ms(), 11000); // the recording, then both silent for 10 s
}

// Every part misbehaves by chance, the caller talks at random: no call may hang, repeat a side effect or break the log.
void TestConversationFaults::randomTroubleAlwaysEnds()
{
    const auto program = SmallAgent()
                             .say(u"hello"_s, u"Hello there, what can I do?"_s)
                             .listen(u"ask"_s, {u"order"_s, u"bye"_s}, {{u"attempts"_s, 0}, {u"patience_ms"_s, 1500}})
                             .tool(u"book"_s, true, 1500, u"One moment please."_s)
                             .model(u"chat"_s)
                             .end(u"end"_s, u"Goodbye."_s)
                             .intent(u"order"_s, {u"where is my order"_s})
                             .intent(u"bye"_s, {u"goodbye"_s})
                             .go(u"hello"_s, u"next"_s, u"ask"_s)
                             .go(u"ask"_s, u"order"_s, u"book"_s)
                             .go(u"ask"_s, u"bye"_s, u"end"_s)
                             .go(u"ask"_s, u"else"_s, u"chat"_s)
                             .go(u"book"_s, u"done"_s, u"ask"_s)
                             .go(u"book"_s, u"failed"_s, u"chat"_s)
                             .go(u"chat"_s, u"done"_s, u"ask"_s)
                             .go(u"chat"_s, u"failed"_s, u"ask"_s)
                             .compile();
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        const auto chance = [&](int percent) { return int(random() % 100) < percent; };
        StubPortFactory ports;
        const QStringList words{u"where is my order"_s, u"goodbye"_s, u"aha"_s, u"and"_s, QString(), u"my number is five"_s};
        QList<Says> script;
        for (int i = 0; i < 8; ++i) {
            ports.hearing->segments << QStringList{words[qsizetype(random() % 6)], words[qsizetype(random() % 6)]};
            script << sounds({int(random() % 900) + 50, int(random() % 500), int(random() % 900) + 50},
                             chance(50) ? Says::When::AgentListens : Says::When::AgentSpoke, int(random() % 1500));
        }
        ports.hearing->finalDelayUs = random() % 600000;
        ports.hearing->partialEveryUs = chance(50) ? 120000 : 0;
        ports.hearing->fails = chance(10);
        ports.hearing->neverAnswers = chance(10);
        if (seed % 2 == 0) {
            ports.secondHearing = std::make_shared<Hearing>(*ports.hearing);
            ports.secondHearing->fails = ports.secondHearing->neverAnswers = false;
        }
        ports.speaking->delayUs = random() % 800000;
        ports.speaking->failsAfter = chance(15) ? 7 : -1;
        ports.thinking->pieces = {u"Well, "_s, u"yes. "_s, u"It may be so."_s};
        ports.thinking->pieceDelayUs = random() % 500000;
        ports.thinking->fails = chance(15);
        ports.doing->delayUs = random() % 3000000;
        ports.doing->fails = chance(20);
        CallPlan plan = planFor(program);
        plan.longestMs = 30000;
        const Talk result = talk(ports, plan, caller(script));
        QVERIFY2(result.ended && result.summary.outcome, QByteArray::number(seed));
        QSet<QByteArray> keys;
        for (const ToolRequest &request : ports.doing->called) {
            QVERIFY2(!keys.contains(request.idempotencyKey), QByteArray::number(seed));
            keys.insert(request.idempotencyKey);
        }
        for (const TurnLatency &turn : result.summary.turns) {
            if (!turn.totalUs()) continue;
            qint64 sum = 0;
            for (const auto &part : turn.partUs) sum += part.value_or(0);
            QVERIFY2(*turn.totalUs() >= 0 && sum == *turn.totalUs(), QByteArray::number(seed));
        }
        // Each answer that began ends, once.
        QMap<qint64, int> open;
        for (const auto &started : result.all<events::AnswerStarted>()) ++open[started.answer];
        for (const auto &ended : result.all<events::AnswerEnded>()) if (open.contains(ended.answer)) --open[ended.answer];
        for (const int count : open) QVERIFY2(count == 0, QByteArray::number(seed));
    }
}

void TestConversationFaults::recordingHoldsBothLanesAndTheJournal()
{
    QTemporaryDir folder;
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.folder = folder.filePath(u"call"_s);
    const Talk result = talk(ports, plan, caller({says(u"where is my order"_s), says(u"goodbye"_s)}));
    const auto lanes = readLanes(plan.folder + u"/audio.wav"_s);
    QVERIFY(lanes.hasValue());
    QCOMPARE(qint64(lanes->caller.size()), result.summary.duration.value * 16 / 1000);
    // What observers saw is what was written.
    for (std::size_t i = 0; i < result.agent.size(); ++i) {
        QVERIFY(std::abs(lanes->agent[i] - result.agent[i]) < 1e-3f);
        QVERIFY(std::abs(lanes->caller[i] - result.caller[i]) < 1e-3f);
    }
    QFile log(plan.folder + u"/events.log"_s);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const ConversationLog read = readLog(log.readAll());
    QCOMPARE(read.events.size(), result.events.size());
    QCOMPARE(read.validBytes, log.size());
    for (qsizetype i = 0; i < read.events.size(); ++i) QCOMPARE(toJson(read.events[i]), toJson(result.events[i]));
}

// The bytes on disk while a call runs are what a crash at that moment leaves behind.
void TestConversationFaults::journalIsValidAtEveryMoment()
{
    struct Snapshots final : CallObserver {
        QString folder;
        QList<QPair<QByteArray, qint64>> taken;
        void eventHappened(const ConversationEvent &) override {}
        void metered(const Meter &meter, Samples, Samples) override
        {
            QFile log(folder + u"/events.log"_s);
            if (meter.at.value % 500000 == 0 && log.open(QIODevice::ReadOnly)) taken << QPair(log.readAll(), QFileInfo(folder + u"/audio.wav"_s).size());
        }
        void ended(const ConversationId &) override {}
    };
    QTemporaryDir folder;
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.folder = folder.filePath(u"call"_s);
    auto snapshots = std::make_shared<Snapshots>();
    snapshots->folder = plan.folder;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        QVERIFY(host.start(plan, caller({says(u"where is my order"_s), says(u"goodbye"_s)}), snapshots, ConversationHost::Pace::AsFastAsPossible).hasValue());
        host.waitUntilIdle();
    }
    QVERIFY(snapshots->taken.size() >= 5);
    qsizetype before = 0;
    for (const auto &[bytes, soundBytes] : snapshots->taken) {
        const ConversationLog log = readLog(bytes);
        QVERIFY(log.events.size() >= before);
        before = log.events.size();
    }
}

void TestConversationFaults::hostClosesCutsCallsOff()
{
    StubPortFactory ports;
    Talk result;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        QVERIFY(host.start(planFor(SmallAgent::orderDesk()), std::make_unique<FileLine>(std::vector<float>(160000, 0.0f)),
                           std::make_shared<TalkObserver>(result), ConversationHost::Pace::RealTime).hasValue());
        QCOMPARE(host.running(), 1);
    }
    QVERIFY(result.ended);
    QCOMPARE(summarise(result.events).outcome.value(), Outcome::CutOff);
}

void TestConversationFaults::unwritableFolderIsAFailureNotAnEnd()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    StubPortFactory ports;
    ports.hearing->segments = {{u"goodbye"_s}};
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.folder = folder.filePath(u"file/call"_s);
    const Talk result = talk(ports, plan, caller({says(u"goodbye"_s)}));
    QVERIFY(!result.summary.errors.isEmpty());
    QCOMPARE(result.summary.outcome.value(), Outcome::Completed);
}

void TestConversationFaults::manyAtOnce()
{
    constexpr int count = 40;
    std::array<StubPortFactory, count> ports;
    std::array<Talk, count> talks;
    struct Shared final : PortFactory { // one factory, as in the programs
        std::array<StubPortFactory, count> &ports;
        std::atomic_int stt = 0, tts = 0;
        explicit Shared(std::array<StubPortFactory, count> &ports) : ports(ports) {}
        Result<std::unique_ptr<SpeechToText>> speechToText(const QString &p, const QString &l, Executor &e) override { return ports[stt++].speechToText(p, l, e); }
        Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &p, const VoiceSettings &v, Executor &e) override { return ports[tts++].textToSpeech(p, v, e); }
        Result<std::unique_ptr<LanguageModel>> languageModel(const QString &p, Executor &e) override { return ports[0].languageModel(p, e); }
        std::unique_ptr<VoiceActivity> voiceActivity() override { return std::make_unique<EnergyVoiceActivity>(); }
        Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &e) override { return ports[0].toolRunner(e); }
    } shared(ports);
    WorkPool pool(2);
    {
        ConversationHost host(shared, pool, 2);
        const auto program = SmallAgent::orderDesk();
        for (int i = 0; i < count; ++i) {
            ports[std::size_t(i)].hearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
            QVERIFY(host.start(planFor(program), caller({says(u"where is my order"_s), says(u"goodbye"_s)}),
                               std::make_shared<TalkObserver>(talks[std::size_t(i)]), ConversationHost::Pace::AsFastAsPossible).hasValue());
        }
        host.waitUntilIdle();
        QCOMPARE(host.running(), 0);
    }
    for (const Talk &one : talks) QCOMPARE(summarise(one.events).outcome.value(), Outcome::Completed);
}

// The same loop on the steady clock: sound comes in time and the log agrees with the recording.
void TestConversationFaults::inRealTime()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"goodbye"_s}};
    Talk result;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        const auto program = SmallAgent().listen(u"ask"_s, {}, {{u"attempts"_s, 0}}).end(u"end"_s, u"Bye."_s).go(u"ask"_s, u"else"_s, u"end"_s).compile();
        std::vector<float> sound(3200, 0.0f);
        const auto tone = toneFor(u"goodbye"_s);
        sound.insert(sound.end(), tone.begin(), tone.end());
        QVERIFY(host.start(planFor(program), std::make_unique<FileLine>(sound), std::make_shared<TalkObserver>(result)).hasValue());
        host.waitUntilIdle();
    }
    result.summary = summarise(result.events);
    QCOMPARE(result.transcript(), u"caller: goodbye / agent: Bye."_s);
    const TurnLatency turn = result.summary.turns.at(0);
    QVERIFY(std::abs(result.recordedLatencyUs(turn.callerEnd->value) - *turn.totalUs()) <= 10000);
}

QTEST_GUILESS_MAIN(TestConversationFaults)
#include "test_conversation_faults.moc"
