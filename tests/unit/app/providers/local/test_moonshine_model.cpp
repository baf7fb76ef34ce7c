#include "app/providers/local/moonshine_model.h"
#include "app/providers/local/moonshine_vocabulary.h"
#include "app/providers/local/open_segment.h"
#include "app/providers/local/speech_shape.h"
#include "app/providers/local/transcript_words.h"
#include "speech_clips.h"
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace vox;
using namespace vox::test;

namespace {
const std::atomic_bool notCancelled = false;
const QString tiny = u"moonshine-tiny-en"_s;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray vocabularyOf(const QByteArrayList &pieces)
{
    QByteArrayList lines{"<unk>", "<s>", "</s>"};
    lines << pieces;
    while (lines.size() < 400) lines << "x" + QByteArray::number(lines.size());
    return lines.join('\n');
}
} // namespace

class TestMoonshineModel : public QObject {
    Q_OBJECT
private slots:
    void vocabularySpeaks()
    {
        const auto words = MoonshineVocabulary::parse(vocabularyOf({"\xE2\x96\x81Hel", "lo", "\xE2\x96\x81wor", "<0xC3>", "<0xA9>", "<0xFF>", "<0xZZ>"}));
        QVERIFY(words);
        const auto text = [&](std::vector<std::int64_t> tokens) { return words->text(tokens); };
        QCOMPARE(text({3, 4, 5}), u"Hello wor"_s);
        QCOMPARE(text({3, 6, 7}), u"Hel\u00e9"_s);
        QCOMPARE(text({1, 3, 2, 99999, -5}), u"Hel"_s);
        QCOMPARE(text({8}), u"\ufffd"_s);
        QCOMPARE(text({9}), u"<0xZZ>"_s);
        QCOMPARE(text({}), QString());
    }

    void otherTextsAreNoVocabulary()
    {
        QVERIFY(!MoonshineVocabulary::parse({}));
        QVERIFY(!MoonshineVocabulary::parse("<unk>\n<s>\n</s>"));
        QVERIFY(!MoonshineVocabulary::parse(QByteArray(1000, '\n')));
        QVERIFY(!MoonshineVocabulary::parse(vocabularyOf({QByteArray(100000, 'a')})));
        std::mt19937 random(5);
        for (int i = 0; i < 200; ++i) { // whatever it is, it must not crash
            QByteArray bytes = vocabularyOf({"\xE2\x96\x81one", "<0x41>"});
            for (int j = 0; j < 20; ++j) bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
            if (const auto words = MoonshineVocabulary::parse(bytes)) {
                const std::vector<std::int64_t> tokens{3, 4, 5, 6, 390};
                QVERIFY(words->text(tokens).size() < 2000);
            }
        }
    }

    void aSegmentIsCutAtItsPauses()
    {
        OpenSegment segment(16000 * 10);
        segment.add(noise(7, 0.3f));
        segment.add(noise(0.4, 0.0001f));
        segment.add(noise(4, 0.3f));
        QVERIFY(segment.isTooLong());
        const auto oldest = segment.takeOldest();
        QVERIFY(oldest.samples.size() >= 16000 * 7 && oldest.samples.size() <= 16000 * 74 / 10);
        QCOMPARE(segment.newestStart(), oldest.samples.size());
        QCOMPARE(segment.length(), std::size_t(16000 * 114 / 10));
        QVERIFY(segment.speech() >= 16000 * 11 && segment.speech() < 16000 * 112 / 10);
        QVERIFY(!segment.isTooLong());
    }

    void speechEndsBeforeTheQuiet()
    {
        OpenSegment segment(16000 * 20);
        segment.add(noise(1, 0.3f));
        const std::size_t end = segment.length();
        segment.add(noise(0.5, 0.001f));
        QCOMPARE(segment.speechEnd(), end);
        QCOMPARE(OpenSegment(100).speechEnd(), std::size_t(0));
        QCOMPARE(speechWithin({}), std::size_t(0));
        QCOMPARE(quietestPause({}, 0, 0).share, 1.0f);
    }

