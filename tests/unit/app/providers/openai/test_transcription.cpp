#include "app/providers/openai/transcription.h"
#include "app/providers/openai/transcription_request.h"
#include "app/realtime/virtual_executor.h"
#include "tests/support/loopback/loopback_server.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// The events of the vendor's reference: TranscriptTextDeltaEvent and TranscriptTextDoneEvent.
std::string delta(const std::string &text) { return R"({"type":"transcript.text.delta","delta":")" + text + R"("})"; }
std::string done(const std::string &text)
{
    return R"({"type":"transcript.text.done","text":")" + text
        + R"(","logprobs":[{"token":"a","logprob":-0.1,"bytes":[97]},{"token":"b","logprob":-0.3,"bytes":[98]}],"usage":{"type":"tokens",)"
          R"("input_tokens":14,"input_token_details":{"text_tokens":10,"audio_tokens":4},"output_tokens":31,"total_tokens":45}})";
}
constexpr const char *kError = R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})";

struct Log final : SpeechToText::Listener {
    QStringList lines;
    QList<SpeechUsage> usage;
    double confidence = -1;
    void partialHeard(const Transcript &t) override { lines.append(u"partial "_s + t.text); }
    void finalHeard(SpeechToText::Ticket, const Transcript &t) override
    {
        lines.append(u"final %1 %2 ms"_s.arg(t.text).arg(t.audioUs / 1000));
        confidence = t.confidence;
    }
    void recognitionFailed(const Error &error) override { lines.append(u"failed "_s + error.codeName()); }
    void usageCounted(const SpeechUsage &used) override { usage.append(used); }
};

} // namespace

class TestTranscription : public QObject {
    Q_OBJECT

    HttpClient m_client;
    const std::vector<float> m_second = std::vector<float>(16000, 0.1f);

