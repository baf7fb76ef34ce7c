#include "app/shelf/model_shelf.h"
#include "app/shelf/model_trial.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

// Files as a Vosk model has them.
QString voskIn(const QTemporaryDir &dir)
{
    const QString folder = dir.filePath(u"vosk-model-small-xx"_s);
    write(folder + u"/am/final.mdl"_s, "weights");
    write(folder + u"/conf/mfcc.conf"_s, "conf");
    return folder;
}

Result<double> works(ModelKind, const QString &) { return 0.25; }
Result<double> crashes(ModelKind, const QString &) { return Error(Error::Code::ModelDamaged, {u"x"_s}); }

} // namespace

class TestModelShelf : public QObject {
    Q_OBJECT

private slots:
    void importsListsAndRemoves()
    {
        QTemporaryDir dir;
        ModelShelf shelf(dir.filePath(u"shelf"_s));
        QVERIFY(shelf.list().isEmpty());
        const auto added = shelf.import({voskIn(dir), {u"ru"_s}, {}, u"Apache-2.0"_s}, works);
        QVERIFY2(added, added ? "" : qUtf8Printable(added.error().codeName()));
        QCOMPARE(added->id, u"vosk-model-small-xx"_s);
        QCOMPARE(added->kind, ModelKind::Vosk);
        QCOMPARE(added->languages, QStringList{u"ru"_s});
        QCOMPARE(added->realTimeFactor, 0.25);
        QCOMPARE(added->bytes, 11);
        QCOMPARE(shelf.list().size(), 1);
        QCOMPARE(shelf.import({voskIn(dir), {u"ru"_s}, {}, {}}, works).error().code, Error::Code::Conflict);
        QVERIFY(shelf.import({voskIn(dir), {u"ru"_s}, u"Second one!"_s, {}}, works));
        QCOMPARE(shelf.list().first().id, u"Second-one-"_s);
        QVERIFY(shelf.remove(u"vosk-model-small-xx"_s));
        QVERIFY(!QFileInfo::exists(added->path));
        QCOMPARE(shelf.list().size(), 1);
        QCOMPARE(shelf.remove(u"../shelf"_s).error().code, Error::Code::NotFound);
    }

    void whatIsRefusedLeavesNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QStringList>("languages");
        QTest::addColumn<bool>("crash");
        QTest::addColumn<QString>("code");
        QTest::newRow("no language") << u"vosk-model-small-xx"_s << QStringList() << false << u"MissingField"_s;
        QTest::newRow("crashes") << u"vosk-model-small-xx"_s << QStringList{u"ru"_s} << true << u"ModelDamaged"_s;
        QTest::newRow("not there") << u"nothing"_s << QStringList{u"ru"_s} << false << u"FileNotFound"_s;
        QTest::newRow("no model") << u"empty"_s << QStringList{u"ru"_s} << false << u"ModelMissing"_s;
        QTest::newRow("no network in its file") << u"sherpa"_s << QStringList{u"ru"_s} << false << u"ModelDamaged"_s;
        QTest::newRow("a text file") << u"text"_s << QStringList{u"ru"_s} << false << u"FileUnreadable"_s;
    }
    void whatIsRefusedLeavesNothing()
    {
        QFETCH(QString, path);
        QFETCH(QStringList, languages);
        QFETCH(bool, crash);
        QFETCH(QString, code);
        QTemporaryDir dir;
        voskIn(dir);
        write(dir.filePath(u"empty/readme"_s), "x");
        write(dir.filePath(u"sherpa/tokens.txt"_s), "x");
        write(dir.filePath(u"sherpa/model.onnx"_s), "x");
        write(dir.filePath(u"text"_s), "just words");
        ModelShelf shelf(dir.filePath(u"shelf"_s));
        const auto added = shelf.import({dir.filePath(path), languages, {}, {}}, crash ? crashes : works);
        QVERIFY(!added);
        QCOMPARE(added.error().codeName(), code);
        QVERIFY(QDir(dir.filePath(u"shelf"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }

    // What a child process may do.
    void trials_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("result");
        QTest::newRow("works") << u"echo '{\"real_time_factor\": 0.5}'"_s << u"0.5"_s;
        QTest::newRow("says why not") << u"echo '{\"error\": \"ModelMissing\", \"args\": [\"m\", \"p\"]}'; exit 1"_s << u"ModelMissing"_s;
        QTest::newRow("crashes") << u"kill -SEGV $$"_s << u"ModelDamaged"_s;
        QTest::newRow("ends without a word") << u"exit 3"_s << u"ModelDamaged"_s;
        QTest::newRow("garbage") << u"echo hello"_s << u"ModelDamaged"_s;
        QTest::newRow("hangs") << u"exec tail -f /dev/null"_s << u"TimedOut"_s;
    }
    void trials()
    {
#ifdef Q_OS_WIN
        QSKIP("Needs a POSIX shell.");
#endif
        QFETCH(QString, script);
        QFETCH(QString, result);
        const auto tried = tryModel(u"/bin/sh"_s, {u"-c"_s, script}, u"m"_s, 500);
        QCOMPARE(tried ? QString::number(*tried) : tried.error().codeName(), result);
    }
};

QTEST_GUILESS_MAIN(TestModelShelf)
#include "test_model_shelf.moc"
