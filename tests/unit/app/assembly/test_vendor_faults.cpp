#include "app/assembly/vendor_speech.h"
#include "app/providers/openai/chat_model.h"
#include "tests/support/loopback/chat_chunks.h"
#include "tests/support/loopback/realtime_server.h"
#include "tests/support/talk_run.h"
#include "tests/unit/app/assembly/vendor_faults.h"
#if __has_include(<grpcpp/grpcpp.h>)
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include "tests/unit/app/providers/yandex/grpc_server.h"
#define VOX_HAS_GRPC 1
#endif
#include "app/realtime/work_pool.h"
#include <QJsonArray>
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

enum class Side { Hears, Thinks, Speaks, Talks };

// One vendor with one fault, and a conversation that meets it.
struct Trial {
    std::string fault;
    QString address;
    Moment moment;
    std::unique_ptr<LoopbackServer> http;
    std::unique_ptr<RealtimeServer> realtime;
#ifdef VOX_HAS_GRPC
    std::unique_ptr<GrpcServer> grpc;
#endif
    std::unique_ptr<StubPortFactory> ports;
    Talk talk;
};

// The stubs, but one part is a vendor's.
class OneVendor final : public StubPortFactory {
public:
    OneVendor(HttpClient &http, Side side, const QString &kind, const QString &address, const QString &model)
        : m_http(http), m_side(side), m_address(address), m_model(model), m_vendors(http, [](const QString &) { return QByteArray("key-1"); })
    {
        const QJsonObject row{{u"name"_s, u"v"_s}, {u"kind"_s, kind}, {u"address"_s, address}, {u"secret"_s, u"k"_s}, {u"speech_model"_s, model}, {u"recognition_model"_s, model}};
        m_vendors.setProviders(speechProviders(QJsonArray{row}));
        hearing->segments = {{u"where is it"_s}};
        secondHearing = std::make_shared<Hearing>();
        secondHearing->name = u"second"_s;
        secondHearing->segments = {{u"where is it"_s}};
        thinking->pieces = {u"It comes today."_s};
    }
    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) override
    {
        return m_side == Side::Hears ? m_vendors.recogniser(u"v"_s, language, executor) : StubPortFactory::speechToText(provider, language, executor);
    }
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor) override
    {
        return m_side == Side::Speaks && provider != "espeak"_L1 ? m_vendors.voice(u"v"_s, executor) : StubPortFactory::textToSpeech(provider, voice, executor);
    }
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &provider, Executor &executor) override
    {
        if (m_side == Side::Talks) return Error(Error::Code::NotConfigured, {provider});
        if (m_side != Side::Thinks) return StubPortFactory::languageModel(provider, executor);
        return std::unique_ptr<LanguageModel>(std::make_unique<ChatModel>(m_http, ChatEndpoint{QUrl(m_address), "key-1"}, executor));
    }
    Result<SpeechModel> speechModel(const QString &, const VoiceSettings &voice, Executor &executor) override { return m_vendors.speechModel(u"v"_s, voice, executor); }

private:
    HttpClient &m_http;
    const Side m_side;
    const QString m_address, m_model;
    VendorSpeech m_vendors;
};

// What the agent's author chose: an answer, and a sentence for when there is none.
CallPlan planOf(Side side, const QString &model)
{
    AgentScript script = SmallAgent()
        .say(u"hello"_s, u"Hello."_s)
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .end(u"bye"_s, u"Goodbye."_s)
        .end(u"sorry"_s, u"I have no answer."_s)
        .go(u"hello"_s, u"next"_s, u"ask"_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"bye"_s)
        .go(u"answer"_s, u"failed"_s, u"sorry"_s)
        .compile()->script();
    for (Node &node : script.flow.nodes)
        if (node.type == "model"_L1) node.settings.insert(u"timeout_ms"_s, 2500);
    CallPlan plan = planFor(*Program::compile(script));
    plan.model = model;
    if (side == Side::Talks) plan.speechModel = u"v"_s;
    plan.longestMs = 40000;
    return plan;
}

struct Vendor {
    const char *name;
    Side side;
    const char *kind, *model;
};
const Vendor kVendors[] = {{"openai chat", Side::Thinks, "", "gpt-4o-mini"},
                           {"yandexgpt", Side::Thinks, "", "gpt://b1g/yandexgpt/latest"},
                           {"openai transcription", Side::Hears, "openai", "whisper-1"},
                           {"openai speech", Side::Speaks, "openai", "tts-1"},
                           {"openai realtime, hears", Side::Hears, "openai_realtime", "gpt-4o-transcribe"},
                           {"openai realtime, talks", Side::Talks, "openai_realtime", "gpt-realtime"},
#ifdef VOX_HAS_GRPC
                           {"speechkit, hears", Side::Hears, "yandex", "general"},
                           {"speechkit, speaks", Side::Speaks, "yandex", "general"},
#endif
};

