#include "app/providers/openai/realtime_transcription.h"
#include "app/realtime/live_executor.h"
#include "tests/support/loopback/web_socket_server.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <atomic>
#include <condition_variable>
#include <future>
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// The server's side of the vendor's protocol, as its reference has it: commits are acknowledged, items get names, text
// comes in deltas and then whole.
class Vendor {
public:
    explicit Vendor(WebSocketServer::Peer &peer) : m_peer(peer) {}

    // The next message of a type; sound is added up on the way. Nothing: the client is gone.
    std::optional<QJsonObject> wait(const QString &type)
    {
        while (const auto text = m_peer.receive()) {
            const QJsonObject message = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
            const QString is = message["type"_L1].toString();
            if (is == "input_audio_buffer.append"_L1) m_bytes += QByteArray::fromBase64(message["audio"_L1].toString().toLatin1()).size();
            if (is == type) return message;
        }
        return std::nullopt;
    }
    void say(const QString &json) { m_peer.send(json.toStdString()); }
    void committed(const QString &item) { say(u"{\"event_id\":\"e\",\"type\":\"input_audio_buffer.committed\",\"previous_item_id\":null,\"item_id\":\"%1\"}"_s.arg(item)); }
    void delta(const QString &item, const QString &text)
    {
        say(u"{\"event_id\":\"e\",\"type\":\"conversation.item.input_audio_transcription.delta\",\"item_id\":\"%1\",\"content_index\":0,\"delta\":\"%2\"}"_s.arg(item, text));
    }
    void completed(const QString &item, const QString &text)
    {
        say(u"{\"event_id\":\"e\",\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"%1\",\"content_index\":0,\"transcript\":\"%2\","
            "\"usage\":{\"type\":\"tokens\",\"total_tokens\":22,\"input_tokens\":13,\"output_tokens\":9}}"_s.arg(item, text));
    }
    void error(const QString &type, const QString &code)
    {
        say(u"{\"event_id\":\"e\",\"type\":\"error\",\"error\":{\"type\":\"%1\",\"code\":\"%2\",\"message\":\"m\",\"param\":null}}"_s.arg(type, code));
    }
    qint64 takenMs()
    {
        return std::exchange(m_bytes, 0) / 2 * 1000 / 24000;
    }

private:
    WebSocketServer::Peer &m_peer;
    qint64 m_bytes = 0;
};

struct Log final : SpeechToText::Listener {
    std::mutex mutex;
    std::condition_variable changed;
    QStringList lines;
    qint64 tokens = 0;
    void add(const QString &line)
    {
        const std::lock_guard lock(mutex);
        lines.append(line);
        changed.notify_all();
    }
    void partialHeard(const Transcript &t) override { add(u"partial "_s + t.text); }
    void finalHeard(SpeechToText::Ticket, const Transcript &t) override { add(u"final "_s + t.text); }
    void recognitionFailed(const Error &error) override { add(u"failed "_s + error.codeName()); }
    void usageCounted(const SpeechUsage &usage) override { tokens += usage.outputTokens; }
    bool waitFor(qsizetype count)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(10), [&] { return lines.size() >= count; });
    }
};

} // namespace

class TestRealtimeTranscription : public QObject {
    Q_OBJECT

    const std::vector<float> m_half = std::vector<float>(8000, 0.1f); // half a second

