#include "app/dsp/pcm16.h"
#include "app/providers/yandex/speechkit_voice.h"
#include "app/providers/yandex/tts_messages.h"
#include "app/realtime/live_executor.h"
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"
#include "tests/unit/app/providers/yandex/grpc_server.h"
#include <QtTest>
#include <condition_variable>
#include <future>
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

// StreamingResponse of the vendor's API.
QByteArray update(int field, const QString &text, qint64 finalIndex = 0)
{
    ProtoWriter cursors, alternative, alternatives, response;
    cursors.integer(5, finalIndex);
    alternative.text(2, text);
    alternative.number(5, 0.75);
    alternatives.message(1, alternative);
    response.message(2, cursors);
    response.message(field, alternatives);
    return response.bytes();
}
QByteArray partial(const QString &text) { return update(4, text); }
QByteArray final(const QString &text, qint64 index = 0) { return update(5, text, index); }
QByteArray refinement(const QString &text, qint64 index = 0)
{
    ProtoWriter alternative, alternatives, refined, response;
    alternative.text(2, text);
    alternatives.message(1, alternative);
    refined.integer(1, index);
    refined.message(2, alternatives);
    response.message(7, refined);
    return response.bytes();
}
QByteArray endOfUtterance()
{
    ProtoWriter end, response;
    end.integer(2, 900);
    response.message(6, end);
    return response.bytes();
}

// Which field of StreamingRequest a message is.
int kind(const QByteArray &message)
{
    ProtoReader reader(message);
    return reader.next() ? reader.field() : 0;
}

struct Log final : SpeechToText::Listener, TextToSpeech::Listener {
    std::mutex mutex;
    std::condition_variable changed;
    QStringList lines;
    qint64 audioMs = 0, samples = 0, characters = 0;
    void add(const QString &line)
    {
        const std::lock_guard lock(mutex);
        lines.append(line);
        changed.notify_all();
    }
    void partialHeard(const Transcript &t) override { add(u"partial "_s + t.text); }
    void finalHeard(SpeechToText::Ticket, const Transcript &t) override { add(u"final "_s + t.text); }
    void recognitionFailed(const Error &error) override { add(u"failed "_s + error.codeName()); }
    void usageCounted(const SpeechUsage &usage) override
    {
        audioMs += usage.audioMs;
        characters += usage.characters;
    }
    void speechArrived(Samples some) override { samples += qint64(some.size()); }
    void wordReached(qsizetype offset, qint64 sample) override { add(u"word %1 %2"_s.arg(offset).arg(sample)); }
    void speechFinished() override { add(u"finished"_s); }
    void speechFailed(const Error &error) override { add(u"failed "_s + error.codeName()); }
    bool waitFor(const QString &prefix)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(10), [&] { return !lines.isEmpty() && lines.last().startsWith(prefix); });
    }
};

} // namespace

class TestSpeechKit : public QObject {
    Q_OBJECT

    const std::vector<float> m_half = std::vector<float>(8000, 0.1f);
    std::unique_ptr<CallStreams> m_calls = CallStreams::make();

    static SpeechKitAccount account(const GrpcServer &server)
    {
        return {u"speechkit"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())), "key-1", u"folder-1"_s};
    }

    // Runs `script` with the part on its executor until a line begins with `last`; the part dies there.
    template <typename Part, typename Options, typename Script>
    void run(Log &log, const Options &options, const QString &last, Script script)
    {
        LiveExecutor executor;
        std::unique_ptr<Part> part;
        executor.post([&] {
            part = std::make_unique<Part>(*m_calls, options, executor);
            part->setListener(&log);
            script(*part);
        });
        const bool came = log.waitFor(last);
        std::promise<void> gone;
        executor.post([&] {
            part.reset();
            gone.set_value();
        });
        gone.get_future().wait();
        if (!came) log.lines.append(u"nothing more came"_s);
    }
    void recognise(Log &log, GrpcServer &server, const QString &last, int timeoutMs = 5000)
    {
        run<SpeechKitRecogniser>(log, SpeechKitRecogniser::Options{account(server), u"general"_s, u"ru"_s, timeoutMs}, last, [this](auto &recogniser) {
            recogniser.begin();
            for (size_t at = 0; at < m_half.size(); at += 160) recogniser.feed(Samples(m_half).subspan(at, 160));
            recogniser.requestFinal();
        });
    }

