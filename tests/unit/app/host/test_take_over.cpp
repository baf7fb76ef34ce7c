#include "app/host/hearing_chain.h"
#include "app/host/model_chain.h"
#include "tests/support/talk_run.h"
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace Qt::StringLiterals;

// A part that fails in a call, or is late: a second one does its work within the turn, and the timeline says so.
class TestTakeOver : public QObject {
    Q_OBJECT
private slots:
    void recogniser_data();
    void recogniser();
    void firstAnswersWhileTheSecondIsMade();
    void nobodyElse();
    void longSegment();
    void recogniserThatCannotBeMade();
    void voice();
    void model_data();
    void model();
    void toolsOfAModel();
    void parallelToolsAndBargeIn();
    void toolIsTriedAgain_data();
    void toolIsTriedAgain();
};

namespace {

QStringList takenOver(const Talk &talk)
{
    QStringList out;
    for (const auto &event : talk.all<events::TookOver>()) out << u"%1: %2 for %3, %4"_s.arg(event.what, event.to, event.from, event.code);
    return out;
}

QStringList failures(const Talk &talk)
{
    QStringList out;
    for (const auto &event : talk.all<events::Failure>()) out << event.code;
    return out;
}

// Runs on the test's own thread; time goes on when it is told to.
class ManualExecutor final : public Executor {
public:
    std::int64_t nowUs() const override { return m_now; }
    void post(Task task) override { m_tasks.push_back(std::move(task)); }
    TimerId callAt(std::int64_t atUs, Task task) override
    {
        m_timers[++m_last] = {atUs, std::move(task)};
        return m_last;
    }
    void cancel(TimerId timer) override { m_timers.erase(timer); }
    void openCall() override {}
    void closeCall() override {}
    void run()
    {
        while (!m_tasks.empty()) {
            const Task task = std::move(m_tasks.front());
            m_tasks.pop_front();
            task();
        }
    }
    void runTo(std::int64_t us)
    {
        m_now = us;
        for (auto it = m_timers.begin(); it != m_timers.end();) {
            if (it->second.first > us) { ++it; continue; }
            const Task task = std::move(it->second.second);
            m_timers.erase(it);
            task();
            it = m_timers.begin();
        }
        run();
    }

private:
    std::int64_t m_now = 0;
    TimerId m_last = 0;
    std::map<TimerId, std::pair<std::int64_t, Task>> m_timers;
    std::deque<Task> m_tasks;
};

struct Ears final : SpeechToText::Listener {
    QStringList lines;
    void partialHeard(const Transcript &t) override { lines << u"partial "_s + t.text; }
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &t) override { lines << u"%1 %2"_s.arg(ticket).arg(t.text); }
    void recognitionFailed(const Error &error) override { lines << error.codeName(); }
};

} // namespace

void TestTakeOver::recogniser_data()
{
    QTest::addColumn<bool>("never");
    QTest::addColumn<bool>("secondFails");
    QTest::addColumn<QString>("transcript");
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<int>("asked"); // of the first one
    const QString greeting = u"agent: Hello, this is the order desk."_s;
    const QString good = greeting + u" / caller: where is my order / agent: Your order left the warehouse on Monday morning and comes today."
                                    u" / caller: goodbye / agent: Goodbye."_s;
    QTest::newRow("fails") << false << false << good << QStringList{u"RecognitionFailed"_s} << 1;
    QTest::newRow("never answers") << true << false << good << QStringList{u"TimedOut"_s} << 1;
    QTest::newRow("both fail") << false << true << greeting << QStringList{u"RecognitionFailed"_s, u"RecognitionFailed"_s} << 1;
}

void TestTakeOver::recogniser()
{
    QFETCH(bool, never);
    QFETCH(bool, secondFails);
    QFETCH(QString, transcript);
    QFETCH(QStringList, codes);
    QFETCH(int, asked);
    StubPortFactory ports;
    ports.hearing->name = u"first"_s;
    ports.hearing->fails = !never;
    ports.hearing->neverAnswers = never;
    ports.secondHearing = std::make_shared<Hearing>();
    ports.secondHearing->name = u"second"_s;
    ports.secondHearing->segments = {{u"where is my order"_s}, {u"goodbye"_s}};
    ports.secondHearing->fails = secondFails;
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.longestMs = 40000;
    const Talk result = talk(ports, plan, caller({says(u"where is my order"_s), says(u"goodbye"_s)}, 2000));
    QVERIFY2(result.transcript().startsWith(transcript), qPrintable(result.transcript()));
    QCOMPARE(takenOver(result), QStringList{u"recogniser: second for first, "_s + codes.first()});
    QCOMPARE(failures(result).mid(0, codes.size()), codes);
    QCOMPARE(ports.hearing->opened, 1); // from then on the second one hears
    QVERIFY(ports.hearing->asked >= asked);
    if (secondFails) return;
    // It heard all of the segment, and answered in the turn: what a late one costs is its limit.
    QVERIFY(ports.secondHearing->opened == 2);
    const TurnLatency turn = result.summary.turns.at(1);
    QVERIFY(turn.totalUs().has_value());
    QVERIFY2(*turn.totalUs() < (never ? HearingChain::kLateUs + 1000000 : 1000000), QByteArray::number(*turn.totalUs()));
}