    struct Run {
        Log log;
        qint64 endedMs = 0;
    };
    Run run(LoopbackServer &server, const QString &model = u"gpt-4o-mini-transcribe"_s, int timeoutMs = 3000)
    {
        VirtualExecutor executor;
        Run run;
        OpenAiTranscription recogniser(
            m_client, {{u"openai"_s, QUrl(QString::fromStdString(server.address() + "/v1/")), "key-1"}, model, u"en-GB"_s, timeoutMs}, executor);
        recogniser.setListener(&run.log);
        recogniser.expect({u"order status"_s, u"refund"_s});
        executor.post([&] {
            recogniser.begin();
            recogniser.feed(m_second);
            recogniser.requestFinal();
        });
        executor.run();
        run.endedMs = executor.nowUs() / 1000;
        return run;
    }

private slots:
    void streamsTheText()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream();
            connection.event(delta("Where is"));
            connection.event(delta(" my order?"));
            connection.event(done("Where is my order?"));
        });
        const Run result = run(server);
        QCOMPARE(result.log.lines.last(), u"final Where is my order? 1000 ms"_s);
        QVERIFY(result.log.lines.contains(u"partial Where is my order?"_s)); // deltas that come together are one partial
        QVERIFY(qAbs(result.log.confidence - std::exp(-0.2)) < 1e-9);
        QCOMPARE(result.log.usage.size(), 1);
        QCOMPARE(result.log.usage[0].outputTokens, 31);
        QCOMPARE(result.log.usage[0].audioMs, 1000);

        const auto request = server.requests().at(0);
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.target, "/v1/audio/transcriptions");
        QCOMPARE(request.headers.at("authorization"), "Bearer key-1");
        const QString type = QString::fromStdString(request.headers.at("content-type"));
        QVERIFY(type.startsWith(u"multipart/form-data; boundary="_s));
        // Takes the form apart as a server does.
        const QByteArray boundary = "--" + type.section(u'=', 1).toLatin1();
        const QByteArray body = QByteArray::fromStdString(request.body);
        QVERIFY(body.startsWith(boundary) && body.endsWith(boundary + "--\r\n"));
        const auto field = [&](const QByteArray &name) {
            const qsizetype at = body.indexOf("name=\"" + name + '"');
            if (at < 0) return QByteArray("absent");
            const qsizetype from = body.indexOf("\r\n\r\n", at) + 4;
            return body.mid(from, body.indexOf("\r\n" + boundary, from) - from);
        };
        QCOMPARE(field("model"), "gpt-4o-mini-transcribe");
        QCOMPARE(field("language"), "en");
        QCOMPARE(field("stream"), "true");
        QCOMPARE(field("response_format"), "json");
        QCOMPARE(field("include[]"), "logprobs");
        QCOMPARE(field("prompt"), "order status, refund");
        const QByteArray wav = field("file");
        QCOMPARE(wav.size(), 44 + 32000);
        QVERIFY(wav.startsWith("RIFF") && wav.mid(8, 8) == "WAVEfmt ");
        QCOMPARE(wav.mid(24, 4).toHex(), "803e0000"); // 16,000 Hz
    }

    void anAnswerThatIsNoStream()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.respond(200, "application/json", R"({"text":"Hello.","usage":{"type":"duration","seconds":2}})");
        });
        const Run result = run(server, u"whisper-1"_s);
        QCOMPARE(result.log.lines, (QStringList{u"final Hello. 1000 ms"_s}));
        QCOMPARE(result.log.usage[0].audioMs, 2000);
        QVERIFY(!QByteArray::fromStdString(server.requests()[0].body).contains("logprobs"));
    }

    void keywordsForTheModelThatHasThem()
    {
        const TranscriptionRequest request{u"gpt-transcribe"_s, u"ru"_s, {u"заказ"_s, u"возврат"_s}, {}};
        QCOMPARE(request.body().count("name=\"keywords[]\""), 2);
        QVERIFY(!request.body().contains("name=\"prompt\""));
    }

    void faults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("tries");
        QTest::newRow("401") << 401 << QString() << u"failed Unauthorized"_s << 1;
        QTest::newRow("400") << 400 << QString() << u"failed ServerFailed"_s << 1;
        QTest::newRow("429 too far off") << 429 << u"Retry-After: 20\r\n"_s << u"failed RateLimited"_s << 1;
        QTest::newRow("429 soon") << 429 << u"Retry-After: 1\r\n"_s << u"failed RateLimited"_s << 3;
        QTest::newRow("500") << 500 << QString() << u"failed ServerFailed"_s << 3;
        QTest::newRow("503") << 503 << QString() << u"failed ServerFailed"_s << 3;
    }
    void faults()
    {
        QFETCH(int, status);
        QFETCH(QString, header);
        QFETCH(QString, line);
        QFETCH(int, tries);
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(status, "application/json", kError, header.toStdString()); });
        QCOMPARE(run(server).log.lines, QStringList{line});
        QCOMPARE(int(server.requests().size()), tries);
    }

    void aPassingFaultIsNotNoticed()
    {
        std::atomic_int count = 0;
        LoopbackServer server([&](const auto &, auto &connection) {
            if (count++ == 0) {
                connection.respond(503, "application/json", kError);
                return;
            }
            connection.beginStream();
            connection.event(done("Yes."));
        });
        const Run result = run(server);
        QCOMPARE(result.log.lines, (QStringList{u"final Yes. 1000 ms"_s}));
        QCOMPARE(result.endedMs, 150);
        QCOMPARE(result.log.usage.size(), 1); // counted once
    }

    void brokenAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("last");
        QTest::newRow("cut off") << QByteArray(("data: " + delta("Where") + "\n\n").c_str()) << u"failed BadAnswer"_s;
        QTest::newRow("garbage") << QByteArray("data: \x01\x02\x03\n\n") << u"failed BadAnswer"_s;
        QTest::newRow("error inside") << QByteArray("data: {\"type\":\"error\",\"error\":{\"message\":\"x\",\"code\":\"server_error\"}}\n\n") << u"failed ServerFailed"_s;
        QTest::newRow("empty") << QByteArray() << u"failed BadAnswer"_s;
        QTest::newRow("wrong schema") << QByteArray("{\"result\":\"x\"}") << u"failed BadAnswer"_s;
    }
    void brokenAnswers()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, last);
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(200, "text/event-stream", body.toStdString()); });
        const Run result = run(server);
        QVERIFY(!result.log.lines.isEmpty());
        QCOMPARE(result.log.lines.last(), last);
        QVERIFY(result.log.usage.isEmpty());
    }

    void neverAnswers()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.waitForPeer(); });
        QCOMPARE(run(server, u"whisper-1"_s, 200).log.lines, QStringList{u"failed TimedOut"_s});
    }

    void cutMidStream()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\ndata: " + delta("Wh") + "\n\n");
        });
        const Run result = run(server);
        QVERIFY(result.log.lines.last().startsWith(u"failed "_s));
        QCOMPARE(result.log.lines.filter(u"failed"_s).size(), 1);
    }

    void theCallerGoesOn()
    {
        LoopbackServer server([](const auto &request, auto &connection) {
            if (request.body.size() < 50000) return connection.waitForPeer(); // one second of sound
            connection.beginStream();
            connection.event(done("all of it"));
        });
        VirtualExecutor executor;
        Log log;
        OpenAiTranscription recogniser(m_client, {{u"o"_s, QUrl(QString::fromStdString(server.address())), {}}, u"m"_s, u"en"_s, 3000}, executor);
        recogniser.setListener(&log);
        executor.post([&] {
            recogniser.begin();
            recogniser.feed(m_second);
            recogniser.requestFinal(); // never answered: superseded
            recogniser.feed(m_second);
            recogniser.requestFinal();
        });
        executor.run();
        QCOMPARE(log.lines, QStringList{u"final all of it 2000 ms"_s});
    }

    void dropAndDeathAreSilent()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.waitForPeer(); });
        VirtualExecutor executor;
        Log log;
        auto recogniser = std::make_unique<OpenAiTranscription>(
            m_client, OpenAiTranscription::Options{{u"o"_s, QUrl(QString::fromStdString(server.address())), {}}, u"m"_s, u"en"_s, 3000}, executor);
        recogniser->setListener(&log);
        executor.post([&] {
            recogniser->begin();
            recogniser->feed(m_second);
            recogniser->requestFinal();
            recogniser->drop();
            recogniser->begin();
            recogniser->feed(m_second);
            recogniser->requestFinal();
            recogniser.reset();
        });
        executor.run(); // hangs if a call was left open
        QCOMPARE(log.lines, QStringList());
    }

    void tooShortToAsk()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(400, "application/json", kError); });
        VirtualExecutor executor;
        Log log;
        OpenAiTranscription recogniser(m_client, {{u"o"_s, QUrl(QString::fromStdString(server.address())), {}}, u"m"_s, u"en"_s, 3000}, executor);
        recogniser.setListener(&log);
        executor.post([&] {
            recogniser.begin();
            recogniser.feed(Samples(m_second).first(800));
            recogniser.requestFinal();
        });
        executor.run();
        QCOMPARE(log.lines, QStringList{u"final  50 ms"_s});
        QVERIFY(server.requests().empty());
    }

    void hostileStreams()
    {
        std::mt19937 random(11);
        const std::string good = "data: " + delta("Where is") + "\n\ndata: " + done("Where is it?") + "\n\n";
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = QByteArray::fromStdString(good);
            for (int change = 0; change < 5; ++change) bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            TranscriptionAnswer answer;
            bool failed = false;
            for (qsizetype at = 0; at < bytes.size() && !failed; at += 17) failed = !answer.feed(bytes.mid(at, 17), u"x"_s);
            if (!failed && answer.finish(u"x"_s)) QVERIFY(answer.confidence() >= 0 && answer.confidence() <= 1);
            QVERIFY(answer.text().size() < 1000);
        }
    }
};

QTEST_GUILESS_MAIN(TestTranscription)
#include "test_transcription.moc"
