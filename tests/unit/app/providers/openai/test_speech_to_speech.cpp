#include "app/host/two_voices.h"
#include "app/providers/net/web_socket.h"
#include "app/providers/openai/realtime_model.h"
#include "tests/support/loopback/realtime_server.h"
#include "tests/support/talk_run.h"
#include <QJsonArray>
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// The stubs, and a model that hears and speaks behind a real socket.
class Ports final : public StubPortFactory {
public:
    explicit Ports(const RealtimeServer &server) : m_server(server) { modelMissing = true; }
    Result<SpeechModel> speechModel(const QString &provider, const VoiceSettings &voice, Executor &executor) override
    {
        if (provider != "live"_L1) return Error(Error::Code::NotFound, {u"provider"_s, provider});
        return makeRealtimeModel(m_sockets, {u"live"_s, QUrl(QString::fromStdString(m_server.address())), "key-1", u"gpt-realtime"_s,
                                             voice.voice.isEmpty() ? u"marin"_s : voice.voice, u"gpt-4o-transcribe"_s, voice.language}, executor);
    }

private:
    const RealtimeServer &m_server;
    WebSockets m_sockets;
};

const QJsonObject kOrder{{u"name"_s, u"order"_s}, {u"description"_s, u"Orders."_s}, {u"method"_s, u"POST"_s}, {u"url"_s, u"http://tools.example/order"_s},
                         {u"changes_outside"_s, true}, {u"arguments"_s, QJsonArray{QJsonObject{{u"name"_s, u"what"_s}}}}};

// Greets in the agent's voice, then the model answers whatever is said.
std::shared_ptr<const Program> talking(bool withTool = false)
{
    AgentScript script = SmallAgent()
        .say(u"hello"_s, u"Hello, this is the order desk."_s)
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .end(u"sorry"_s, u"I have no answer."_s)
        .go(u"hello"_s, u"next"_s, u"ask"_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"ask"_s)
        .go(u"answer"_s, u"failed"_s, u"sorry"_s)
        .compile()->script();
    for (Node &node : script.flow.nodes)
        if (withTool && node.type == "model"_L1) node.settings.insert(u"tools"_s, QJsonArray{kOrder});
    auto program = Program::compile(script);
    return program ? *program : nullptr;
}

CallPlan plan(bool withTool = false)
{
    CallPlan plan = planFor(talking(withTool));
    plan.speechModel = u"live"_s;
    plan.longestMs = 60000;
    return plan;
}

QStringList failures(const Talk &talk)
{
    QStringList out;
    for (const auto &event : talk.all<events::Failure>()) out << event.code;
    return out;
}

// The transcript; what the agent said in one go is one line, however many pieces it came in.
QString told(const Talk &talk)
{
    QStringList lines;
    Who last = Who::Human;
    for (const TranscriptLine &line : talk.summary.transcript) {
        const QString words = line.who == Who::Caller ? line.text : line.heard;
        if (line.who == last) lines.last() += u' ' + words;
        else lines << (line.who == Who::Caller ? u"caller: "_s : u"agent: "_s) + words;
        last = line.who;
    }
    return lines.join(u" / "_s);
}

qint64 outputTokens(const Talk &talk)
{
    qint64 tokens = 0;
    for (const auto &event : talk.all<events::ModelReturned>()) tokens += event.outputTokens;
    for (const auto &event : talk.all<events::SpeechUsed>())
        if (event.model == "gpt-realtime"_L1) tokens += event.outputTokens;
    return tokens;
}

} // namespace

