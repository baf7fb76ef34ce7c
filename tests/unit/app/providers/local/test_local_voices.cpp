#include "app/providers/local/local_voices.h"
#include "app/realtime/work_pool.h"
#include "models/audio/level.h"
#include "models/audio/onset.h"
#include "tests/support/queue_executor.h"
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

// Writes down what a voice says.
struct Ear final : TextToSpeech::Listener {
    std::vector<float> sound;
    QList<QPair<qsizetype, qint64>> words;
    int finished = 0;
    QList<Error> errors;
    qint64 firstUs = -1;
    int pieces = 0;
    QueueExecutor *executor = nullptr;
    std::function<void()> onSound;

    void speechArrived(Samples samples) override
    {
        if (firstUs < 0 && executor) firstUs = executor->nowUs();
        ++pieces;
        sound.insert(sound.end(), samples.begin(), samples.end());
        if (onSound) onSound();
    }
    void wordReached(qsizetype offset, qint64 sample) override { words.append({offset, sample}); }
    void speechFinished() override { ++finished; }
    void speechFailed(const Error &error) override { errors.append(error); }
    bool done() const { return finished > 0 || !errors.isEmpty(); }
};

} // namespace

class TestLocalVoices : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<LocalVoices> m_voices;
    QueueExecutor m_executor;
    std::unique_ptr<WorkPool> m_pool;

    std::unique_ptr<TextToSpeech> voice(const QString &provider, const VoiceSettings &settings)
    {
        auto made = m_voices->make(provider, settings, m_executor, *m_pool);
        return made ? std::move(*made) : nullptr;
    }
    bool has(const QString &provider) const
    {
        const auto list = m_voices->list();
        return std::any_of(list.begin(), list.end(), [&](const LocalVoice &each) { return each.provider == provider; });
    }

