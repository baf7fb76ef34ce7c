#include "app/providers/local/onnx_facts.h"
#include "app/providers/local/sherpa_folder.h"
#include "app/shelf/shelved_model.h"
#include "tiny_onnx.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

using Files = QMap<QString, QByteArray>;

void writeAll(const QString &folder, const Files &files)
{
    for (auto it = files.begin(); it != files.end(); ++it) {
        QDir().mkpath(QFileInfo(folder + u'/' + it.key()).path());
        QFile file(folder + u'/' + it.key());
        if (file.open(QIODevice::WriteOnly)) file.write(it.value());
    }
}

const QStringList kOffline{u"x"_s, u"x_lens"_s}, kStreaming{u"x"_s, u"cached_len_0"_s, u"cached_avg_0"_s, u"cached_key_0"_s};

QByteArray typed(const QString &type, const QStringList &inputs = kOffline) { return named(inputs, {{u"model_type"_s, type}}); }

} // namespace

// What a folder of files is: as projects publish them, and with something missing or wrong.
class TestSherpaFolder : public QObject {
    Q_OBJECT
private slots:
    void knows_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("encoder");
        const auto row = [](const char *name, const Files &files, const QString &family, const QString &encoder = {}) { QTest::newRow(name) << files << family << encoder; };
        row("streaming zipformer",
            {{u"encoder-epoch-99-avg-1.int8.onnx"_s, typed(u"zipformer2"_s, kStreaming)}, {u"encoder-epoch-99-avg-1.onnx"_s, typed(u"zipformer2"_s, kStreaming)},
             {u"decoder-epoch-99-avg-1.onnx"_s, typed({})}, {u"joiner-epoch-99-avg-1.int8.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}},
            u"transducer, streaming"_s, u"encoder-epoch-99-avg-1.int8.onnx"_s);
        row("Vosk's Russian one", {{u"am-onnx/encoder.onnx"_s, typed(u"zipformer2"_s)}, {u"am-onnx/decoder.onnx"_s, typed({})}, {u"am-onnx/joiner.onnx"_s, typed({})}, {u"lang/tokens.txt"_s, "a 0\n"}},
            u"transducer"_s, u"encoder.onnx"_s);
        row("Parakeet", {{u"encoder.int8.onnx"_s, typed(u"EncDecRNNTBPEModel"_s)}, {u"decoder.int8.onnx"_s, typed({})}, {u"joiner.int8.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}},
            u"NeMo transducer"_s, u"encoder.int8.onnx"_s);
        row("GigaAM CTC", {{u"model.int8.onnx"_s, tinyNemoCtc()}, {u"tokens.txt"_s, tinyTokens()}}, u"NeMo CTC"_s);
        row("streaming NeMo CTC", {{u"model.onnx"_s, tinyNemoCtc(true)}, {u"tokens.txt"_s, tinyTokens()}}, u"CTC, streaming"_s);
        row("Whisper", {{u"base.en-encoder.int8.onnx"_s, typed(u"whisper-base.en"_s)}, {u"base.en-decoder.int8.onnx"_s, typed({})}, {u"base.en-tokens.txt"_s, "a 0\n"}},
            u"Whisper"_s, u"base.en-encoder.int8.onnx"_s);
        row("Moonshine", {{u"encoder_model.ort.onnx"_s, typed({})}, {u"decoder_model_merged.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, u"Moonshine"_s, u"encoder_model.ort.onnx"_s);
        row("SenseVoice", {{u"model.int8.onnx"_s, typed(u"sense_voice_ctc"_s)}, {u"tokens.txt"_s, "a 0\n"}}, u"SenseVoice"_s);
        row("Piper",
            {{u"ru_RU-irina-medium.onnx"_s, named({u"input"_s}, {{u"comment"_s, u"piper"_s}, {u"voice"_s, u"ru"_s}, {u"model_type"_s, u"vits"_s}})},
             {u"tokens.txt"_s, "a 0\n"}, {u"espeak-ng-data/phontab"_s, "x"}},
            u"VITS"_s);
        row("Kokoro", {{u"model.onnx"_s, typed(u"kokoro"_s)}, {u"voices.bin"_s, "x"}, {u"tokens.txt"_s, "a 0\n"}, {u"espeak-ng-data/phontab"_s, "x"}}, u"Kokoro"_s);
    }
    void knows()
    {
        QFETCH(const Files, files);
        QFETCH(const QString, family);
        QFETCH(const QString, encoder);
        QTemporaryDir dir;
        writeAll(dir.path(), files);
        const auto folder = SherpaFolder::open(dir.path());
        QVERIFY2(folder, folder ? "" : qUtf8Printable(folder.error().codeName() + folder.error().args.join(u' ')));
        QCOMPARE(folder->familyName(), family);
        QVERIFY(QFileInfo::exists(folder->tokens));
        if (!encoder.isEmpty()) QCOMPARE(QFileInfo(folder->encoder).fileName(), encoder);
        QCOMPARE(lookAtModel(dir.path())->family, family);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("about");
        const auto row = [](const char *name, const Files &files, Error::Code code, const QString &about) { QTest::newRow(name) << files << int(code) << about; };
        using Code = Error::Code;
        row("no tokens", {{u"model.onnx"_s, tinyNemoCtc()}}, Code::ModelMissing, u"tokens.txt"_s);
        row("no decoder", {{u"encoder.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelMissing, u"decoder.onnx"_s);
        row("no decoder of a transducer", {{u"encoder.onnx"_s, typed({})}, {u"joiner.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelMissing, u"decoder.onnx"_s);
        row("no encoder", {{u"joiner.onnx"_s, typed({})}, {u"decoder.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelMissing, u"encoder.onnx"_s);
        row("no joiner", {{u"encoder.onnx"_s, typed(u"zipformer2"_s)}, {u"decoder.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelMissing, u"joiner.onnx"_s);
        row("voice without phonemes", {{u"model.onnx"_s, typed(u"vits"_s)}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelMissing, u"espeak-ng-data"_s);
        row("Kokoro without voices", {{u"model.onnx"_s, typed(u"kokoro"_s)}, {u"tokens.txt"_s, "a 0\n"}, {u"espeak-ng-data/x"_s, "x"}}, Code::ModelMissing, u"voices.bin"_s);
        row("Piper's own", {{u"irina.onnx"_s, named({u"input"_s}, {})}, {u"irina.onnx.json"_s, "{}"}}, Code::ModelDamaged, u"irina.onnx"_s);
        row("no ONNX", {{u"model.onnx"_s, "<html>Not found</html>"}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelDamaged, u"model.onnx"_s);
        row("a pointer of Git LFS",
            {{u"encoder.onnx"_s, "version https://git-lfs.github.com/spec/v1\noid sha256:1\n"},
             {u"decoder.onnx"_s, typed({})}, {u"joiner.onnx"_s, typed({})}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelDamaged, u"encoder.onnx"_s);
        row("empty", {{u"model.onnx"_s, ""}, {u"tokens.txt"_s, "a 0\n"}}, Code::ModelDamaged, u"model.onnx"_s);
        row("not known", {{u"model.onnx"_s, typed(u"speaker-diarisation"_s)}, {u"tokens.txt"_s, "a 0\n"}}, Code::NotFound, u"speaker-diarisation"_s);
        row("nothing", {{u"readme.txt"_s, "x"}}, Code::ModelMissing, QString());
    }
    void saysWhatIsWrong()
    {
        QFETCH(const Files, files);
        QFETCH(const QString, about);
        QTemporaryDir dir;
        writeAll(dir.path(), files);
        const auto look = lookAtModel(dir.path());
        QVERIFY(!look);
        QTEST(int(look.error().code), "code");
        QVERIFY2(look.error().args.last().endsWith(about), qUtf8Printable(look.error().args.join(u' ')));
    }

    void tellsLanguageAndLicence()
    {
        QTemporaryDir dir;
        writeAll(dir.path(), {{u"model.onnx"_s, tinyNemoCtc()}, {u"tokens.txt"_s, tinyTokens()}, {u"README.md"_s, "---\nlanguage: ru\nlicense: apache-2.0\n---\n"}});
        const auto look = lookAtModel(dir.path());
        QVERIFY(look);
        QCOMPARE(look->languages, QStringList{u"ru"_s});
        QCOMPARE(look->licence, u"apache-2.0"_s);
    }

    void hostileFiles()
    {
        const QByteArray valid = tinyNemoCtc(true);
        QVERIFY(OnnxFacts::of(valid));
        QCOMPARE(OnnxFacts::of(valid)->inputs.size(), 5);
        std::mt19937 random(7);
        int read = 0;
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = valid;
            for (int i = int(random() % 5); i >= 0; --i) bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
            if (random() % 2) bytes.truncate(qsizetype(random() % std::size_t(bytes.size())));
            if (const auto facts = OnnxFacts::of(bytes)) {
                ++read;
                QVERIFY(facts->inputs.size() <= bytes.size() && facts->metadata.size() <= bytes.size());
            }
        }
        QVERIFY(read > 100);
    }
};

QTEST_GUILESS_MAIN(TestSherpaFolder)
#include "test_sherpa_folder.moc"