// Whole conversations with a model that hears and speaks itself (OpenAI Realtime), against a server that speaks the
// vendor's protocol.
class TestSpeechToSpeech : public QObject {
    Q_OBJECT
private slots:
    void aConversation()
    {
        RealtimeServer server({u"Where is my order?"_s, u"Thank you."_s}, {{u"Your order left Tver this morning. It comes today."_s, {}, {}}, {u"You are welcome."_s, {}, {}}});
        Ports ports(server);
        CallPlan asked = plan();
        asked.speechVoice = u"cedar"_s;
        const Talk result = talk(ports, asked, caller({says(u"where is my order"_s), says(u"thank you so much"_s)}, 3000));
        QCOMPARE(told(result), u"agent: Hello, this is the order desk. / caller: Where is my order? / agent: Your order left Tver this morning. It comes today."
                                      u" / caller: Thank you. / agent: You are welcome."_s);
        QCOMPARE(failures(result), QStringList());
        QCOMPARE(server.errorsSent(), QStringList());
        QCOMPARE(ports.speaking->spoken, QStringList{u"Hello, this is the order desk."_s}); // the rest is in the model's own voice
        QCOMPARE(ports.hearing->opened, 0);
        QCOMPARE(server.connections(), 1);
        // What was said before stands in the model's conversation, words and all.
        QCOMPARE(server.conversation().first(), u"agent: Hello, this is the order desk."_s);
        QCOMPARE(server.conversation().size(), 5);
        // Counted once.
        QCOMPARE(outputTokens(result), qint64(server.outputTokens()));
        QCOMPARE(result.all<events::ModelReturned>().size(), 2);
        // The parts partition the pause that was recorded.
        for (const TurnLatency &turn : result.summary.turns) {
            if (!turn.totalUs() || !turn.callerEnd) continue;
            QVERIFY(std::abs(result.recordedLatencyUs(turn.callerEnd->value) - *turn.totalUs()) <= 10000);
        }
        const QJsonObject session = server.got(u"session.update"_s).last()["session"_L1].toObject();
        QCOMPARE(session["type"_L1].toString(), u"realtime"_s);
        QCOMPARE(session["audio"_L1]["output"_L1]["voice"_L1].toString(), u"cedar"_s);
        QCOMPARE(session["audio"_L1]["output"_L1]["format"_L1].toObject(), (QJsonObject{{u"type"_s, u"audio/pcm"_s}, {u"rate"_s, 24000}}));
        QVERIFY(session["audio"_L1]["input"_L1]["turn_detection"_L1].isNull());
        QVERIFY(session["instructions"_L1].toString().contains("Be kind."_L1));
    }

    // The caller interrupts: the server is told how much was heard, to the millisecond, and both histories agree.
    void bargeIn_data()
    {
        QTest::addColumn<int>("stopsAfter");
        QTest::newRow("the answer was there") << -1;
        QTest::newRow("it was still coming") << 14;
    }
    void bargeIn()
    {
        QFETCH(int, stopsAfter);
        RealtimeServer server({u"Tell me everything."_s, u"Stop please now."_s},
                              {{u"First there was nothing at all and then there came a very long story that nobody wants to hear to its end, and it goes on."_s, {}, {}, stopsAfter},
                               {u"Very well."_s, {}, {}}});
        Ports ports(server);
        const Talk result = talk(ports, plan(), caller({says(u"tell me everything"_s), sounds({1200}, Says::When::AgentSpoke, 2000)}, 3000),
                                 stopsAfter < 0 ? ConversationHost::Pace::AsFastAsPossible : ConversationHost::Pace::RealTime);
        QCOMPARE(server.errorsSent(), QStringList());
        const auto truncated = server.got(u"conversation.item.truncate"_s);
        QCOMPARE(truncated.size(), 1);
        const auto stopped = result.all<events::Stopped>();
        QCOMPARE(stopped.size(), 1);
        // All pieces of the answer that were heard, from its first sample to the last one.
        qint64 start = -1, end = 0;
        QString heard;
        for (const auto &ended : result.all<events::AnswerEnded>()) {
            if (ended.answer == 1 || ended.heard.isEmpty() || ended.startUs > stopped[0].silentUs) continue;
            if (start < 0) start = ended.startUs;
            end = ended.endUs;
            heard += (heard.isEmpty() ? u""_s : u" "_s) + ended.heard;
        }
        const qint64 ms = truncated[0]["audio_end_ms"_L1].toInteger();
        QVERIFY2(std::abs(ms - (end - start) / 1000) <= 25, qPrintable(u"%1 told, %2 heard"_s.arg(ms).arg((end - start) / 1000)));
        QVERIFY2(heard.startsWith("First there was nothing"_L1) && !heard.endsWith("goes on."_L1), qPrintable(heard));
        QCOMPARE(server.conversation().at(2), u"agent, cut: %1 ms"_s.arg(ms));
        QVERIFY2(told(result).endsWith(u"caller: Stop please now. / agent: Very well."_s), qPrintable(told(result)));
        QCOMPARE(server.got(u"response.cancel"_s).size(), stopsAfter < 0 ? 0 : 1);
        QCOMPARE(outputTokens(result), qint64(server.outputTokens())); // also of what was cancelled
    }