private slots:
    void initTestCase()
    {
        if (!m_calls) QSKIP("This build has no gRPC.");
    }

    void hears()
    {
        std::mutex mutex;
        QByteArray session;
        qint64 bytes = 0;
        std::map<std::string, std::string> metadata;
        std::string method;
        GrpcServer server([&](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (!message) return call.finish();
            const std::lock_guard lock(mutex);
            metadata = call.metadata;
            method = call.method;
            if (kind(*message) == 1) session = *message;
            if (kind(*message) == 2) {
                if (bytes == 0) call.send(partial(u"где"_s));
                ProtoReader request(*message);
                request.next();
                ProtoReader chunk = request.message();
                chunk.next();
                bytes += chunk.bytes().size();
            }
            if (kind(*message) != 4) return;
            call.send(final(u"где мой заказ сорок два"_s));
            call.send(refinement(u"Где мой заказ 42?"_s));
            call.send(endOfUtterance());
        });
        Log log;
        recognise(log, server, u"final "_s);
        QCOMPARE(log.lines.first(), u"partial где"_s);
        QCOMPARE(log.lines.last(), u"final Где мой заказ 42?"_s);
        QCOMPARE(log.audioMs, 500);
        QCOMPARE(bytes, 16000);
        QCOMPARE(method, "/speechkit.stt.v3.Recognizer/RecognizeStreaming");
        QCOMPARE(metadata.at("authorization"), "Api-Key key-1");
        QCOMPARE(metadata.at("x-folder-id"), "folder-1");
        QCOMPARE(session, yandex::sttSession({u"general"_s, u"ru-RU"_s}));
    }

    // The normalised text does not come: the words as they were heard are enough.
    void unrefined()
    {
        GrpcServer server([](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (!message) return call.finish();
            if (kind(*message) != 4) return;
            call.send(final(u"да"_s));
            call.send(endOfUtterance());
        });
        Log log;
        recognise(log, server, u"final "_s);
        QCOMPARE(log.lines.last(), u"final да"_s);
    }

    void theCallerGoesOn()
    {
        GrpcServer server([](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (!message) return call.finish();
            if (kind(*message) != 4) return;
            call.send(final(call.count == 0 ? u"я живу"_s : u"в Твери"_s, call.count));
            call.send(refinement(call.count == 0 ? u"Я живу"_s : u"в Твери."_s, call.count));
            call.send(endOfUtterance());
            ++call.count;
        });
        Log log;
        run<SpeechKitRecogniser>(log, SpeechKitRecogniser::Options{account(server), u"general"_s, u"ru"_s}, u"final Я живу в"_s, [this](auto &recogniser) {
            recogniser.begin();
            recogniser.feed(m_half);
            recogniser.requestFinal();
            recogniser.feed(m_half);
            recogniser.requestFinal();
        });
        QCOMPARE(log.lines.filter(u"final"_s), QStringList{u"final Я живу в Твери."_s});
    }

    void faults_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("line");
        QTest::newRow("key") << int(grpc::UNAUTHENTICATED) << u"failed Unauthorized"_s;
        QTest::newRow("folder") << int(grpc::PERMISSION_DENIED) << u"failed Unauthorized"_s;
        QTest::newRow("quota") << int(grpc::RESOURCE_EXHAUSTED) << u"failed RateLimited"_s;
        QTest::newRow("away, again and again") << int(grpc::UNAVAILABLE) << u"failed Unreachable"_s;
        QTest::newRow("internal") << int(grpc::INTERNAL) << u"failed ServerFailed"_s;
        QTest::newRow("argument") << int(grpc::INVALID_ARGUMENT) << u"failed ServerFailed"_s;
        QTest::newRow("garbage") << -1 << u"failed BadAnswer"_s;
        QTest::newRow("never answers") << -2 << u"failed TimedOut"_s;
    }
    void faults()
    {
        QFETCH(int, code);
        QFETCH(QString, line);
        GrpcServer server([&](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (!message) return call.finish();
            if (kind(*message) != 4) return;
            if (code == -1) call.send("\xff\xff\xff");
            if (code >= 0) call.finish(grpc::StatusCode(code));
        });
        Log log;
        recognise(log, server, u"failed"_s, code == -2 ? 300 : 5000);
        QCOMPARE(log.lines, QStringList{line});
    }

    void cutWithinAWordAndOpenedAgain()
    {
        std::atomic_int calls = 0;
        std::atomic<qint64> chunks = 0;
        GrpcServer server([&](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (!message) return call.finish();
            if (kind(*message) == 1) call.count = ++calls;
            if (kind(*message) == 2 && call.count == 1) return call.finish(grpc::UNAVAILABLE);
            if (kind(*message) == 2) chunks += message->size();
            if (kind(*message) != 4 || call.count == 1) return;
            call.send(final(u"всё целиком"_s));
            call.send(endOfUtterance());
        });
        Log log;
        recognise(log, server, u"final "_s);
        QCOMPARE(log.lines.last(), u"final всё целиком"_s);
        QVERIFY(chunks >= 16000);
    }

    void speaks()
    {
        std::mutex mutex;
        QByteArray asked;
        GrpcServer server([&](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (message) {
                const std::lock_guard lock(mutex);
                asked = *message;
                return;
            }
            const QByteArray pcm = QByteArray::fromStdString(pcm16Of(std::vector<float>(4000, 0.25f)));
            for (const QByteArray &part : {pcm.left(3001), pcm.mid(3001)}) {
                ProtoWriter chunk, response, word;
                chunk.bytes(1, part);
                response.message(1, chunk);
                word.text(1, part.size() == 3001 ? u"Доброе"_s : u"утро"_s);
                word.integer(2, part.size() == 3001 ? 0 : 120);
                response.message(5, word);
                call.send(response.bytes());
            }
            call.finish();
        });
        Log log;
        VoiceSettings settings;
        settings.voice = u"marina"_s;
        settings.rate = 1.2;
        run<SpeechKitVoice>(log, SpeechKitVoice::Options{account(server), u"alena"_s}, u"finished"_s,
                            [&](auto &voice) { voice.speak(u"Доброе утро!"_s, settings); });
        QCOMPARE(log.lines, (QStringList{u"word 0 0"_s, u"word 7 1920"_s, u"finished"_s}));
        QCOMPARE(log.samples, 4000);
        QCOMPARE(log.characters, 12);
        QCOMPARE(asked, yandex::ttsRequest(u"Доброе утро!"_s, u"marina"_s, 1.2));
    }

    void aVoiceThatFails()
    {
        std::atomic_int calls = 0;
        GrpcServer server([&](GrpcServer::Call &call, const std::optional<QByteArray> &message) {
            if (message) return;
            ++calls;
            call.finish(grpc::UNAVAILABLE);
        });
        Log log;
        run<SpeechKitVoice>(log, SpeechKitVoice::Options{account(server), u"alena"_s}, u"failed"_s, [](auto &voice) { voice.speak(u"Да."_s, {}); });
        QCOMPARE(log.lines, QStringList{u"failed Unreachable"_s});
        QCOMPARE(int(calls), 3);
        QCOMPARE(log.characters, 0);
    }

    void nobodyThere()
    {
        int port = 0;
        {
            GrpcServer gone([](auto &, const auto &) {});
            port = gone.port();
        }
        Log log;
        SpeechKitAccount nowhere{u"s"_s, QUrl(u"http://127.0.0.1:%1"_s.arg(port)), {}, {}};
        run<SpeechKitVoice>(log, SpeechKitVoice::Options{nowhere, {}}, u"failed"_s, [](auto &voice) { voice.speak(u"Да."_s, {}); });
        QCOMPARE(log.lines, QStringList{u"failed Unreachable"_s});
    }

    // These very bytes were decoded with the vendor's own files by protoc 3.21 and read as meant.
    void bytesAreAsTheSchemaReadsThem()
    {
        const QByteArray all = yandex::sttSession({u"general"_s, u"ru-RU"_s}) + '|' + yandex::sttChunk("abc") + '|' + yandex::sttEnd() + '|'
            + yandex::ttsRequest(u"Да."_s, u"alena"_s, 1.5);
        QCOMPARE(all.toHex(), "0a2d0a270a0767656e6572616c12090a07080110807d18011a040801180122090801120572752d52552801120212007c1205"
                              "0a036162637c22007c1205d094d0b02e22070a05616c656e61220919000000000000f83f2a070a05080110807d30023801");
    }

    void hostileBytes()
    {
        std::mt19937 random(3);
        const QByteArray good[] = {partial(u"слово"_s), final(u"слово"_s, 3), refinement(u"Слово."_s, 3), endOfUtterance()};
        yandex::SttTranscript transcript;
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = good[random() % 4];
            for (unsigned change = random() % 3; change > 0; --change) bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            transcript.take(bytes);
            yandex::TtsPiece piece;
            yandex::readTts(bytes, piece);
        }
        QVERIFY(transcript.confidence() >= 0 && transcript.confidence() <= 1);
    }
};

QTEST_GUILESS_MAIN(TestSpeechKit)
#include "test_speechkit.moc"
