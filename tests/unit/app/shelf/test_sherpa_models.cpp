#include "app/providers/local/sherpa_library.h"
#include "app/providers/local/transcript_words.h"
#include "app/realtime/live_executor.h"
#include "app/realtime/work_pool.h"
#include "app/shelf/model_host.h"
#include "app/shelf/model_shelf.h"
#include "app/shelf/model_trial.h"
#include "tests/unit/app/providers/local/speech_clips.h"
#include "tiny_onnx.h"
#include <QtTest>
#include <future>

using namespace vox;
using namespace vox::test;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

// The installed Moonshine as sherpa-onnx wants it: its vocabulary in base64.
QString moonshineIn(const QTemporaryDir &dir)
{
    const QString from = depsFolder() + u"/models/moonshine-tiny-en/"_s, to = dir.filePath(u"moonshine-tiny"_s);
    QFile vocabulary(from + u"vocabulary.txt"_s);
    if (!vocabulary.open(QIODevice::ReadOnly)) return {};
    QDir().mkpath(to);
    for (const QString &name : {u"encoder_model.onnx"_s, u"decoder_model_merged.onnx"_s}) QFile::copy(from + name, to + u'/' + name);
    QByteArray tokens;
    int id = 0;
    for (QByteArray piece : vocabulary.readAll().split('\n')) {
        if (piece.startsWith("<0x")) piece = QByteArray(1, char(piece.mid(3, 2).toInt(nullptr, 16)));
        tokens += piece.replace("\xE2\x96\x81", " ").toBase64() + ' ' + QByteArray::number(id++) + '\n';
    }
    write(to + u"/tokens.txt"_s, tokens);
    return to;
}

struct Heard final : SpeechToText::Listener {
    std::promise<QString> done;
    QStringList partials;
    bool told = false;
    void tell(const QString &what)
    {
        if (!std::exchange(told, true)) done.set_value(what);
    }
    void partialHeard(const Transcript &t) override { partials.append(t.text); }
    void finalHeard(SpeechToText::Ticket, const Transcript &t) override { tell(t.text); }
    void recognitionFailed(const Error &error) override { tell(u"failed "_s + error.codeName()); }
};

ShelvedModel modelIn(const QString &folder, ModelKind kind = ModelKind::Sherpa) { return {u"added"_s, u"Added"_s, kind, {u"en"_s}, {}, {}, 0, 0, folder}; }

// What a model in a process of its own makes of a sound, fed in blocks.
QString recognise(const QString &folder, const std::vector<float> &sound, QStringList *partials = nullptr)
{
    LiveExecutor executor;
    WorkPool pool(1);
    const LocalRecogniser recogniser = hostedModel(modelIn(folder), QCoreApplication::applicationFilePath(), depsFolder());
    auto made = recogniser.make(u"en"_s, executor, pool);
    if (!made) return u"failed to make "_s + made.error().codeName() + u' ' + made.error().args.value(1);
    Heard heard;
    executor.post([&] {
        (*made)->setListener(&heard);
        (*made)->begin();
        for (std::size_t at = 0; at + kBlockSamples <= sound.size(); at += kBlockSamples) (*made)->feed(Samples(sound).subspan(at, kBlockSamples));
        (*made)->requestFinal();
    });
    const QString text = heard.done.get_future().get();
    std::promise<void> gone;
    executor.post([&] {
        made->reset();
        gone.set_value();
    });
    gone.get_future().wait();
    if (partials) *partials = heard.partials;
    return text;
}

Result<double> tried(ModelKind kind, const QString &folder)
{
    return tryModel(QCoreApplication::applicationFilePath(), {u"--try"_s, enumName(kind), folder}, u"model"_s);
}

} // namespace