    void partialsAgreeWordByWord()
    {
        QCOMPARE(wordsInPlace(u"Go forward"_s, u"go forward, ten meters"_s), 0.5);
        QCOMPARE(wordsInPlace({}, u"go"_s), 0.0);
        QCOMPARE(wordsInPlace({}, {}), 1.0);
        QCOMPARE(wordsInPlace(u"I don't"_s, u"i don\u2019t."_s), 1.0);
    }

    void aDraftChangesTheTimeAndNotTheText()
    {
        const auto model = load(installed());
        if (!model) QSKIP("models are not installed: run tools/setup");
        const auto clip = youngMan();
        const auto plain = model->recognise(clip, {}, notCancelled);
        QVERIFY(plain && !plain->tokens.empty());
        const auto half = model->recognise(Samples(clip).first(clip.size() * 6 / 10), {}, notCancelled);
        std::vector<std::int64_t> wrong(40, 500);
        for (const auto &draft : {half->tokens, plain->tokens, wrong}) {
            const auto drafted = model->recognise(clip, draft, notCancelled);
            QVERIFY(drafted);
            QCOMPARE(drafted->text, plain->text);
        }
    }

    void cancelledWorkStops()
    {
        const auto model = load(installed());
        if (!model) QSKIP("models are not installed: run tools/setup");
        const std::atomic_bool cancelled = true;
        QCOMPARE(model->recognise(youngMan(), {}, cancelled).error().code, Error::Code::Cancelled);
    }