// A second of a loud tone.
QByteArray tone(int rate)
{
    QByteArray pcm(rate * 2, 0);
    auto *samples = reinterpret_cast<qint16 *>(pcm.data());
    for (int i = 0; i < rate; ++i) samples[i] = i % 40 < 20 ? 8000 : -8000;
    return pcm;
}

#ifdef VOX_HAS_GRPC
// SpeechKit v3: a piece of sound; what was heard (4: so far, 5: in the end, 6: the end of it).
QByteArray spoken()
{
    ProtoWriter chunk, piece;
    chunk.bytes(1, tone(22050 / 2));
    piece.message(1, chunk);
    return piece.bytes();
}

QByteArray recognised(int field)
{
    ProtoWriter alternative, alternatives, response;
    alternative.text(2, u"where is it"_s);
    alternatives.message(1, alternative);
    if (field == 6) alternatives = {};
    response.message(field, alternatives);
    return response.bytes();
}

bool isEndOfSound(const QByteArray &message)
{
    ProtoReader reader(message);
    return reader.next() && reader.field() == 4;
}
#endif

std::string eventStream(const std::vector<std::string> &events)
{
    std::string body;
    for (const std::string &event : events) body += "data: " + event + "\n\n";
    return body;
}

void serve(Trial &trial, const Vendor &vendor)
{
    const bool socket = QLatin1String(vendor.kind) == "openai_realtime"_L1, grpc = QLatin1String(vendor.kind) == "yandex"_L1;
    if (trial.fault == "refused") {
        LoopbackServer gone([](const auto &, auto &) {});
        trial.address = QString::fromStdString(gone.address());
    } else if (socket && trial.fault != "half") {
        static const std::map<std::string, QString> names{{"never", u"silent"_s}, {"mid", u""_s}, {"slow", u"slow"_s}};
        const auto known = names.find(trial.fault);
        const QString fault = known != names.end() ? known->second : QString::fromStdString(trial.fault);
        const bool hears = vendor.side == Side::Hears;
        trial.realtime = std::make_unique<RealtimeServer>(
            QStringList{u"where is it"_s}, std::deque<RealtimeServer::Answer>{{u"It comes today by noon."_s, {}, {}, -1, trial.fault == "mid" ? 4 : -1}},
            hears ? (trial.fault == "mid" ? u"hear drop"_s : fault.toInt() > 0 ? fault : u"hear "_s + fault) : fault);
        trial.address = QString::fromStdString(trial.realtime->address());
        return;
#ifdef VOX_HAS_GRPC
    } else if (grpc) {
        trial.grpc = std::make_unique<GrpcServer>([&trial, vendor](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            const std::string &fault = trial.fault;
            if (fault == "401") return call.finish(grpc::StatusCode::UNAUTHENTICATED);
            if (fault == "429") return call.finish(grpc::StatusCode::RESOURCE_EXHAUSTED);
            if (fault == "503") return call.finish(grpc::StatusCode::UNAVAILABLE);
            if (fault == "never") return;
            if (fault == "garbage") return call.send("\xff\xff\xff\xff\xff");
            if (fault == "schema") return call.send(QByteArray("\x22\x03" "abc", 5));
            if (fault == "half") return call.finish(grpc::StatusCode::INTERNAL);
            if (!message) return;
            const bool speaks = vendor.side == Side::Speaks, asked = speaks || isEndOfSound(*message);
            if (fault == "mid" && asked) call.send(speaks ? spoken() : recognised(4));
            if (fault == "mid") return asked ? call.finish(grpc::StatusCode::INTERNAL) : void();
            if (!asked) return;
            trial.moment.wait(300);
            call.send(speaks ? spoken() : recognised(5));
            if (!speaks) call.send(recognised(6));
            if (speaks) call.finish();
        });
        trial.address = u"http://127.0.0.1:%1"_s.arg(trial.grpc->port());
        return;
#endif
    } else {
        std::string type = "application/json", good = R"({"text":"where is it","usage":{"type":"tokens","input_tokens":10,"output_tokens":3}})";
        if (vendor.side == Side::Thinks) {
            type = "text/event-stream";
            good = eventStream({chatFirst(), chatText("It comes today."), chatEnd(), chatUsage(20, 4), "[DONE]"});
        }
        if (vendor.side == Side::Speaks) {
            type = "audio/pcm";
            good = tone(24000).toStdString();
        }
        trial.http = std::make_unique<LoopbackServer>([&trial, type, good](const auto &request, auto &connection) {
            if (trial.fault == "half" && request.headers.count("sec-websocket-key")) halfAFrame(request, connection);
            else failHttp(trial.fault, type, good, connection, trial.moment);
        });
        trial.address = QString::fromStdString(trial.http->address());
    }
    if (socket) trial.address.replace(u"http://"_s, u"ws://"_s);
}

