#include "app/dsp/energy_voice_activity.h"
#include "app/dsp/silero_voice_activity.h"
#include <QTemporaryDir>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>
#include <random>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {
std::atomic<qint64> allocations = 0;
} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size)) return memory;
    std::abort();
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

namespace {
const QString modelFile = QDir::homePath() + u"/.cache/voxdesk/deps/models/silero-vad/silero_vad.onnx"_s;
const QString speechFile = u"/usr/share/pocketsphinx/test/data/goforward.raw"_s; // "go forward ten meters", s16, 16 kHz

std::vector<AudioBlock> blocksOf(const QByteArray &s16)
{
    std::vector<AudioBlock> blocks(std::size_t(s16.size()) / 2 / kBlockSamples);
    for (std::size_t i = 0; i < blocks.size() * kBlockSamples; ++i)
        blocks[i / kBlockSamples].samples[i % kBlockSamples] = float(qFromLittleEndian<qint16>(s16.constData() + 2 * i)) / 32768.0f;
    return blocks;
}

std::vector<AudioBlock> noise(int count, float amplitude)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> any(-amplitude, amplitude);
    std::vector<AudioBlock> blocks(static_cast<std::size_t>(count));
    for (AudioBlock &block : blocks)
        for (float &sample : block.samples) sample = any(random);
    return blocks;
}
} // namespace

class TestVoiceActivity : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (!QFile::exists(modelFile)) QSKIP("silero_vad.onnx is not installed: run ./run build once");
        const auto loaded = SileroModel::load(modelFile.toStdU16String());
        QVERIFY2(loaded.model, loaded.detail.c_str());
        m_model = loaded.model;
        QFile speech(speechFile);
        if (!speech.open(QIODevice::ReadOnly)) QSKIP("pocketsphinx-testdata is not installed");
        m_speech = blocksOf(speech.readAll());
    }

    void sileroHearsSpeechAndOnlySpeech()
    {
        SileroVoiceActivity hearing(m_model);
        for (const AudioBlock &block : noise(100, 0.02f)) QVERIFY(hearing.probability(block) < 0.5f);
        int speaking = 0;
        for (const AudioBlock &block : m_speech) speaking += hearing.probability(block) > 0.5f;
        QVERIFY2(speaking > 80 && speaking < 240, qPrintable(QString::number(speaking)));
        float last = 1;
        for (const AudioBlock &block : noise(50, 0.001f)) last = hearing.probability(block);
        QVERIFY(last < 0.2f);
    }

    void conversationsDoNotDisturbEachOther()
    {
        SileroVoiceActivity alone(m_model), one(m_model), other(m_model);
        const auto disturbance = noise(int(m_speech.size()), 0.5f);
        for (std::size_t i = 0; i < m_speech.size(); ++i) {
            other.probability(disturbance[i]);
            QCOMPARE(one.probability(m_speech[i]), alone.probability(m_speech[i]));
        }
    }

    void resetForgets()
    {
        SileroVoiceActivity hearing(m_model), fresh(m_model);
        for (const AudioBlock &block : m_speech) hearing.probability(block);
        hearing.reset();
        for (const AudioBlock &block : m_speech) QCOMPARE(hearing.probability(block), fresh.probability(block));
    }

    void brokenSamplesAreSilence()
    {
        SileroVoiceActivity silero(m_model);
        EnergyVoiceActivity energy;
        AudioBlock broken;
        broken.samples.fill(std::numeric_limits<float>::quiet_NaN());
        broken.samples[3] = std::numeric_limits<float>::infinity();
        broken.samples[4] = 1e30f;
        for (int i = 0; i < 50; ++i) {
            for (VoiceActivity *one : {static_cast<VoiceActivity *>(&silero), static_cast<VoiceActivity *>(&energy)}) {
                const float p = one->probability(broken);
                QVERIFY(p >= 0 && p <= 1);
            }
        }
        int speaking = 0; // and it still hears afterwards
        for (const AudioBlock &block : m_speech) speaking += silero.probability(block) > 0.5f;
        QVERIFY(speaking > 80);
    }

    void steadyStateAllocatesNothingOfOurOwn()
    {
        SileroVoiceActivity hearing(m_model);
        for (int i = 0; i < 64; ++i) hearing.probability(m_speech[std::size_t(i)]); // ends on a window's edge
        const qint64 before = allocations;
        for (int i = 0; i < 3; ++i) hearing.probability(m_speech[std::size_t(i)]); // no window completes
        QCOMPARE(allocations - before, 0);
        // What the runtime takes inside one Run() is bounded and does not grow with time.
        const auto perWindow = [&] {
            const qint64 start = allocations;
            for (int i = 0; i < 16 * 20; ++i) hearing.probability(m_speech[std::size_t(i % 160)]);
            return double(allocations - start) / 100;
        };
        const double first = perWindow();
        qInfo("allocations inside the runtime: %.1f a window", first);
        QCOMPARE(perWindow(), first);
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("failure");
        QFile file(modelFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        QTest::newRow("empty") << QByteArray() << int(SileroModel::Failure::Missing);
        QTest::newRow("text") << QByteArray("not a network") << int(SileroModel::Failure::Damaged);
        QTest::newRow("cut in half") << good.left(good.size() / 2) << int(SileroModel::Failure::Damaged);
        QTest::newRow("zeros") << QByteArray(100000, '\0') << int(SileroModel::Failure::Damaged);
        std::mt19937 random(3);
        QByteArray bytes(200000, Qt::Uninitialized);
        for (char &byte : bytes) byte = char(random());
        QTest::newRow("random bytes") << bytes << int(SileroModel::Failure::Damaged);
    }

    void damagedFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, failure);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"silero_vad.onnx"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto loaded = SileroModel::load(file.fileName().toStdU16String());
        QVERIFY(!loaded.model);
        QCOMPARE(int(loaded.failure), failure);
    }

    void missingFile()
    {
        QCOMPARE(int(SileroModel::load("/no/such/file.onnx").failure), int(SileroModel::Failure::Missing));
        QCOMPARE(int(SileroModel::load(QDir::tempPath().toStdU16String()).failure), int(SileroModel::Failure::Missing));
    }

    void energyFollowsLoudness()
    {
        EnergyVoiceActivity hearing;
        float quiet = 1, loud = 0;
        for (const AudioBlock &block : noise(200, 0.002f)) quiet = hearing.probability(block);
        for (const AudioBlock &block : noise(20, 0.3f)) loud = hearing.probability(block);
        QVERIFY2(quiet < 0.1f && loud > 0.9f, qPrintable(u"%1 %2"_s.arg(quiet).arg(loud)));
        for (const AudioBlock &block : noise(30, 0.002f)) quiet = hearing.probability(block);
        QVERIFY(quiet < 0.2f);
    }

private:
    std::shared_ptr<const SileroModel> m_model;
    std::vector<AudioBlock> m_speech;
};

QTEST_GUILESS_MAIN(TestVoiceActivity)
#include "test_voice_activity.moc"