void TestTakeOver::firstAnswersWhileTheSecondIsMade()
{
    ManualExecutor executor;
    auto hearing = std::make_shared<Hearing>();
    hearing->segments = {{u"one"_s}, {u"two"_s}};
    hearing->finalDelayUs = 3000000;
    HearingChain::Made made;
    int tookOver = 0;
    HearingChain chain(std::make_unique<StubSpeechToText>(hearing, executor), [&](HearingChain::Made done) { made = std::move(done); },
                       [&](const Error &, const QString &) { ++tookOver; }, executor);
    Ears ears;
    chain.setListener(&ears);
    chain.begin();
    chain.feed(std::vector<float>(1600, 0.1f));
    const auto first = chain.requestFinal();
    executor.runTo(2600000); // late: a second one is asked for
    QVERIFY(made);
    executor.runTo(3100000); // and here the first one comes
    QCOMPARE(ears.lines, QStringList{u"%1 one"_s.arg(first)});
    auto late = std::make_shared<Hearing>();
    made(std::unique_ptr<SpeechToText>(std::make_unique<StubSpeechToText>(late, executor)));
    QCOMPARE(tookOver, 0);
    chain.begin();
    chain.requestFinal();
    executor.runTo(6500000);
    QCOMPARE(ears.lines.last().section(u' ', 1), u"two"_s);
    QCOMPARE(late->opened, 0);
    // Nothing arrives for what was dropped.
    chain.begin();
    chain.requestFinal();
    chain.drop();
    executor.runTo(20000000);
    QCOMPARE(ears.lines.size(), 2);
}

void TestTakeOver::nobodyElse()
{
    ManualExecutor executor;
    auto hearing = std::make_shared<Hearing>();
    hearing->segments = {{u"one"_s}};
    hearing->finalDelayUs = 5000000;
    int asked = 0;
    HearingChain chain(std::make_unique<StubSpeechToText>(hearing, executor),
                       [&](const HearingChain::Made &done) { ++asked; done(Error(Error::Code::NotFound)); }, [](const Error &, const QString &) {}, executor);
    Ears ears;
    chain.setListener(&ears);
    chain.begin();
    chain.requestFinal();
    executor.runTo(4000000);
    QCOMPARE(ears.lines, QStringList()); // late, but there is only this one: it is waited for
    executor.runTo(5000000);
    QCOMPARE(ears.lines.size(), 1);
    hearing->fails = true;
    chain.begin();
    chain.requestFinal();
    executor.runTo(11000000);
    QCOMPARE(ears.lines.last(), u"RecognitionFailed"_s);
    QCOMPARE(asked, 1);
}

// Sound beyond a minute is let go from its beginning; the rest arrives whole.
void TestTakeOver::longSegment()
{
    ManualExecutor executor;
    auto first = std::make_shared<Hearing>(), second = std::make_shared<Hearing>();
    first->fails = true;
    second->segments = {{u"all of it"_s}};
    HearingChain chain(std::make_unique<StubSpeechToText>(first, executor),
                       [&](const HearingChain::Made &done) { done(std::unique_ptr<SpeechToText>(std::make_unique<StubSpeechToText>(second, executor))); },
                       [](const Error &, const QString &) {}, executor);
    Ears ears;
    chain.setListener(&ears);
    chain.begin();
    for (int i = 0; i < 7000; ++i) chain.feed(std::vector<float>(160, 2.0f)); // 70 s, too loud
    chain.requestFinal();
    executor.run();
    QVERIFY2(second->fedUs > 58000000 && second->fedUs <= 60000000, QByteArray::number(qlonglong(second->fedUs)));
    QCOMPARE(ears.lines.size(), 1);
    QVERIFY(ears.lines.first().endsWith(u"all of it"_s));
}

void TestTakeOver::recogniserThatCannotBeMade()
{
    class Ports final : public StubPortFactory {
        Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) override
        {
            if (provider == "cloud"_L1) return Error{Error::Code::NotConfigured, {provider}};
            return StubPortFactory::speechToText(provider, language, executor);
        }
    } ports;
    ports.hearing->segments = {{u"goodbye"_s}};
    CallPlan plan = planFor(SmallAgent::orderDesk());
    plan.sttProvider = u"cloud"_s;
    plan.sttSecond = u"local"_s;
    const Talk result = talk(ports, plan, caller({says(u"goodbye"_s)}));
    QVERIFY(result.transcript().endsWith(u"agent: Goodbye."_s));
    QCOMPARE(failures(result), QStringList{u"NotConfigured"_s});
}