    // Runs `script` on the recogniser's thread, waits for so many lines, and lets the recogniser die there.
    template <typename Script> QStringList run(WebSocketServer &server, qsizetype lines, Script script, int timeoutMs = 5000, qint64 *tokens = nullptr)
    {
        LiveExecutor executor;
        Log log;
        WebSockets sockets;
        std::unique_ptr<RealtimeTranscription> recogniser;
        executor.post([&] {
            recogniser = std::make_unique<RealtimeTranscription>(
                sockets, RealtimeTranscription::Options{u"rt"_s, QUrl(QString::fromStdString(server.address() + "/v1/realtime")), "key-1", u"gpt-4o-transcribe"_s, u"en-US"_s, timeoutMs}, executor);
            recogniser->setListener(&log);
            script(*recogniser);
        });
        const bool came = log.waitFor(lines);
        std::promise<void> gone;
        executor.post([&] {
            recogniser.reset();
            gone.set_value();
        });
        gone.get_future().wait();
        if (tokens) *tokens = log.tokens;
        return came ? log.lines : log.lines + QStringList{u"nothing more came"_s};
    }

private slots:
    void aSegment()
    {
        QJsonObject session;
        qint64 ms = 0;
        WebSocketServer server([&](auto &peer) {
            Vendor vendor(peer);
            session = vendor.wait(u"session.update"_s).value_or(QJsonObject());
            vendor.wait(u"input_audio_buffer.commit"_s);
            ms = vendor.takenMs();
            vendor.committed(u"item_1"_s);
            vendor.delta(u"item_1"_s, u"Where is"_s);
            vendor.delta(u"item_1"_s, u" my order"_s);
            vendor.completed(u"item_1"_s, u"Where is my order?"_s);
            peer.receive();
        });
        qint64 tokens = 0;
        const auto lines = run(server, 3, [&](auto &recogniser) {
            recogniser.begin();
            for (size_t i = 0; i + 160 <= m_half.size(); i += 160) recogniser.feed(Samples(m_half).subspan(i, 160));
            recogniser.requestFinal();
        }, 5000, &tokens);
        QCOMPARE(lines, (QStringList{u"partial Where is"_s, u"partial Where is my order"_s, u"final Where is my order?"_s}));
        QVERIFY2(ms >= 490 && ms <= 500, qPrintable(QString::number(ms))); // what the resampler holds back is 10 ms at most
        QCOMPARE(tokens, 9);
        QCOMPARE(server.requests()[0].target, "/v1/realtime?intent=transcription");
        QCOMPARE(server.requests()[0].headers.at("authorization"), "Bearer key-1");
        const QJsonObject asked = session["session"_L1].toObject();
        QCOMPARE(asked["type"_L1].toString(), u"transcription"_s);
        const QJsonObject input = asked["audio"_L1]["input"_L1].toObject();
        QCOMPARE(input["format"_L1].toObject(), (QJsonObject{{u"type"_s, u"audio/pcm"_s}, {u"rate"_s, 24000}}));
        QVERIFY(input["turn_detection"_L1].isNull());
        QCOMPARE(input["transcription"_L1]["language"_L1].toString(), u"en"_s);
    }

    // The caller goes on after the first commit: the text is both items, whichever finishes first.
    void theCallerGoesOn()
    {
        WebSocketServer server([](auto &peer) {
            Vendor vendor(peer);
            vendor.wait(u"input_audio_buffer.commit"_s);
            vendor.committed(u"a"_s);
            vendor.wait(u"input_audio_buffer.commit"_s);
            vendor.committed(u"b"_s);
            vendor.completed(u"b"_s, u"in Tver"_s);
            vendor.completed(u"a"_s, u"I live"_s);
            peer.receive();
        });
        const auto lines = run(server, 1, [&](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
            recogniser.feed(m_half);
            recogniser.requestFinal();
        });
        QCOMPARE(lines, QStringList{u"final I live in Tver"_s});
    }

    // What an older segment still brings is not heard in the new one.
    void lateWordsOfTheSegmentBefore()
    {
        WebSocketServer server([](auto &peer) {
            Vendor vendor(peer);
            vendor.wait(u"input_audio_buffer.commit"_s);
            vendor.wait(u"input_audio_buffer.commit"_s);
            vendor.committed(u"old"_s);
            vendor.delta(u"old"_s, u"old words"_s);
            vendor.committed(u"new"_s);
            vendor.completed(u"old"_s, u"old words"_s);
            vendor.completed(u"new"_s, u"new words"_s);
            peer.receive();
        });
        qint64 tokens = 0;
        const auto lines = run(server, 1, [&](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
        }, 5000, &tokens);
        QCOMPARE(lines, QStringList{u"final new words"_s});
        QCOMPARE(tokens, 18); // both were paid for
    }