    // A tool that changes something runs once, through the tool runner, with its receipt.
    void tools()
    {
        RealtimeServer server({u"Order the red one."_s}, {{u"One moment."_s, u"order"_s, u"{\"what\":\"red\"}"_s}, {u"It is ordered."_s, {}, {}}});
        Ports ports(server);
        ports.doing->json = QJsonObject{{u"state"_s, u"ok"_s}};
        const Talk result = talk(ports, plan(true), caller({says(u"order the red one"_s)}, 3000));
        QCOMPARE(told(result), u"agent: Hello, this is the order desk. / caller: Order the red one. / agent: One moment. It is ordered."_s);
        QCOMPARE(ports.doing->called.size(), 1);
        QCOMPARE(result.all<events::ToolCalled>().size(), 1);
        QVERIFY(result.all<events::ToolCalled>()[0].changesOutside);
        QCOMPARE(server.errorsSent(), QStringList());
        const QStringList lines = server.conversation();
        QVERIFY2(lines.contains(u"call order"_s) && lines.contains(u"result {\"state\":\"ok\"}"_s), qPrintable(lines.join(u'|')));
        const QJsonArray tools = server.got(u"session.update"_s).last()["session"_L1]["tools"_L1].toArray();
        QCOMPARE(tools[0]["name"_L1].toString(), u"order"_s);
        QCOMPARE(tools[0]["type"_L1].toString(), u"function"_s);
    }

    // The connection is cut within a word: the agent's voice says the rest of what is known, and the next answer comes over
    // a new connection that was told all of the conversation.
    void cutWithinAWord()
    {
        RealtimeServer server({u"Where is it?"_s, u"And now?"_s}, {{u"Your order left the warehouse. It comes today by noon."_s, {}, {}, -1, 6}, {u"Soon."_s, {}, {}}});
        Ports ports(server);
        const Talk result = talk(ports, plan(), caller({says(u"where is it"_s), says(u"and what about now"_s)}, 3000));
        QVERIFY2(told(result).startsWith(u"agent: Hello, this is the order desk. / caller: Where is it? / agent: Your order left the warehouse."_s), qPrintable(told(result)));
        QVERIFY2(told(result).endsWith(u"caller: And now? / agent: Soon."_s), qPrintable(told(result)));
        QCOMPARE(server.connections(), 2);
        QCOMPARE(server.errorsSent(), QStringList());
        const QStringList lines = server.conversation();
        QCOMPARE(lines[0], u"agent: Hello, this is the order desk."_s);
        QCOMPARE(lines[1], u"caller: Where is it?"_s);
        QVERIFY2(lines[2].startsWith(u"agent: Your order left the warehouse."_s), qPrintable(lines[2]));
        QCOMPARE(outputTokens(result), qint64(server.outputTokens()));
    }