QStringList heardOf(const Talk &talk)
{
    QStringList out;
    for (const auto &ended : talk.all<events::AnswerEnded>()) out << ended.heard;
    return out;
}

} // namespace

// Every vendor with every fault: nothing hangs, the caller hears what the author chose, nothing is counted twice. In real
// time, all faults of a vendor beside each other.
class TestVendorFaults : public QObject {
    Q_OBJECT
private slots:
    void faults_data()
    {
        QTest::addColumn<int>("vendor");
        for (std::size_t i = 0; i < std::size(kVendors); ++i) QTest::newRow(kVendors[i].name) << int(i);
    }
    void faults()
    {
        QFETCH(int, vendor);
        const Vendor &asked = kVendors[vendor];
        HttpClient http;
        WorkPool pool(1);
        std::vector<std::unique_ptr<Trial>> trials;
        for (const char *fault : kFaults) {
            trials.push_back(std::make_unique<Trial>());
            trials.back()->fault = fault;
            serve(*trials.back(), asked);
            trials.back()->ports = std::make_unique<OneVendor>(http, asked.side, QString::fromLatin1(asked.kind), trials.back()->address, QString::fromLatin1(asked.model));
        }
        {
            std::vector<std::unique_ptr<ConversationHost>> hosts;
            for (const auto &trial : trials) {
                hosts.push_back(std::make_unique<ConversationHost>(*trial->ports, pool));
                const auto call = hosts.back()->start(planOf(asked.side, QString::fromLatin1(asked.model)), caller({says(u"where is it"_s)}, 30000),
                                                      std::make_shared<TalkObserver>(trial->talk));
                QVERIFY(call);
            }
            for (const auto &host : hosts) host->waitUntilIdle();
        }
        for (const auto &trial : trials) trial->talk.summary = summarise(trial->talk.events);
        for (const auto &trial : trials) judge(*trial, asked);
    }

private:
    void judge(const Trial &trial, const Vendor &vendor)
    {
        const QString told = QString::fromStdString(trial.fault) + u": "_s + trial.talk.transcript();
        const auto ended = trial.talk.all<events::Ended>();
        QVERIFY2(ended.size() == 1 && ended[0].outcome == Outcome::Completed, qPrintable(told));
        const QStringList heard = heardOf(trial.talk);
        QVERIFY2(heard.value(0) == "Hello."_L1, qPrintable(told));
        QVERIFY2(trial.talk.transcript().contains(u"caller: where is it"_s), qPrintable(told));
        const bool slow = trial.fault == "slow";
        const bool thinks = vendor.side == Side::Thinks || vendor.side == Side::Talks;
        // An answer that broke off within a word stands as far as it came.
        const bool partly = vendor.side == Side::Talks && trial.fault == "mid";
        const QString last = thinks && !slow && !partly ? u"I have no answer."_s : u"Goodbye."_s;
        QVERIFY2(heard.last() == last, qPrintable(told));
        QVERIFY2(heard.count(last) == 1, qPrintable(told));
        if (!slow) QVERIFY2(!trial.talk.all<events::Failure>().isEmpty(), qPrintable(told));
        QVERIFY2(trial.talk.all<events::TookOver>().size() <= 3, qPrintable(told));
        // Said once, in one voice or another.
        if (vendor.side == Side::Speaks && !slow) QVERIFY2(trial.ports->espeak->spoken.join(u' ').count(u"It comes today"_s) == 1, qPrintable(told));
        QVERIFY2(trial.talk.all<events::ModelReturned>().size() <= 1, qPrintable(told));
        qint64 model = 0, speech = 0;
        for (const auto &returned : trial.talk.all<events::ModelReturned>()) model += returned.outputTokens;
        for (const auto &used : trial.talk.all<events::SpeechUsed>()) speech += used.outputTokens;
        if (vendor.side == Side::Thinks) QVERIFY2(model == (slow ? 4 : 0), qPrintable(told));
        if (trial.realtime) QVERIFY2((vendor.side == Side::Hears ? 0 : model) + speech == trial.realtime->outputTokens() + 3 * trial.realtime->transcribed(), qPrintable(told));
        if (vendor.side == Side::Hears && trial.http) QVERIFY2(speech == (slow ? 3 : 0), qPrintable(told));
    }
};

QTEST_GUILESS_MAIN(TestVendorFaults)
#include "test_vendor_faults.moc"
