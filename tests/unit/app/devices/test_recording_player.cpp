#include "app/devices/decoded_sound.h"
#include "app/devices/recording_player.h"
#include "app/sound/stereo_recorder.h"
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace vox;
using namespace Qt::StringLiterals;

// Decoding into both lanes, and playing where there is something to play on.
class TestRecordingPlayer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void decodesBothLanes();
    void brokenFileIsTold();
    void playsSeeksAndStops();
    void nothingLoadedPlaysNothing();

private:
    QTemporaryDir m_folder;
    QString m_path;
};

void TestRecordingPlayer::initTestCase()
{
    m_path = m_folder.filePath(u"audio.wav"_s);
    auto recorder = StereoRecorder::open(m_path);
    QVERIFY(recorder);
    AudioBlock tone, silence;
    for (std::size_t i = 0; i < tone.samples.size(); ++i) tone.samples[i] = 0.5F * std::sin(float(i) * 0.2F);
    for (int i = 0; i < 200; ++i) QVERIFY((*recorder)->append(i < 100 ? tone : silence, i < 100 ? silence : tone));
    QVERIFY((*recorder)->finish());
}

void TestRecordingPlayer::decodesBothLanes()
{
    DecodedSound sound;
    sound.decode(m_path);
    QVERIFY(sound.isComplete() && !sound.error());
    QCOMPARE(sound.frames(), 32000);
    std::vector<DecodedSound::Frame> frames(400);
    const auto loudest = [&](qint64 from, auto lane) {
        const std::size_t got = sound.read(from, frames);
        float most = 0;
        for (std::size_t i = 0; i < got; ++i) most = std::max(most, std::fabs(frames[i].*lane));
        return most;
    };
    QVERIFY(loudest(8000, &DecodedSound::Frame::caller) > 0.4F);
    QVERIFY(loudest(8000, &DecodedSound::Frame::agent) < 0.01F);
    QVERIFY(loudest(24000, &DecodedSound::Frame::caller) < 0.01F);
    QVERIFY(loudest(24000, &DecodedSound::Frame::agent) > 0.4F);
    QCOMPARE(sound.read(31900, frames), 100U); // up to the end and no further
    QCOMPARE(sound.read(40000, frames), 0U);
}

void TestRecordingPlayer::brokenFileIsTold()
{
    const QString path = m_folder.filePath(u"broken.wav"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("RIFFnothing of the kind");
    file.close();
    DecodedSound sound;
    sound.decode(path);
    QVERIFY(sound.isComplete() && sound.error());
    QCOMPARE(sound.frames(), 0);
    DecodedSound missing;
    missing.decode(m_folder.filePath(u"missing.opus"_s));
    QCOMPARE(missing.error()->code, Error::Code::FileNotFound);
}

void TestRecordingPlayer::playsSeeksAndStops()
{
    if (QMediaDevices::defaultAudioOutput().isNull()) QSKIP("no loudspeaker here");
    RecordingPlayer player;
    QSignalSpy playing(&player, &SoundPlayer::playingChanged), moved(&player, &SoundPlayer::positionChanged);
    player.load(m_path);
    player.seek(1'500'000);
    QCOMPARE(player.positionUs(), 1'500'000);
    player.setRate(2);
    player.play();
    if (!player.isPlaying()) QSKIP("the loudspeaker cannot be opened");
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), 10'000); // played to the end
    QCOMPARE(playing.count(), 2);
    QVERIFY(moved.count() > 3);
    QCOMPARE(player.positionUs(), 0); // from the beginning next time
}

void TestRecordingPlayer::nothingLoadedPlaysNothing()
{
    RecordingPlayer player;
    player.play();
    QVERIFY(!player.isPlaying());
    player.seek(-5);
    QCOMPARE(player.positionUs(), 0);
    player.load(m_path); // and is destroyed while it might decode
}

QTEST_GUILESS_MAIN(TestRecordingPlayer)
#include "test_recording_player.moc"
