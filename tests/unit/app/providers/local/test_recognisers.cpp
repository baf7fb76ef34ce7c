#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/transcript_words.h"
#include "app/realtime/pool_calls.h"
#include "speech_clips.h"
#include "tests/support/queue_executor.h"
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace vox;
using namespace vox::test;

namespace {
struct Heard final : SpeechToText::Listener {
    void partialHeard(const Transcript &transcript) override { partials << transcript; }
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript) override { finals.append({ticket, transcript}); }
    void recognitionFailed(const Error &error) override { errors << error; }

    QList<Transcript> partials;
    QList<std::pair<SpeechToText::Ticket, Transcript>> finals;
    QList<Error> errors;
};

QString words(const Transcript &transcript) { return bareWords(transcript.text).join(u' '); }
} // namespace

// The contract of the port, kept by every English recogniser, with the real models.
class TestRecognisers : public QObject {
    Q_OBJECT

    // A recogniser and all it needs; the pool has one thread, so that its order is known.
    struct Call {
        Call(const LocalRecognisers &all, const QString &provider)
        {
            auto made = all.make(provider, u"en-US"_s, executor, pool);
            if (!made) qFatal("%s", qPrintable(made.error().codeName() + made.error().detail));
            recogniser = std::move(*made);
            recogniser->setListener(&heard);
        }
        // In 100 ms steps, letting the executor work in between.
        void feed(const std::vector<float> &samples)
        {
            for (std::size_t at = 0; at < samples.size(); at += 1600)
                recogniser->feed(Samples(samples).subspan(at, std::min<std::size_t>(1600, samples.size() - at)));
        }
        bool final() { return executor.runUntil([this] { return !heard.finals.isEmpty() || !heard.errors.isEmpty(); }); }
        // Waits until the pool has done everything that was asked before.
        bool settle()
        {
            bool done = false;
            PoolCalls last(executor, pool);
            last.submit(WorkPool::Urgency::Background, 0, [&](const std::atomic_bool &) -> Executor::Task { return [&] { done = true; }; });
            return executor.runUntil([&] { return done; });
        }

        QueueExecutor executor;
        WorkPool pool{1};
        Heard heard;
        std::unique_ptr<SpeechToText> recogniser;
    };

    static void providers()
    {
        QTest::addColumn<QString>("provider");
        for (const QString &name : {u"moonshine"_s, u"moonshine-tiny"_s, u"vosk"_s}) QTest::newRow(qPrintable(name)) << name;
    }

private slots:
    void initTestCase()
    {
        if (!QFile::exists(depsFolder() + u"/models/moonshine-base-en/model.json"_s)) QSKIP("models are not installed: run tools/setup");
        m_clip = goForward();
        if (m_clip.empty()) QSKIP("pocketsphinx-testdata is not installed");
        addEnglishRecognisers(m_all, depsFolder());
    }