void TestTakeOver::voice()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"goodbye"_s}};
    ports.speaking->fails = true;
    const Talk result = talk(ports, planFor(SmallAgent::orderDesk()), caller({says(u"goodbye"_s)}));
    QCOMPARE(takenOver(result), QStringList{u"voice: espeak for , SpeechFailed"_s});
    QCOMPARE(result.transcript(), u"agent: Hello, this is the order desk. / caller: goodbye / agent: Goodbye."_s);
}

namespace {

std::shared_ptr<const Program> chatting()
{
    return SmallAgent()
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .end(u"sorry"_s, u"I have no answer."_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"ask"_s)
        .go(u"answer"_s, u"failed"_s, u"sorry"_s)
        .compile();
}

} // namespace

void TestTakeOver::model_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("over");
    QTest::newRow("well") << u"well"_s << u"First."_s << QStringList();
    QTest::newRow("fails") << u"fails"_s << u"Second."_s << QStringList{u"model: large for small, ServerFailed"_s};
    QTest::newRow("never answers") << u"never"_s << u"Second."_s << QStringList{u"model: large for small, TimedOut"_s};
    QTest::newRow("is not set up") << u"missing"_s << u"Second."_s << QStringList{u"model: large for small, NotConfigured"_s};
    // What it said stands; a second answer on top of half a first one would be nonsense.
    QTest::newRow("breaks off") << u"breaks"_s << u"First."_s << QStringList();
    QTest::newRow("both fail") << u"both"_s << u"I have no answer."_s << QStringList{u"model: large for small, ServerFailed"_s};
}

void TestTakeOver::model()
{
    QFETCH(QString, how);
    QFETCH(QString, answer);
    QFETCH(QStringList, over);
    StubPortFactory ports;
    ports.hearing->segments = {{u"hello"_s}, {u"and now"_s}};
    ports.thinking->pieces = {u"First. "_s};
    ports.thinking->fails = how == "fails"_L1 || how == "both"_L1;
    ports.thinking->neverAnswers = how == "never"_L1;
    ports.thinking->breaksOff = how == "breaks"_L1;
    ports.modelMissing = how == "missing"_L1;
    ports.secondThinking = std::make_shared<Thinking>();
    ports.secondThinking->pieces = {u"Second. "_s};
    ports.secondThinking->fails = how == "both"_L1;
    CallPlan plan = planFor(chatting());
    plan.model = u"small"_s;
    plan.secondModelProvider = u"second"_s;
    plan.secondModel = u"large"_s;
    plan.secondModelAfterMs = 1500;
    plan.longestMs = 60000;
    const Talk result = talk(ports, plan, caller({says(u"hello"_s), says(u"and now"_s)}, 2000));
    QVERIFY2(result.transcript().startsWith(u"caller: hello / agent: "_s + answer), qPrintable(result.transcript()));
    QCOMPARE(takenOver(result), over);
    if (answer != "Second."_L1) return;
    // The same question, with its own name; and it stays with the second one.
    QCOMPARE(ports.secondThinking->asked.size(), 2);
    QCOMPARE(ports.secondThinking->asked.first().model, u"large"_s);
    QCOMPARE(ports.secondThinking->asked.first().messages.last().text, u"hello"_s);
    QVERIFY(ports.thinking->asked.size() <= 1);
    if (how == "never"_L1) {
        const auto total = result.summary.turns.at(0).totalUs();
        QVERIFY(total && *total >= 1500000 && *total < 2500000);
    }
}

namespace {

const QJsonObject kTool{{u"name"_s, u"find"_s}, {u"description"_s, u"Finds."_s}, {u"method"_s, u"GET"_s}, {u"url"_s, u"http://tools.example/{code}"_s},
                        {u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"code"_s}}}}, {u"retries"_s, 1}};
const QJsonObject kOrder{{u"name"_s, u"order"_s}, {u"description"_s, u"Orders."_s}, {u"method"_s, u"POST"_s}, {u"url"_s, u"http://tools.example/order"_s},
                         {u"changes_outside"_s, true}};

std::shared_ptr<const Program> handy()
{
    AgentScript script = chatting()->script();
    for (Node &node : script.flow.nodes)
        if (node.type == "model"_L1) node.settings.insert(u"tools"_s, QJsonArray{kTool, kOrder});
    auto program = Program::compile(script);
    return program ? *program : nullptr;
}

} // namespace