// Models of sherpa-onnx in processes of their own: this test's program again. There are no weights to fetch but Moonshine's;
// the other networks are made here, and say always the same.
class TestSherpaModels : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const auto library = SherpaLibrary::load(depsFolder());
        if (!library) QSKIP("sherpa-onnx is not installed");
        QCOMPARE((*library)->version(), SherpaLibrary::kVersion);
    }

    void moonshine()
    {
        QTemporaryDir dir;
        const QString folder = moonshineIn(dir);
        const std::vector<float> sound = joined(joined(goForward(), noise(0.4, 0.0005f)), {});
        if (folder.isEmpty() || sound.empty()) QSKIP("the model or the clip is not installed");
        QStringList partials;
        const QString text = recognise(folder, sound, &partials);
        QCOMPARE(bareWords(text).join(u' '), u"go forward ten meters"_s);
    }

    void tinyNetworks_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::newRow("NeMo CTC") << tinyNemoCtc();
        QTest::newRow("NeMo CTC, streaming") << tinyNemoCtc(true);
    }
    void tinyNetworks()
    {
        QFETCH(const QByteArray, network);
        QTemporaryDir dir;
        write(dir.filePath(u"model.onnx"_s), network);
        write(dir.filePath(u"tokens.txt"_s), tinyTokens());
        QCOMPARE(recognise(dir.path(), noise(2, 0.3f)), u"a"_s);
    }

    // Everything that ends the process it is loaded in, or is refused: told, and nothing else happens.
    void bad_data()
    {
        QTest::addColumn<QByteArray>("network");
        QTest::addColumn<QByteArray>("tokens");
        QByteArray cut = tinyNemoCtc();
        QTest::newRow("tokens of another model") << tinyNemoCtc() << QByteArray("hello world 17\nx\n");
        QTest::newRow("no tokens at all") << tinyNemoCtc() << QByteArray();
        QTest::newRow("weights cut off") << cut.replace("MatMul", "MatMux") << tinyTokens();
        QTest::newRow("metadata missing") << named({u"audio_signal"_s, u"length"_s}, {{u"model_type"_s, u"EncDecCTCModelBPE"_s}}) << tinyTokens();
    }
    void bad()
    {
        QFETCH(const QByteArray, network);
        QFETCH(const QByteArray, tokens);
        QTemporaryDir dir;
        write(dir.filePath(u"model.onnx"_s), network);
        write(dir.filePath(u"tokens.txt"_s), tokens);
        const QString text = recognise(dir.path(), noise(1, 0.3f));
        QVERIFY2(text.startsWith("failed to make ModelDamaged"_L1), qUtf8Printable(text));
        QCOMPARE(tried(ModelKind::Sherpa, dir.path()).error().code, Error::Code::ModelDamaged);
    }

    void isImportedAndChecked()
    {
        QTemporaryDir dir;
        write(dir.filePath(u"gigaam/model.onnx"_s), tinyNemoCtc());
        write(dir.filePath(u"gigaam/tokens.txt"_s), tinyTokens());
        ModelShelf shelf(dir.filePath(u"shelf"_s));
        const auto model = shelf.import({dir.filePath(u"gigaam"_s), {}, {}, {}}, tried);
        QVERIFY2(model, model ? "" : qUtf8Printable(model.error().codeName() + model.error().detail));
        QCOMPARE(model->family, u"NeMo CTC"_s);
        QCOMPARE(model->languages, QStringList{u"ru"_s});
        QVERIFY(model->realTimeFactor > 0);
        QCOMPARE(recognise(model->path, noise(1, 0.3f)), u"a"_s);
        write(model->path + u"/tokens.txt"_s, "something else 1\n");
        QVERIFY(recognise(model->path, noise(1, 0.3f)).startsWith("failed to make ModelDamaged"_L1));
    }
};

int main(int argc, char **argv)
{
    hostModelIfAsked(argc, argv);
    QCoreApplication app(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--try") {
        const auto factor = hearWith(*enumFromName<ModelKind>(QString::fromLatin1(argv[2])), QString::fromLocal8Bit(argv[3]), depsFolder());
        QTextStream(stdout) << (factor ? u"{\"real_time_factor\": %1}"_s.arg(*factor) : u"{\"error\": \"%1\"}"_s.arg(factor.error().codeName()));
        return 0;
    }
    TestSherpaModels test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_sherpa_models.moc"