    void damagedFolders_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Code>("code");
        const QByteArray decoder = read(installed() + u"/decoder_model_merged.onnx"_s), encoder = read(installed() + u"/encoder_model.onnx"_s);
        std::mt19937 random(9);
        QByteArray anything(300000, Qt::Uninitialized);
        for (char &byte : anything) byte = char(random());
        const QString d = u"decoder_model_merged.onnx"_s, e = u"encoder_model.onnx"_s, v = u"vocabulary.txt"_s;
        QTest::newRow("decoder absent") << d << QByteArray() << Error::Code::ModelMissing;
        QTest::newRow("vocabulary absent") << v << QByteArray() << Error::Code::ModelMissing;
        QTest::newRow("decoder cut") << d << decoder.left(decoder.size() / 3) << Error::Code::ModelDamaged;
        QTest::newRow("decoder random") << d << anything << Error::Code::ModelDamaged;
        QTest::newRow("decoder is an encoder") << d << encoder << Error::Code::ModelDamaged;
        QTest::newRow("encoder is a decoder") << e << decoder << Error::Code::ModelDamaged;
        QTest::newRow("encoder of another size") << e << read(depsFolder() + u"/models/moonshine-base-en/encoder_model.onnx"_s) << Error::Code::ModelDamaged;
        QTest::newRow("encoder is text") << e << QByteArray("hello") << Error::Code::ModelDamaged;
        QTest::newRow("vocabulary random") << v << anything << Error::Code::ModelDamaged;
    }

    void damagedFolders()
    {
        if (!QFile::exists(installed())) QSKIP("models are not installed: run tools/setup");
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Code, code);
        QTemporaryDir copy;
        for (const QString &name : {u"decoder_model_merged.onnx"_s, u"encoder_model.onnx"_s, u"vocabulary.txt"_s})
            if (name != file) QVERIFY(QFile::link(installed() + u'/' + name, copy.filePath(name)));
        if (!bytes.isEmpty()) write(copy.filePath(file), bytes);
        const auto folder = ModelFolder::open(copy.path());
        QVERIFY(folder);
        const auto loaded = MoonshineModel::load(*folder);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, code);
        QVERIFY2(loaded.error().args.value(1).endsWith(file) || file.startsWith(u'e'), qPrintable(loaded.error().args.join(u' ')));
    }

    void flippedBytesNeverEndTheProgram()
    {
        if (!QFile::exists(installed())) QSKIP("models are not installed: run tools/setup");
        const QByteArray good = read(installed() + u"/encoder_model.onnx"_s);
        std::mt19937 random(13);
        for (int i = 0; i < 8; ++i) {
            QByteArray bytes = good;
            // The structure lies at the beginning and the end; the middle is weights.
            for (int j = 0; j < 30; ++j) {
                const auto place = qsizetype(random() % 20000);
                bytes[j % 2 ? place : bytes.size() - 1 - place] = char(random());
            }
            QTemporaryDir copy;
            for (const QString &name : {u"decoder_model_merged.onnx"_s, u"vocabulary.txt"_s})
                QVERIFY(QFile::link(installed() + u'/' + name, copy.filePath(name)));
            write(copy.filePath(u"encoder_model.onnx"_s), bytes);
            const auto loaded = MoonshineModel::load(*ModelFolder::open(copy.path()));
            if (!loaded) QCOMPARE(loaded.error().code, Error::Code::ModelDamaged);
            else if (const auto heard = (*loaded)->recognise(youngMan(), {}, notCancelled); !heard)
                QCOMPARE(heard.error().code, Error::Code::ModelFailed);
        }
    }

    void descriptionsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("description");
        QTest::addColumn<bool>("opens");
        QTest::addColumn<bool>("reads");
        const QByteArray hash = QCryptographicHash::hash("content", QCryptographicHash::Sha256).toHex();
        const auto with = [](const QByteArray &facts) { return QByteArray(R"({"files": {"file": )" + facts + "}}"); };
        QTest::newRow("right") << with(R"({"bytes": 7, "sha256": ")" + hash + R"("})") << true << true;
        QTest::newRow("upper case") << with(R"({"bytes": 7, "sha256": ")" + hash.toUpper() + R"("})") << true << true;
        QTest::newRow("wrong size") << with(R"({"bytes": 8, "sha256": ")" + hash + R"("})") << true << false;
        QTest::newRow("wrong hash") << with(R"({"bytes": 7, "sha256": ")" + QByteArray(64, 'a') + R"("})") << true << false;
        QTest::newRow("no hash") << with(R"({"bytes": 7})") << false << false;
        QTest::newRow("no JSON") << QByteArray("files") << false << false;
        QTest::newRow("no files") << QByteArray("{}") << false << false;
    }

    void descriptionsAreChecked()
    {
        QFETCH(QByteArray, description);
        QFETCH(bool, opens);
        QFETCH(bool, reads);
        QTemporaryDir folder;
        write(folder.filePath(u"file"_s), "content");
        write(folder.filePath(u"model.json"_s), description);
        const auto model = ModelFolder::open(folder.path());
        QCOMPARE(model.hasValue(), opens);
        if (!model) {
            QCOMPARE(model.error().code, Error::Code::ModelDamaged);
            return;
        }
        QCOMPARE(model->read(u"file"_s).hasValue(), reads);
        QCOMPARE(model->verify().hasValue(), reads);
        if (!reads) QCOMPARE(model->read(u"file"_s).error().code, Error::Code::ModelDamaged);
        QCOMPARE(model->read(u"other"_s).error().code, Error::Code::ModelMissing);
        QCOMPARE(ModelFolder::open(folder.filePath(u"none"_s)).error().code, Error::Code::ModelMissing);
    }

private:
    static QString installed() { return depsFolder() + u"/models/"_s + tiny; }
    static std::shared_ptr<const MoonshineModel> load(const QString &path)
    {
        const auto folder = ModelFolder::open(path);
        if (!folder) return nullptr;
        auto model = MoonshineModel::load(*folder);
        return model ? *model : nullptr;
    }
};

QTEST_GUILESS_MAIN(TestMoonshineModel)
#include "test_moonshine_model.moc"