void TestTakeOver::toolsOfAModel()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"where is it"_s}};
    ports.thinking->pieces = {u"Just a moment. "_s};
    ports.thinking->calls = {{{u"c1"_s, u"find"_s, {{u"code"_s, u"a"_s}}}}};
    ports.doing->delayUs = 400000;
    ports.doing->json = QJsonObject{{u"state"_s, u"sent"_s}};
    const Talk result = talk(ports, planFor(handy()), caller({says(u"where is it"_s)}, 2000));
    QCOMPARE(result.transcript(), u"caller: where is it / agent: Just a moment. / agent: Just a moment."_s);
    QCOMPARE(ports.thinking->asked.size(), 2);
    const auto &messages = ports.thinking->asked.last().messages;
    const auto assistant = std::find_if(messages.begin(), messages.end(), [](const ModelMessage &m) { return !m.toolCalls.isEmpty(); });
    QVERIFY(assistant != messages.end() && std::next(assistant) != messages.end());
    QCOMPARE(assistant->toolCalls[0]["id"_L1].toString(), u"c1"_s);
    QCOMPARE(int(std::next(assistant)->role), int(ModelMessage::Role::Tool));
    QCOMPARE(std::next(assistant)->toolCallId, u"c1"_s);
    QCOMPARE(std::next(assistant)->text, u"{\"state\":\"sent\"}"_s);
    const auto called = result.all<events::ToolCalled>();
    QCOMPARE(called.size(), 1);
    QCOMPARE(called.first().arguments["code"_L1].toString(), u"a"_s);
    QCOMPARE(result.all<events::ToolReturned>().first().receipt, called.first().receipt);
}

// The caller interrupts while two tools run: both results reach the model, none runs twice, and what others are sent names
// the conversation.
void TestTakeOver::parallelToolsAndBargeIn()
{
    StubPortFactory ports;
    ports.hearing->segments = {{u"order it"_s}, {u"wait a moment please"_s}};
    ports.thinking->pieces = {u"I am ordering it for you right now, that may take a while. "_s};
    ports.thinking->calls = {{{u"c1"_s, u"order"_s, {}}, {u"c2"_s, u"find"_s, {{u"code"_s, u"a"_s}}}}};
    ports.doing->delayUs = 4000000;
    const Talk result = talk(ports, planFor(handy()), caller({says(u"order it"_s), sounds({900}, Says::When::AgentSpoke, 500)}, 3000));
    QCOMPARE(result.summary.stops.size(), 1);
    QCOMPARE(ports.doing->called.size(), 2);
    // What changes something is written down before it is sent.
    QVERIFY(ports.doing->called.first().idempotencyKey.isEmpty());
    QVERIFY2(ports.doing->called.last().idempotencyKey.contains("/2:answer"), ports.doing->called.last().idempotencyKey);
    QCOMPARE(ports.doing->cancelled, 0);
    QCOMPARE(ports.thinking->asked.size(), 2);
    QStringList told;
    for (const ModelMessage &message : ports.thinking->asked.last().messages) told << message.text;
    QVERIFY2(told.contains(u"wait a moment please"_s), qPrintable(told.join(u'|')));
    // The model believes to have said what was heard of it.
    QVERIFY(!told.join(u'|').contains(u"a while"_s));
    QCOMPARE(told.count(u"{}"_s), 2);
}

void TestTakeOver::toolIsTriedAgain_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<int>("status"); // 0: no answer
    QTest::addColumn<int>("tries");
    QTest::newRow("reads, server fails") << u"find"_s << 503 << 2;
    QTest::newRow("reads, is told to wait") << u"find"_s << 429 << 2;
    QTest::newRow("reads, nobody there") << u"find"_s << 0 << 2;
    QTest::newRow("reads, is told no") << u"find"_s << 404 << 1;
    QTest::newRow("changes something") << u"order"_s << 503 << 1;
}

void TestTakeOver::toolIsTriedAgain()
{
    QFETCH(QString, tool);
    QFETCH(int, status);
    QFETCH(int, tries);
    StubPortFactory ports;
    ports.hearing->segments = {{u"go"_s}};
    ports.thinking->pieces = {u"Well. "_s};
    ports.thinking->calls = {{{u"c1"_s, tool, tool == "find"_L1 ? QJsonObject{{u"code"_s, u"a"_s}} : QJsonObject()}}};
    ports.doing->status = status;
    ports.doing->fails = status == 0;
    const Talk result = talk(ports, planFor(handy()), caller({says(u"go"_s)}, 2000));
    QCOMPARE(ports.doing->called.size(), tries);
    QCOMPARE(result.all<events::ToolCalled>().size(), 1);
    QCOMPARE(result.all<events::ToolReturned>().size(), 1);
    QCOMPARE(ports.thinking->asked.size(), 2); // and the model heard of it
}

QTEST_GUILESS_MAIN(TestTakeOver)
#include "test_take_over.moc"
