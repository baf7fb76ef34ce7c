#include "app/providers/local/prompt_cache.h"
#include "app/providers/local/speech_shaper.h"
#include "app/providers/local/speech_text.h"
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

RenderedSpeech speech(std::size_t samples)
{
    RenderedSpeech out;
    out.samples.assign(samples, 1234);
    out.words = {{0, 0}, {5, qint64(samples / 2)}};
    return out;
}

std::vector<std::int16_t> tone(std::size_t samples)
{
    std::vector<std::int16_t> out(samples);
    for (std::size_t i = 0; i < samples; ++i) out[i] = std::int16_t(8000 * std::sin(double(i) * 0.2));
    return out;
}

} // namespace

class TestPromptCache : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void keysDifferByAllThatIsHeard()
    {
        VoiceSettings slow;
        slow.rate = 0.8;
        const QSet<QByteArray> keys{PromptCache::key(u"a"_s, u"hi"_s, {}), PromptCache::key(u"b"_s, u"hi"_s, {}), PromptCache::key(u"a"_s, u"ho"_s, {}),
                                    PromptCache::key(u"a"_s, u"hi"_s, slow)};
        QCOMPARE(keys.size(), 4);
    }

    void storedOutlivesTheProgramKeptDoesNot()
    {
        const QString folder = m_folder.filePath(u"cache"_s);
        {
            PromptCache cache(folder, {});
            cache.store("stored", speech(1000));
            cache.keep("kept", speech(1000));
            QVERIFY(cache.find("stored") && cache.find("kept") && !cache.find("other"));
        }
        PromptCache cache(folder, {});
        QVERIFY(!cache.find("stored"));
        QVERIFY(cache.load("stored") && !cache.load("kept"));
        QCOMPARE(cache.find("stored")->samples, speech(1000).samples);
        QCOMPARE(cache.find("stored")->words[1].textOffset, 5);
    }

    void memoryIsBounded()
    {
        PromptCache cache({}, {.memoryBytes = 100000});
        for (int i = 0; i < 50; ++i) {
            cache.keep(QByteArray::number(i), speech(5000));
            cache.find("0"); // in use: stays
            QVERIFY(cache.memoryBytes() <= 100000);
        }
        QVERIFY(cache.find("0") && cache.find("49") && !cache.find("1"));
        cache.keep("huge", speech(500000));
        QVERIFY(!cache.find("huge") && cache.find("0"));
        cache.keep("49", speech(10)); // again: replaced, not counted twice
        QCOMPARE(cache.find("49")->samples.size(), 10U);
    }

    void diskIsBounded()
    {
        const QString folder = m_folder.filePath(u"small"_s);
        {
            PromptCache cache(folder, {});
            for (int i = 0; i < 10; ++i) cache.store(QByteArray::number(i), speech(10000));
        }
        PromptCache cache(folder, {.diskBytes = 100000});
        QVERIFY(QDir(folder).entryList({u"*.prompt"_s}).size() <= 5);
    }

    void damagedFilesAreDropped()
    {
        const QByteArray good = packSpeech(speech(500));
        QVERIFY(unpackSpeech(good));
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = good;
            if (round % 2) bytes.truncate(random.bounded(int(bytes.size())));
            else bytes[random.bounded(int(bytes.size()))] ^= char(1 + random.bounded(255));
            QVERIFY(!unpackSpeech(bytes));
        }
        const QString folder = m_folder.filePath(u"damaged"_s);
        PromptCache cache(folder, {});
        QFile file(folder + u'/' + QString::fromLatin1(QByteArray("x").toHex()) + u".prompt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nonsense");
        file.close();
        QVERIFY(!cache.load("x"));
        QVERIFY(!file.exists());
    }

    // Silence around sentences is cut to constants and words move with it.
    void silenceIsCut()
    {
        std::vector<float> out;
        std::vector<SpokenWord> words;
        SpeechShaper shaper([&](const std::vector<float> &samples, const std::vector<SpokenWord> &found) {
            out.insert(out.end(), samples.begin(), samples.end());
            words.insert(words.end(), found.begin(), found.end());
            return true;
        });
        for (const qsizetype offset : {0, 20}) {
            shaper.beginSentence(offset);
            shaper.samples(std::vector<std::int16_t>(8000), 16000); // half a second of nothing
            shaper.word(0, 8000, 16000);
            shaper.samples(tone(4000), 16000);
            shaper.word(7, 12000, 16000);
            shaper.samples(std::vector<std::int16_t>(2000), 16000); // a pause inside stays
            shaper.samples(tone(4000), 16000);
            shaper.samples(std::vector<std::int16_t>(16000), 16000);
            shaper.endSentence();
        }
        const std::size_t sentence = SpeechShaper::kLead + 10000 + SpeechShaper::kTail;
        const std::size_t pause = SpeechShaper::kPause - SpeechShaper::kTail - SpeechShaper::kLead;
        QVERIFY(std::abs(int(out.size()) - int(2 * sentence + pause)) < 8);
        QCOMPARE(words.size(), 4U);
        QCOMPARE(words[2].textOffset, 20);
        QVERIFY(std::abs(int(words[0].sample) - int(SpeechShaper::kLead)) < 8);
        QVERIFY(std::abs(int(words[1].sample) - int(SpeechShaper::kLead + 4000)) < 8);
        QVERIFY(std::abs(int(words[2].sample) - int(sentence + pause + SpeechShaper::kLead)) < 16);
    }

    void speakableKeepsTheLength_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("tags") << u"Say <b>it</b> & go"_s << u"Say    it     & go"_s;
        QTest::newRow("less than") << u"3 < 5 > 4"_s << u"3   5   4"_s;
        QTest::newRow("markdown") << u"**Да** `x` #1"_s << u"  Да    x   1"_s;
        QTest::newRow("controls") << u"a\tb\u200Bc\u0007"_s << u"a b c "_s;
        QTest::newRow("lines stay") << u"a\nb"_s << u"a\nb"_s;
        QTest::newRow("emoji stays, halves go") << u"\U0001F600"_s + QChar(0xDC00) << u"\U0001F600 "_s;
    }

    void speakableKeepsTheLength()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QCOMPARE(speakable(text), clean);
        QCOMPARE(speakable(text).size(), text.size());
    }
};

QTEST_GUILESS_MAIN(TestPromptCache)
#include "test_prompt_cache.moc"