    // A moment's trouble is tried again before a word was heard; what stays is the author's sentence.
    void failedAnswers_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("failing");
        QTest::addColumn<QString>("answer");
        QTest::newRow("once") << u""_s << 1 << u"Today."_s;
        QTest::newRow("limit, once") << u"rate_limit_exceeded"_s << 1 << u"Today."_s;
        QTest::newRow("again and again") << u"rate_limit_exceeded"_s << 9 << u"I have no answer."_s;
        QTest::newRow("for good") << u"content_refused"_s << 9 << u"I have no answer."_s;
    }
    void failedAnswers()
    {
        QFETCH(QString, code);
        QFETCH(int, failing);
        QFETCH(QString, answer);
        std::deque<RealtimeServer::Answer> answers;
        for (int i = 0; i < failing; ++i) answers.push_back({{}, {}, {}, -1, -1, code.isEmpty() ? u"server_error"_s : code});
        answers.push_back({u"Today."_s, {}, {}});
        RealtimeServer server({u"When?"_s}, answers);
        Ports ports(server);
        const Talk result = talk(ports, plan(), caller({says(u"when does it come"_s)}, 2000));
        QCOMPARE(told(result), u"agent: Hello, this is the order desk. / caller: When? / agent: "_s + answer);
        QCOMPARE(outputTokens(result), qint64(server.outputTokens()));
    }

    // A server that fell silent is left for a new connection, which answers the next question.
    void neverAnswers()
    {
        RealtimeServer server({u"When?"_s, u"Hello?"_s}, {{{}, {}, {}, -1, -1, {}, true}, {u"Today."_s, {}, {}}});
        Ports ports(server);
        AgentScript script = talking()->script();
        for (Node &node : script.flow.nodes)
            if (node.type == "model"_L1) node.settings.insert(u"timeout_ms"_s, 1000);
        for (Edge &edge : script.flow.edges)
            if (edge.port == "failed"_L1) edge.to = u"ask"_s;
        CallPlan asked = planFor(*Program::compile(script));
        asked.speechModel = u"live"_s;
        const Talk result = talk(ports, asked, caller({says(u"when does it come"_s), says(u"hello are you there"_s)}, 2500), ConversationHost::Pace::RealTime);
        QVERIFY2(told(result).endsWith(u"caller: When? Hello? / agent: Today."_s), qPrintable(told(result)));
        QCOMPARE(failures(result), QStringList{u"TimedOut"_s});
        QCOMPARE(server.connections(), 2);
    }

    void wordsWithoutSound()
    {
        RealtimeServer server({u"When?"_s}, {{u"It comes today."_s, {}, {}, -1, -1, {}, false, true}});
        Ports ports(server);
        const Talk result = talk(ports, plan(), caller({says(u"when does it come"_s)}, 2500));
        QVERIFY2(told(result).endsWith(u"agent: It comes today."_s), qPrintable(told(result)));
        QCOMPARE(ports.speaking->spoken.last(), u"It comes today."_s); // in the agent's voice
    }

    // Nobody at all is there: other parts hear, think and speak, within the turn.
    void others()
    {
        RealtimeServer server({}, {}, u"401"_s);
        Ports ports(server);
        ports.modelMissing = false;
        ports.thinking->pieces = {u"From the chat model."_s};
        ports.hearing->name = u"first"_s;
        ports.secondHearing = std::make_shared<Hearing>();
        ports.secondHearing->name = u"second"_s;
        ports.secondHearing->segments = {{u"where is it"_s}};
        CallPlan asked = plan();
        asked.model = u"small"_s;
        const Talk result = talk(ports, asked, caller({says(u"where is it"_s)}, 3000));
        QCOMPARE(told(result), u"agent: Hello, this is the order desk. / caller: where is it / agent: From the chat model."_s);
        QVERIFY(failures(result).contains(u"Unauthorized"_s));
        QCOMPARE(result.all<events::TookOver>().size(), 2);
    }

    void notSetUp()
    {
        RealtimeServer server({}, {});
        Ports ports(server);
        ports.modelMissing = false;
        ports.thinking->pieces = {u"From the chat model."_s};
        ports.hearing->segments = {{u"where is it"_s}};
        CallPlan asked = plan();
        asked.speechModel = u"unknown"_s;
        const Talk result = talk(ports, asked, caller({says(u"where is it"_s)}, 3000));
        QVERIFY(told(result).endsWith(u"caller: where is it / agent: From the chat model."_s));
        QCOMPARE(failures(result), QStringList{u"NotFound"_s});
    }
};

QTEST_GUILESS_MAIN(TestSpeechToSpeech)
#include "test_speech_to_speech.moc"