    // The connection is cut within a word: opened again, everything sent anew.
    void cutAndOpenedAgain()
    {
        std::atomic_int connections = 0;
        std::atomic<qint64> secondMs = 0;
        WebSocketServer server([&](auto &peer) {
            Vendor vendor(peer);
            if (connections++ == 0) {
                vendor.wait(u"input_audio_buffer.append"_s);
                return peer.drop();
            }
            vendor.wait(u"input_audio_buffer.commit"_s);
            secondMs = vendor.takenMs();
            vendor.committed(u"x"_s);
            vendor.completed(u"x"_s, u"all of it"_s);
            peer.receive();
        });
        const auto lines = run(server, 1, [&](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
        });
        QCOMPARE(lines, QStringList{u"final all of it"_s});
        QVERIFY(secondMs >= 490);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("line");
        QTest::newRow("401") << u"401"_s << u"failed Unauthorized"_s;
        QTest::newRow("429") << u"429"_s << u"failed RateLimited"_s;
        QTest::newRow("503, again and again") << u"503"_s << u"failed ServerFailed"_s;
        QTest::newRow("never answers") << u"silent"_s << u"failed TimedOut"_s;
        QTest::newRow("garbage") << u"garbage"_s << u"failed BadAnswer"_s;
        QTest::newRow("could not be transcribed") << u"failed"_s << u"failed ServerFailed"_s;
        QTest::newRow("rate limit within") << u"limit"_s << u"failed RateLimited"_s;
        QTest::newRow("wrong model") << u"model"_s << u"failed ServerFailed"_s;
    }
    void faults()
    {
        QFETCH(QString, how);
        QFETCH(QString, line);
        WebSocketServer server(
            [&](auto &peer) {
                Vendor vendor(peer);
                if (how == "model"_L1) {
                    vendor.wait(u"session.update"_s);
                    vendor.error(u"invalid_request_error"_s, u"invalid_value"_s);
                }
                vendor.wait(u"input_audio_buffer.commit"_s);
                if (how == "garbage"_L1) peer.send("\x01{");
                if (how == "limit"_L1) vendor.error(u"rate_limit_error"_s, u"rate_limit_exceeded"_s);
                if (how == "failed"_L1) {
                    vendor.committed(u"i"_s);
                    vendor.say(u"{\"type\":\"conversation.item.input_audio_transcription.failed\",\"item_id\":\"i\",\"error\":{\"type\":\"transcription_error\",\"code\":\"audio_unintelligible\"}}"_s);
                }
                while (peer.receive()) {}
            },
            [&](const auto &) {
                bool isStatus = false;
                const int status = how.toInt(&isStatus);
                return isStatus ? WebSocketServer::Welcome{status, {{"Retry-After", "30"}}} : WebSocketServer::Welcome();
            });
        const auto lines = run(server, 1, [&](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
        }, how == "silent"_L1 ? 300 : 5000);
        QCOMPARE(lines, QStringList{line});
    }

    void nothingWasSaid()
    {
        WebSocketServer server([](auto &peer) { while (peer.receive()) {} });
        const auto lines = run(server, 1, [&](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(Samples(m_half).first(480)); // 30 ms: too short to be committed
            recogniser.requestFinal();
        });
        QCOMPARE(lines, QStringList{u"final "_s});
    }

    void hostileMessages()
    {
        const QByteArray good[] = {R"({"type":"input_audio_buffer.committed","item_id":"a"})",
                                   R"({"type":"conversation.item.input_audio_transcription.delta","item_id":"a","delta":"word"})",
                                   R"({"type":"conversation.item.input_audio_transcription.completed","item_id":"a","transcript":"words","usage":{"seconds":1.5}})",
                                   R"({"type":"error","error":{"type":"invalid_request_error","code":"x","message":"y"}})"};
        std::mt19937 random(5);
        RealtimeTranscript transcript;
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = good[random() % 4];
            if (random() % 5 == 0) transcript.beginSegment();
            if (random() % 5 == 0) transcript.committed();
            for (unsigned change = random() % 3; change > 0; --change) bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            if (random() % 7 == 0) transcript.commitRefused();
            if (const auto document = QJsonDocument::fromJson(bytes); document.isObject()) transcript.take(document.object(), u"x"_s);
            QVERIFY(transcript.text().size() < 200000);
        }
    }
};

QTEST_GUILESS_MAIN(TestRealtimeTranscription)
#include "test_realtime_transcription.moc"