private slots:
    void initTestCase()
    {
        LocalVoices::Places places = LocalVoices::usualPlaces();
        places.promptCache = m_folder.filePath(u"prompts"_s);
        m_voices = std::make_unique<LocalVoices>(places);
        m_pool = std::make_unique<WorkPool>(2);
    }

    void speaks_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("atLeastMs");
        QTest::newRow("espeak en") << u"espeak-ng"_s << u"en"_s << u"Your order left the warehouse."_s << 1000;
        QTest::newRow("espeak ru") << u"espeak-ng"_s << u"ru-RU"_s << u"Ваш заказ уже в пути."_s << 1000;
        QTest::newRow("rhvoice en") << u"rhvoice"_s << u"en-GB"_s << u"Your order left the warehouse."_s << 1000;
        QTest::newRow("rhvoice ru") << u"rhvoice"_s << u"ru"_s << u"Ваш заказ уже в пути."_s << 1000;
        QTest::newRow("best ru, two sentences") << QString() << u"ru"_s << u"Здравствуйте! Чем могу помочь?"_s << 1500;
    }

    void speaks()
    {
        QFETCH(QString, provider);
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(int, atLeastMs);
        if (!provider.isEmpty() && !has(provider)) QSKIP("not on this machine");
        VoiceSettings settings;
        settings.language = language;
        const auto speaker = voice(provider, settings);
        QVERIFY(speaker);
        Ear ear;
        ear.executor = &m_executor;
        speaker->setListener(&ear);
        const qint64 asked = m_executor.nowUs();
        speaker->speak(text, settings);
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.errors, QList<Error>());
        QCOMPARE(ear.finished, 1);
        QCOMPARE(m_executor.openCalls(), 0);
        qInfo("first sound after %.1f ms, %.2f s of sound after %.1f ms, %d pieces", double(ear.firstUs - asked) / 1000,
              double(ear.sound.size()) / kSampleRate, double(m_executor.nowUs() - asked) / 1000, ear.pieces);

        QVERIFY(int(ear.sound.size()) > atLeastMs * 16);
        const auto first = firstAudible(ear.sound);
        const auto last = lastAudible(ear.sound);
        QVERIFY(first && *first < 60 * 16);                        // silence is cut ...
        QVERIFY(last && ear.sound.size() - *last < 200 * 16);
        QVERIFY(levelOf(ear.sound).rms > 0.01F);
        QVERIFY(levelOf(ear.sound).peak <= 1.0F);

        QVERIFY(!ear.words.isEmpty()); // ... and the words lie in order, at the beginnings of words
        qint64 before = -1;
        for (const auto &[offset, sample] : std::as_const(ear.words)) {
            QVERIFY2(offset >= 0 && offset < text.size() && !text[offset].isSpace(), qPrintable(QString::number(offset)));
            QVERIFY2(offset == 0 || text[offset - 1].isSpace(), qPrintable(text.mid(offset)));
            QVERIFY(sample >= before && sample <= qint64(ear.sound.size()));
            before = sample;
        }
        QVERIFY(before > qint64(ear.sound.size()) / 3);
    }

    void stopMeansSilence()
    {
        VoiceSettings settings;
        const auto speaker = voice({}, settings);
        Ear ear;
        speaker->setListener(&ear);
        ear.onSound = [&] { speaker->stop(); };
        speaker->speak(u"A sentence. Another sentence. And a third one, which nobody ever hears."_s, settings);
        QVERIFY(m_executor.runUntil([&] { return ear.pieces > 0; }));
        QCOMPARE(m_executor.openCalls(), 0);
        Ear next; // the following utterance is whole, nothing of the first one comes
        speaker->setListener(&next);
        speaker->speak(u"Well."_s, settings);
        QVERIFY(m_executor.runUntil([&] { return next.done(); }));
        QCOMPARE(ear.pieces, 1);
        QCOMPARE(ear.finished, 0);
        QCOMPARE(next.finished, 1);
        QVERIFY(next.sound.size() < 16000);
    }

    // Conversations share one engine: what each hears is what it would hear alone.
    void severalSpeakAtOnce()
    {
        const QStringList texts{u"Ваш заказ уже в пути."_s, u"Чем могу помочь?"_s, u"Одну минуту, пожалуйста."_s, u"Соединяю с оператором."_s};
        VoiceSettings settings;
        settings.language = u"ru"_s;
        const auto speakAll = [&](bool atOnce) {
            std::vector<std::unique_ptr<LocalVoices>> fresh; // nothing cached
            std::vector<std::unique_ptr<TextToSpeech>> speakers;
            std::vector<Ear> ears(std::size_t(texts.size()));
            fresh.push_back(std::make_unique<LocalVoices>(LocalVoices::Places{LocalVoices::usualPlaces().rhvoice, {}}));
            for (std::size_t i = 0; i < ears.size(); ++i) {
                auto made = fresh[0]->make({}, settings, m_executor, *m_pool);
                speakers.push_back(std::move(*made));
                speakers[i]->setListener(&ears[i]);
                speakers[i]->speak(texts[qsizetype(i)], settings);
                if (!atOnce) m_executor.runUntil([&] { return ears[i].done(); });
            }
            m_executor.runUntil([&] { return std::all_of(ears.begin(), ears.end(), [](const Ear &ear) { return ear.done(); }); });
            return ears;
        };
        const auto alone = speakAll(false);
        const auto together = speakAll(true);
        for (std::size_t i = 0; i < alone.size(); ++i) {
            QCOMPARE(together[i].errors, QList<Error>());
            QVERIFY(alone[i].sound.size() > 8000);
            QCOMPARE(together[i].sound.size(), alone[i].sound.size());
        }
    }

    void mayDieAtAnyMoment()
    {
        VoiceSettings settings;
        settings.language = u"ru"_s;
        Ear ear;
        for (int i = 0; i < 20; ++i) {
            const auto speaker = voice({}, settings);
            speaker->setListener(&ear);
            speaker->speak(u"Проверка номер %1. Ещё одно предложение."_s.arg(i), settings);
            if (i % 2) m_executor.runUntil([&, before = ear.pieces] { return ear.pieces > before; });
        }
        const int pieces = ear.pieces;
        m_executor.runPosted();
        QCOMPARE(ear.pieces, pieces);
        QCOMPARE(ear.finished, 0);
        QCOMPARE(m_executor.openCalls(), 0);
    }

    void oddTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isTooLong");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("spaces") << u" \n\t "_s << false;
        QTest::newRow("markup") << u"<speak><break time='3s'/></speak>"_s << false;
        QTest::newRow("dots") << u"... !!! ???"_s << false;
        QTest::newRow("half a surrogate") << u"a "_s + QChar(0xD83D) << false;
        QTest::newRow("null in the middle") << u"a"_s + QChar(0) + u"b"_s << false;
        QTest::newRow("Chinese") << u"你好"_s << false;
        QTest::newRow("no spaces") << QString(700, u'a') << false;
        QTest::newRow("far too long") << QString(30000, u'a') << true;
    }

    void oddTexts()
    {
        QFETCH(QString, text);
        QFETCH(bool, isTooLong);
        VoiceSettings settings;
        settings.rate = 100; // also out of range
        const auto speaker = voice({}, settings);
        Ear ear;
        speaker->setListener(&ear);
        speaker->speak(text, settings);
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.finished + int(ear.errors.size()), 1);
        QCOMPARE(!ear.errors.isEmpty() && ear.errors[0].code == Error::Code::TooLarge, isTooLong);
        if (!isTooLong) QCOMPARE(ear.errors, QList<Error>());
    }

    void preparedPromptsAreSpokenAtOnce()
    {
        const QString text = u"Please hold the line."_s;
        VoiceSettings settings;
        m_voices->prepare({}, {text}, settings, *m_pool);
        const auto speaker = voice({}, settings);
        Ear ear;
        speaker->setListener(&ear);
        const QDir cache(m_folder.filePath(u"prompts"_s)); // rendered in the background: in the folder when done
        QTRY_COMPARE(cache.entryList({u"*.prompt"_s}).size(), 1);
        QTRY_COMPARE(m_pool->waiting(), 0U);
        int rounds = 0;
        do { // it gets into memory just after
            ear = Ear();
            speaker->speak(text, settings);
            QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        } while (ear.pieces > 4 && ++rounds < 3);
        QVERIFY(ear.pieces <= 4); // half-second pieces, not as they are made
        QVERIFY(!ear.words.isEmpty());
        QVERIFY(ear.sound.size() > 12000);
        speaker->speak(text, settings);
        speaker->stop(); // before it came
        m_executor.runPosted();
        QCOMPARE(ear.finished, 1);
        QCOMPARE(m_executor.openCalls(), 0);
    }

    void listsVoicesWithLicences()
    {
        for (const LocalVoice &each : m_voices->list()) {
            QVERIFY(!each.name.isEmpty() && !each.language.isEmpty() && !each.licence.isEmpty());
            QVERIFY(!each.licence.contains(u"NC"_s));
        }
        QVERIFY(m_voices->list(LocalVoice::Use::NonCommercial).size() >= m_voices->list().size());
        QVERIFY(has(u"espeak-ng"_s));
    }

    void withoutRhvoiceEspeakSpeaks()
    {
        LocalVoices alone({m_folder.filePath(u"nowhere"_s), {}});
        VoiceSettings settings;
        settings.language = u"ru"_s;
        QVERIFY(alone.make({}, settings, m_executor, *m_pool));
        QCOMPARE(alone.make(u"rhvoice"_s, settings, m_executor, *m_pool).error().code, Error::Code::VoiceMissing);
        QCOMPARE(alone.make(u"nobody"_s, settings, m_executor, *m_pool).error().code, Error::Code::NotFound);
        settings.language = u"tlh"_s;
        QCOMPARE(alone.make({}, settings, m_executor, *m_pool).error().code, Error::Code::VoiceMissing);
    }
};

QTEST_GUILESS_MAIN(TestLocalVoices)
#include "test_local_voices.moc"
