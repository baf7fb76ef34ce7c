#include "app/providers/openai/speech_voice.h"
#include "app/realtime/virtual_executor.h"
#include "tests/support/loopback/loopback_server.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

struct Log final : TextToSpeech::Listener {
    qint64 samples = 0;
    float loudest = 0;
    QStringList lines;
    QList<SpeechUsage> usage;
    std::function<void()> onSound;
    void speechArrived(Samples some) override
    {
        samples += qint64(some.size());
        for (const float sample : some) loudest = std::max(loudest, std::abs(sample));
        if (onSound) onSound();
    }
    void wordReached(qsizetype, qint64) override {}
    void speechFinished() override { lines.append(u"finished"_s); }
    void speechFailed(const Error &error) override { lines.append(u"failed "_s + error.codeName()); }
    void usageCounted(const SpeechUsage &used) override { usage.append(used); }
};

// Half a second of 24 kHz at half scale.
std::string sound() { return pcm16Of(std::vector<float>(12000, 0.5f)); }
std::string audioEvent(const std::string &pcm)
{
    return R"({"type":"speech.audio.delta","audio":")" + QByteArray::fromStdString(pcm).toBase64().toStdString() + R"("})";
}
constexpr const char *kDone = R"({"type":"speech.audio.done","usage":{"input_tokens":14,"output_tokens":101,"total_tokens":115}})";

} // namespace

class TestSpeechVoice : public QObject {
    Q_OBJECT

    HttpClient m_client;

    Log run(LoopbackServer &server, const QString &model, const QString &text = u"Good morning."_s, VoiceSettings settings = {}, int timeoutMs = 3000)
    {
        VirtualExecutor executor;
        Log log;
        OpenAiVoice voice(m_client, {{u"openai"_s, QUrl(QString::fromStdString(server.address() + "/v1")), "key-1"}, model, u"alloy"_s, timeoutMs}, executor);
        voice.setListener(&log);
        executor.post([&] { voice.speak(text, settings); });
        executor.run();
        return log;
    }

private slots:
    void bareSound()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "audio/pcm", sound()); });
        VoiceSettings settings;
        settings.voice = u"nova"_s;
        settings.rate = 1.5;
        settings.volume = 0.5;
        const Log log = run(server, u"tts-1"_s, u"Good morning."_s, settings);
        QCOMPARE(log.lines, QStringList{u"finished"_s});
        QCOMPARE(log.samples, 8000);
        QVERIFY(log.loudest > 0.2f && log.loudest < 0.3f);
        QCOMPARE(log.usage[0].characters, 13);
        QCOMPARE(log.usage[0].audioMs, 500);
        const auto request = server.requests().at(0);
        QCOMPARE(request.target, "/v1/audio/speech");
        QCOMPARE(request.headers.at("authorization"), "Bearer key-1");
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
        QCOMPARE(json, (QJsonObject{{u"model"_s, u"tts-1"_s}, {u"input"_s, u"Good morning."_s}, {u"voice"_s, u"nova"_s},
                                    {u"response_format"_s, u"pcm"_s}, {u"speed"_s, 1.5}, {u"stream_format"_s, u"audio"_s}}));
    }

    void soundAsEvents()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            const std::string pcm = sound();
            connection.beginStream();
            connection.event(audioEvent(pcm.substr(0, 7001))); // cut within a sample
            connection.event(audioEvent(pcm.substr(7001)));
            connection.event(kDone);
        });
        const Log log = run(server, u"gpt-4o-mini-tts"_s);
        QCOMPARE(log.lines, QStringList{u"finished"_s});
        QCOMPARE(log.samples, 8000);
        QCOMPARE(log.usage[0].inputTokens, 14);
        QCOMPARE(log.usage[0].outputTokens, 101);
    }

    void faults_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("tries");
        QTest::newRow("401") << 401 << u"failed Unauthorized"_s << 1;
        QTest::newRow("429") << 429 << u"failed RateLimited"_s << 3;
        QTest::newRow("500") << 500 << u"failed ServerFailed"_s << 3;
        QTest::newRow("404") << 404 << u"failed ServerFailed"_s << 1;
        QTest::newRow("no sound") << 200 << u"failed BadAnswer"_s << 1;
    }
    void faults()
    {
        QFETCH(int, status);
        QFETCH(QString, line);
        QFETCH(int, tries);
        LoopbackServer server([&](const auto &, auto &connection) { connection.respond(status, "application/json", ""); });
        const Log log = run(server, u"tts-1"_s);
        QCOMPARE(log.lines, QStringList{line});
        QCOMPARE(int(server.requests().size()), tries);
        QVERIFY(log.usage.isEmpty());
    }

    void cutAmongSound_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("bare") << u"tts-1"_s;
        QTest::newRow("events") << u"gpt-4o-mini-tts"_s;
    }
    // What was spoken is not spoken again: no second try.
    void cutAmongSound()
    {
        QFETCH(QString, model);
        LoopbackServer server([&](const auto &, auto &connection) {
            const std::string some = model == "tts-1"_L1 ? sound() : "data: " + audioEvent(sound()) + "\n\n";
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: audio/pcm\r\nContent-Length: 9999999\r\n\r\n" + some);
        });
        const Log log = run(server, model);
        QVERIFY(log.samples > 0);
        QCOMPARE(log.lines.size(), 1);
        QVERIFY(log.lines[0].startsWith(u"failed "_s));
        QCOMPARE(server.requests().size(), 1u);
    }

    void neverAnswers()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.waitForPeer(); });
        QCOMPARE(run(server, u"tts-1"_s, u"Hello."_s, {}, 200).lines, QStringList{u"failed TimedOut"_s});
    }

    void tooLong()
    {
        LoopbackServer server([](const auto &, auto &connection) { connection.respond(200, "audio/pcm", sound()); });
        QCOMPARE(run(server, u"tts-1"_s, QString(5000, u'a')).lines, QStringList{u"failed TooLarge"_s});
        QVERIFY(server.requests().empty());
    }

    void stoppedWhileItSpeaks()
    {
        LoopbackServer server([](const auto &, auto &connection) {
            connection.beginStream("audio/pcm");
            connection.send(sound());
            connection.waitForPeer();
        });
        VirtualExecutor executor;
        Log log;
        OpenAiVoice voice(m_client, {{u"o"_s, QUrl(QString::fromStdString(server.address())), {}}, u"tts-1"_s, u"alloy"_s, 3000}, executor);
        voice.setListener(&log);
        log.onSound = [&] { voice.stop(); };
        executor.post([&] { voice.speak(u"A long story."_s, {}); });
        executor.run(); // hangs if the call was left open
        QVERIFY(log.samples > 0);
        QCOMPARE(log.lines, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSpeechVoice)
#include "test_speech_voice.moc"