    void recognises_data() { providers(); }
    void recognises()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(m_clip);
        const auto ticket = call.recogniser->requestFinal();
        QVERIFY(call.final());
        QCOMPARE(call.heard.finals.size(), 1);
        QCOMPARE(call.heard.finals[0].first, ticket);
        const Transcript &text = call.heard.finals[0].second;
        QVERIFY2(words(text).startsWith(u"go forward ten met"_s), qPrintable(text.text));
        QVERIFY(text.confidence > 0.3 && text.confidence <= 1.0);
        QCOMPARE(text.audioUs, qint64(m_clip.size()) * 1000000 / 16000);
        QVERIFY(call.heard.errors.isEmpty());
        QCOMPARE(call.executor.openCalls(), 0);
    }

    void partialsComeByThemselves_data() { providers(); }
    void partialsComeByThemselves()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        call.recogniser->begin();
        for (std::size_t at = 0; at < m_clip.size(); at += 1600) { // as fast as the recogniser, so nothing is skipped for load
            call.recogniser->feed(Samples(m_clip).subspan(at, std::min<std::size_t>(1600, m_clip.size() - at)));
            QVERIFY(call.executor.runUntil([&] { return call.executor.openCalls() == 0; }));
        }
        QVERIFY(call.heard.partials.size() >= 2);
        for (const Transcript &partial : call.heard.partials) {
            QVERIFY(!partial.text.isEmpty());
            QVERIFY(partial.stability >= 0 && partial.stability <= 1);
        }
        QVERIFY2(words(call.heard.partials.last()).startsWith(u"go forward"_s), qPrintable(call.heard.partials.last().text));
        call.recogniser->requestFinal();
        QVERIFY(call.final());
        QVERIFY(words(call.heard.finals[0].second).startsWith(u"go forward ten met"_s)); // as without partials
    }

    void theCallerGoesOn_data() { providers(); }
    void theCallerGoesOn()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        const auto pause = noise(0.3, 0.0005f);
        call.recogniser->begin();
        call.feed(joined(m_clip, pause));
        call.recogniser->requestFinal();
        QVERIFY(call.final());
        call.heard.finals.clear();
        call.feed(joined(pause, youngMan()));
        call.recogniser->requestFinal();
        QVERIFY(call.final());
        const QString text = words(call.heard.finals[0].second);
        QVERIFY2(text.startsWith(u"go forward ten met"_s) && text.endsWith(u"man"_s), qPrintable(text));
        QCOMPARE(text.count(u"forward"_s), 1);
    }

    void onlyTheNewestRequestIsAnswered_data() { providers(); }
    void onlyTheNewestRequestIsAnswered()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(m_clip);
        const auto first = call.recogniser->requestFinal();
        const auto second = call.recogniser->requestFinal();
        QVERIFY(first != second);
        QVERIFY(call.final());
        QVERIFY(call.settle());
        QCOMPARE(call.heard.finals.size(), 1);
        QCOMPARE(call.heard.finals[0].first, second);
        QCOMPARE(call.executor.openCalls(), 0);
    }

    void afterDropNothingArrives_data() { providers(); }
    void afterDropNothingArrives()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(m_clip);
        call.recogniser->requestFinal();
        call.recogniser->drop();
        QCOMPARE(call.executor.openCalls(), 0);
        QVERIFY(call.settle());
        call.feed(m_clip); // no segment is open
        QVERIFY(call.settle());
        QVERIFY(call.heard.finals.isEmpty() && call.heard.partials.isEmpty() && call.heard.errors.isEmpty());
    }

    void aNewSegmentForgetsTheOld_data() { providers(); }
    void aNewSegmentForgetsTheOld()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(m_clip);
        call.recogniser->requestFinal();
        call.recogniser->begin();
        call.recogniser->begin();
        call.feed(m_clip);
        const auto ticket = call.recogniser->requestFinal();
        QVERIFY(call.final());
        QCOMPARE(call.heard.finals.size(), 1);
        QCOMPARE(call.heard.finals[0].first, ticket);
        QCOMPARE(words(call.heard.finals[0].second).count(u"forward"_s), 1);
    }

    void mayDieWhileDecoding_data() { providers(); }
    void mayDieWhileDecoding()
    {
        QFETCH(QString, provider);
        for (const int headStartMs : {0, 5, 40}) {
            Call call(m_all, provider);
            call.recogniser->begin();
            call.feed(m_clip);
            call.recogniser->requestFinal();
            call.executor.runTo(call.executor.nowUs() + headStartMs * 1000);
            call.recogniser.reset();
            QCOMPARE(call.executor.openCalls(), 0);
            const auto before = call.heard.finals.size();
            QVERIFY(call.settle());
            QCOMPARE(call.heard.finals.size(), before);
        }
    }

    void strangeSound_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<std::vector<float>>("sound");
        std::vector<float> broken = m_clip;
        for (std::size_t i = 0; i < broken.size(); i += 7)
            broken[i] = i % 2 ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
        std::vector<float> huge = m_clip;
        for (float &sample : huge) sample *= 1e20f;
        for (const QString &provider : {u"moonshine"_s, u"vosk"_s}) {
            const auto row = [&](const char *name, std::vector<float> sound) { QTest::newRow(qPrintable(provider + u' ' + QLatin1String(name))) << provider << std::move(sound); };
            row("none at all", {});
            row("one block", std::vector<float>(160, 0.1f));
            row("silence", std::vector<float>(16000 * 3));
            row("no numbers", broken);
            row("far out of range", huge);
            row("30 s of noise", noise(30, 0.3f));
        }
    }

    void strangeSound()
    {
        QFETCH(QString, provider);
        QFETCH(std::vector<float>, sound);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(sound);
        QElapsedTimer clock;
        clock.start();
        call.recogniser->requestFinal();
        QVERIFY(call.final());
        QCOMPARE(call.heard.finals.size(), 1);
        const double seconds = double(sound.size()) / 16000;
        QVERIFY2(call.heard.finals[0].second.text.size() < 10 + seconds * 40, qPrintable(call.heard.finals[0].second.text));
        if (std::all_of(sound.begin(), sound.end(), [](float sample) { return sample == 0; })) QVERIFY(call.heard.finals[0].second.text.isEmpty());
    }

    void requestWithoutSegment_data() { providers(); }
    void requestWithoutSegment()
    {
        QFETCH(QString, provider);
        Call call(m_all, provider);
        const auto ticket = call.recogniser->requestFinal();
        QVERIFY(call.final());
        QCOMPARE(call.heard.finals[0].first, ticket);
        QVERIFY(call.heard.finals[0].second.text.isEmpty());
    }

    void aLongSegmentIsHeardWhole_data() { providers(); }
    void aLongSegmentIsHeardWhole()
    {
        QFETCH(QString, provider);
        std::vector<float> minute;
        int times = 0;
        for (const auto pause = noise(0.4, 0.0005f); minute.size() < 60 * 16000; ++times)
            minute = joined(joined(joined(joined(std::move(minute), m_clip), pause), youngMan()), pause);
        Call call(m_all, provider);
        call.recogniser->begin();
        call.feed(minute);
        call.recogniser->requestFinal();
        QVERIFY(call.final());
        const Transcript &text = call.heard.finals[0].second;
        QCOMPARE(text.audioUs, qint64(minute.size()) * 1000000 / 16000);
        const auto heard = words(text).count(u"forward"_s);
        QVERIFY2(heard >= times - 1 && heard <= times, qPrintable(QString::number(times) + u": "_s + text.text));
    }

    void unknownProvidersAndLanguages()
    {
        QueueExecutor executor;
        WorkPool pool(1);
        QCOMPARE(m_all.make({}, u"ru-RU"_s, executor, pool).error().code, Error::Code::LanguageUnsupported);
        QCOMPARE(m_all.make(u"nobody"_s, u"en"_s, executor, pool).error().code, Error::Code::NotFound);
        QCOMPARE(m_all.providers(u"en-GB"_s).first(), u"moonshine"_s);
    }

    void missingModelsAreSaid()
    {
        QueueExecutor executor;
        WorkPool pool(1);
        LocalRecognisers none;
        addEnglishRecognisers(none, u"/no/such/folder"_s);
        for (const QString &provider : {QString(), u"moonshine"_s, u"vosk"_s})
            QCOMPARE(none.make(provider, u"en"_s, executor, pool).error().code, Error::Code::ModelMissing);
    }

private:
    LocalRecognisers m_all;
    std::vector<float> m_clip;
};

QTEST_GUILESS_MAIN(TestRecognisers)
#include "test_recognisers.moc"
