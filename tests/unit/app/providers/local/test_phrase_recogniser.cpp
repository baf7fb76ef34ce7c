#include "app/providers/local/local_voices.h"
#include "app/providers/local/phrase_decoder.h"
#include "app/providers/local/phrase_recogniser.h"
#include "app/providers/local/espeak_engine.h"
#include "app/providers/local/render_speech.h"
#include "app/providers/local/rhvoice_engine.h"
#include "app/realtime/work_pool.h"
#include "tests/support/queue_executor.h"
#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

struct Ear final : SpeechToText::Listener {
    QList<QPair<SpeechToText::Ticket, Transcript>> finals;
    QList<Error> errors;
    void partialHeard(const Transcript &) override {}
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript) override { finals.append({ticket, transcript}); }
    void recognitionFailed(const Error &error) override { errors.append(error); }
    bool done() const { return !finals.isEmpty() || !errors.isEmpty(); }
};

std::vector<float> said(const QString &text)
{
    static const auto natural = RhvoiceEngine::open(LocalVoices::usualPlaces().rhvoice);
    EspeakEngine robotic;
    SpeechEngine &engine = natural ? static_cast<SpeechEngine &>(*natural) : robotic;
    VoiceSettings settings;
    settings.language = u"ru"_s;
    const std::atomic_bool goOn = false;
    std::vector<float> sound(1600);
    if (const auto speech = renderSpeech(engine, text, settings, goOn))
        for (const auto sample : speech->samples) sound.push_back(float(sample) / 32768.0F);
    sound.resize((sound.size() + 1600) / 160 * 160);
    return sound;
}

} // namespace

class TestPhraseRecogniser : public QObject {
    Q_OBJECT
    QueueExecutor m_executor;
    WorkPool m_pool{2};

private slots:
    void init()
    {
        if (!QDir(PhraseDecoder::usualModel()).exists()) QSKIP("no acoustic model on this machine");
    }

    void hears()
    {
        PhraseRecogniser recogniser(PhraseDecoder::usualModel(), m_executor, m_pool);
        Ear ear;
        recogniser.setListener(&ear);
        recogniser.expect({u"Где мой заказ?"_s, u"Соедините с оператором"_s, u"Отменить заказ"_s});
        recogniser.begin();
        recogniser.feed(said(u"соедините с оператором"_s));
        const auto ticket = recogniser.requestFinal();
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.errors, QList<Error>());
        QCOMPARE(ear.finals[0].first, ticket);
        QCOMPARE(ear.finals[0].second.text, u"Соедините с оператором"_s);
        QVERIFY(ear.finals[0].second.confidence > 0.5);
        QCOMPARE(m_executor.openCalls(), 0);
    }

    void hearsNumbers()
    {
        if (!RhvoiceEngine::open(LocalVoices::usualPlaces().rhvoice)) QSKIP("espeak-ng is too robotic for this");
        PhraseRecogniser recogniser(PhraseDecoder::usualModel(), m_executor, m_pool);
        Ear ear;
        recogniser.setListener(&ear);
        recogniser.expect({u"заказ номер {number}"_s, u"не знаю"_s});
        recogniser.begin();
        recogniser.feed(said(u"заказ номер двадцать один"_s));
        recogniser.requestFinal();
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.finals.value(0).second.text, u"заказ номер двадцать один"_s);
    }

    void onlyTheNewestRequestIsAnswered()
    {
        PhraseRecogniser recogniser(PhraseDecoder::usualModel(), m_executor, m_pool);
        Ear ear;
        recogniser.setListener(&ear);
        recogniser.expect({u"да"_s, u"нет"_s});
        recogniser.begin();
        recogniser.feed(said(u"нет"_s));
        recogniser.requestFinal();
        const auto newest = recogniser.requestFinal();
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        m_executor.runPosted();
        QCOMPARE(ear.finals.size(), 1);
        QCOMPARE(ear.finals[0].first, newest);
        recogniser.requestFinal();
        recogniser.drop();
        {
            PhraseRecogniser dies(PhraseDecoder::usualModel(), m_executor, m_pool);
            dies.setListener(&ear);
            dies.expect({u"да"_s});
            dies.begin();
            dies.feed(said(u"да"_s));
            dies.requestFinal();
        }
        QTRY_COMPARE(m_pool.waiting(), 0U);
        m_executor.runPosted();
        QCOMPARE(ear.finals.size(), 1);
        QCOMPARE(m_executor.openCalls(), 0);
    }

    void whatIsNoPhraseIsEmpty_data()
    {
        QTest::addColumn<QStringList>("phrases");
        QTest::addColumn<int>("kind");
        QTest::newRow("silence") << QStringList{u"да"_s} << 0;
        QTest::newRow("nothing fed") << QStringList{u"да"_s} << 1;
        QTest::newRow("noise") << QStringList{u"где мой заказ"_s, u"позовите человека"_s} << 2;
        QTest::newRow("no phrases") << QStringList() << 2;
        QTest::newRow("not finite") << QStringList{u"да"_s} << 3;
    }

    void whatIsNoPhraseIsEmpty()
    {
        QFETCH(QStringList, phrases);
        QFETCH(int, kind);
        PhraseRecogniser recogniser(PhraseDecoder::usualModel(), m_executor, m_pool);
        Ear ear;
        recogniser.setListener(&ear);
        recogniser.expect(phrases);
        recogniser.begin();
        std::vector<float> sound(kind == 1 ? 0 : 16000);
        QRandomGenerator random(3);
        if (kind == 2)
            for (float &sample : sound) sample = float(random.bounded(0.4) - 0.2);
        if (kind == 3) std::fill(sound.begin(), sound.end(), std::numeric_limits<float>::quiet_NaN());
        recogniser.feed(sound);
        recogniser.requestFinal();
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.errors, QList<Error>());
        QCOMPARE(ear.finals[0].second.text, QString());
        QVERIFY(ear.finals[0].second.confidence < 0.5);
    }

    void saysWhyItCannot()
    {
        PhraseRecogniser recogniser(u"/nowhere"_s, m_executor, m_pool);
        Ear ear;
        recogniser.setListener(&ear);
        recogniser.expect({u"да"_s});
        recogniser.begin();
        recogniser.requestFinal();
        QVERIFY(m_executor.runUntil([&] { return ear.done(); }));
        QCOMPARE(ear.errors.value(0).code, Error::Code::ModelMissing);
        QCOMPARE(phraseRecogniser().languages, QStringList{u"ru"_s});
    }
};

QTEST_GUILESS_MAIN(TestPhraseRecogniser)
#include "test_phrase_recogniser.moc"
