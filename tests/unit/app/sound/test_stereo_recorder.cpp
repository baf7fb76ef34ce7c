#include "app/sound/sound_reader.h"
#include "app/sound/stereo_recorder.h"
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

AudioBlock filled(float value)
{
    AudioBlock block;
    block.samples.fill(value);
    return block;
}

void copyTo(const QString &from, const QString &to)
{
    QFile::remove(to);
    QFile::copy(from, to);
}

} // namespace

class TestStereoRecorder : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QString recorded(const QString &name, int blocks, qint64 wideFrom = 0xFFFFFFFFLL)
    {
        auto recorder = StereoRecorder::open(path(name), wideFrom);
        for (int i = 0; i < blocks; ++i) (void)(*recorder)->append(filled(0.25F), filled(-0.5F));
        (void)(*recorder)->finish();
        return path(name);
    }

private slots:
    void keepsBothLanes_data()
    {
        QTest::addColumn<qint64>("wideFrom");
        QTest::newRow("RIFF") << qint64(0xFFFFFFFF);
        QTest::newRow("RF64") << qint64(1000);
    }

    void keepsBothLanes()
    {
        QFETCH(qint64, wideFrom);
        const auto lanes = readLanes(recorded(u"call.wav"_s, 257, wideFrom));
        QVERIFY(lanes);
        QCOMPARE(lanes->caller.size(), std::size_t(257 * kBlockSamples));
        QCOMPARE(lanes->agent.size(), lanes->caller.size());
        for (std::size_t i = 0; i < lanes->caller.size(); ++i) QVERIFY(lanes->caller[i] == 0.25F && lanes->agent[i] == -0.5F);
        QFile file(path(u"call.wav"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(4), wideFrom < 0xFFFFFFFF ? QByteArray("RF64") : QByteArray("RIFF"));
    }

    // What a killed program leaves: the file as it is on disk while the call goes on.
    void isCompleteToTheLastSecond()
    {
        auto recorder = StereoRecorder::open(path(u"killed.wav"_s));
        QVERIFY(recorder);
        for (int i = 0; i < 372; ++i) QVERIFY((*recorder)->append(filled(0.1F), filled(0.2F)));
        copyTo(path(u"killed.wav"_s), path(u"left.wav"_s));
        const auto asLeft = readLanes(path(u"left.wav"_s)); // readable as it is
        QVERIFY(asLeft && asLeft->caller.size() >= 272U * kBlockSamples);
        const auto frames = recoverRecording(path(u"left.wav"_s));
        QVERIFY(frames);
        QVERIFY(*frames >= 362 * kBlockSamples);
        QCOMPARE(readLanes(path(u"left.wav"_s))->caller.size(), std::size_t(*frames));
        QCOMPARE(*recoverRecording(path(u"left.wav"_s)), *frames); // again changes nothing
    }

    void recoversAnyLength()
    {
        const QString whole = recorded(u"whole.wav"_s, 20);
        for (const qint64 cut : {80, 81, 83, 84, 500, 4000}) {
            copyTo(whole, path(u"cut.wav"_s));
            QVERIFY(QFile::resize(path(u"cut.wav"_s), cut));
            const auto frames = recoverRecording(path(u"cut.wav"_s));
            QVERIFY(frames);
            QCOMPARE(*frames, (cut - 80) / 4);
            QCOMPARE(QFileInfo(path(u"cut.wav"_s)).size(), 80 + *frames * 4);
        }
    }

    void refusesWhatIsNotOurs()
    {
        QCOMPARE(recoverRecording(path(u"none.wav"_s)).error().code, Error::Code::FileNotFound);
        const QString whole = recorded(u"whole.wav"_s, 2);
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QRandomGenerator random(9);
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes = good;
            if (round % 2) bytes.truncate(random.bounded(int(bytes.size())));
            else bytes[random.bounded(80)] = char(random.bounded(256));
            QFile damaged(path(u"damaged.wav"_s));
            QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
            damaged.write(bytes);
            damaged.close();
            const auto frames = recoverRecording(damaged.fileName());
            if (frames) QVERIFY(*frames == 0 || readLanes(damaged.fileName()));
            else QCOMPARE(frames.error().code, Error::Code::AudioBroken);
        }
    }

    void saysWhenItCannotWrite()
    {
        QCOMPARE(StereoRecorder::open(path(u"no/such/folder.wav"_s)).error().code, Error::Code::FileUnwritable);
        if (QFile::exists(u"/dev/full"_s)) QVERIFY(!StereoRecorder::open(u"/dev/full"_s));
    }
};

QTEST_GUILESS_MAIN(TestStereoRecorder)
#include "test_stereo_recorder.moc"
