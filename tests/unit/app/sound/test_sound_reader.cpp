#include "app/sound/opus_writer.h"
#include "app/sound/sound_reader.h"
#include "models/audio/onset.h"
#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace vox;

namespace {

template <typename T> void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

struct Spec {
    int tag = 1;
    int bits = 16;
    int channels = 1;
    int rate = 16000;
    bool isExtensible = false;
    bool isWide = false;     // RF64
    bool isOdd = false;      // with an odd chunk before the sound
    quint32 dataSize = 0;    // 0: the true one
};

float toneAt(double seconds) { return 0.5F * float(std::sin(2 * 3.14159265358979 * 300 * seconds)); }

QByteArray sample(const Spec &spec, float value)
{
    QByteArray out;
    if (spec.tag == 3 && spec.bits == 32) put(out, value);
    else if (spec.tag == 3) put(out, double(value));
    else if (spec.bits == 8) put(out, quint8(std::lround(value * 127) + 128));
    else if (spec.bits == 16) put(out, qint16(std::lround(value * 32767)));
    else if (spec.bits == 24) {
        QByteArray four;
        put(four, qint32(std::lround(double(value) * 8388607)));
        out = four.left(3);
    } else put(out, qint32(std::llround(double(value) * 2147483647)));
    return out;
}

QByteArray wav(const Spec &spec, double seconds = 0.5)
{
    QByteArray sound;
    const int frames = int(seconds * spec.rate);
    for (int i = 0; i < frames; ++i)
        for (int channel = 0; channel < spec.channels; ++channel) sound += sample(spec, toneAt(double(i) / spec.rate));
    const int align = spec.bits / 8 * spec.channels;
    QByteArray format;
    put(format, quint16(spec.isExtensible ? 0xFFFE : spec.tag));
    put(format, quint16(spec.channels));
    put(format, quint32(spec.rate));
    put(format, quint32(spec.rate * align));
    put(format, quint16(align));
    put(format, quint16(spec.bits));
    if (spec.isExtensible) {
        put(format, quint16(22));
        put(format, quint16(spec.bits));
        put(format, quint32(0));
        put(format, quint16(spec.tag));
        format += QByteArray::fromHex("000000001000800000aa00389b71");
    }
    QByteArray out = spec.isWide ? "RF64" : "RIFF";
    put(out, spec.isWide ? 0xFFFFFFFFU : quint32(36 + sound.size()));
    out += "WAVE";
    if (spec.isWide) {
        out += "ds64";
        put(out, quint32(28));
        put(out, quint64(sound.size() + 72));
        put(out, quint64(sound.size()));
        put(out, quint64(frames));
        put(out, quint32(0));
    }
    if (spec.isOdd) {
        out += "LIST";
        put(out, quint32(5));
        out += QByteArray(6, 'x'); // padded
    }
    out += "fmt ";
    put(out, quint32(format.size()));
    out += format + "data";
    put(out, spec.isWide ? 0xFFFFFFFFU : spec.dataSize ? spec.dataSize : quint32(sound.size()));
    return out + sound;
}

Result<std::vector<float>> read(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    auto reader = openSound(std::move(buffer), u"x.wav"_s);
    if (!reader) return reader.error();
    return readMono(**reader, u"x.wav"_s);
}

} // namespace

Q_DECLARE_METATYPE(Spec)

class TestSoundReader : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private slots:
    void readsEveryFormat_data()
    {
        QTest::addColumn<Spec>("spec");
        for (const int bits : {8, 16, 24, 32}) QTest::addRow("pcm %d", bits) << Spec{.bits = bits};
        QTest::newRow("float") << Spec{.tag = 3, .bits = 32};
        QTest::newRow("double, stereo, 48 kHz") << Spec{.tag = 3, .bits = 64, .channels = 2, .rate = 48000};
        QTest::newRow("8 kHz") << Spec{.rate = 8000};
        QTest::newRow("44.1 kHz, six channels, 24 bit") << Spec{.bits = 24, .channels = 6, .rate = 44100};
        QTest::newRow("extensible") << Spec{.channels = 2, .isExtensible = true};
        QTest::newRow("extensible float") << Spec{.tag = 3, .bits = 32, .isExtensible = true};
        QTest::newRow("RF64") << Spec{.isWide = true};
        QTest::newRow("an odd chunk first") << Spec{.isOdd = true};
        QTest::newRow("size unknown") << Spec{.dataSize = 0xFFFFFFFF};
        QTest::newRow("size too large") << Spec{.dataSize = 0x7FFFFFFF};
        QTest::newRow("192 kHz") << Spec{.rate = 192000};
    }

    void readsEveryFormat()
    {
        QFETCH(Spec, spec);
        const auto sound = read(wav(spec));
        QVERIFY(sound);
        QCOMPARE(sound->size(), 8000U);
        const double tolerance = spec.bits == 8 ? 0.02 : 0.005;
        for (std::size_t i = 1000; i < 7000; ++i) QVERIFY(std::abs((*sound)[i] - toneAt(double(i) / 16000)) < tolerance);
    }

    void refusesWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Code>("code");
        const QByteArray good = wav({});
        QByteArray adpcm = good;
        adpcm[20] = 2;
        QByteArray misaligned = good;
        misaligned[32] = 7;
        QByteArray slow = good;
        std::memset(slow.data() + 24, 0, 4);
        QTest::newRow("empty") << QByteArray() << Error::Code::AudioBroken;
        QTest::newRow("text") << QByteArray("hello, I am not a sound file at all") << Error::Code::AudioBroken;
        QTest::newRow("header only") << good.left(12) << Error::Code::AudioBroken;
        QTest::newRow("no data") << good.left(36) << Error::Code::AudioBroken;
        QTest::newRow("no sound") << good.left(44) << Error::Code::AudioBroken;
        QTest::newRow("ADPCM") << adpcm << Error::Code::AudioUnsupported;
        QTest::newRow("frames of the wrong size") << misaligned << Error::Code::AudioBroken;
        QTest::newRow("0 Hz") << slow << Error::Code::AudioUnsupported;
        QTest::newRow("Ogg that ends at once") << QByteArray("OggS") << Error::Code::AudioUnsupported;
    }

    void refusesWithTheReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Code, code);
        const auto sound = read(bytes);
        QVERIFY(!sound);
        QCOMPARE(sound.error().code, code);
        QCOMPARE(sound.error().args.size(), 2);
        QVERIFY(!sound.error().args[1].isEmpty());
    }

    void filesThatAreNotThere()
    {
        QCOMPARE(readMono(m_folder.filePath(u"none.wav"_s)).error().code, Error::Code::FileNotFound);
        QCOMPARE(readMono(m_folder.path()).error().code, Error::Code::FileUnreadable);
    }

    void opusKeepsTheLanesApart()
    {
        if (!canEncodeOpus()) QSKIP("built without Opus");
        const QString path = m_folder.filePath(u"talk.wav"_s);
        const QString opus = m_folder.filePath(u"talk.opus"_s);
        Spec spec{.channels = 2};
        QByteArray bytes = wav(spec, 3.0);
        for (qsizetype i = 44; i + 4 <= bytes.size(); i += 4) { // the caller in the second second only, the agent in the third
            const qsizetype frame = (i - 44) / 4;
            if (frame < 16000 || frame >= 32000) std::memset(bytes.data() + i, 0, 2);
            if (frame < 32000) std::memset(bytes.data() + i + 2, 0, 2);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        std::atomic_bool cancelled = false;
        QVERIFY(encodeOpus(path, opus, cancelled));
        QVERIFY(QFileInfo(opus).size() < bytes.size() / 5);
        const auto lanes = readLanes(opus);
        QVERIFY(lanes);
        QVERIFY(std::abs(int(lanes->caller.size()) - 48000) < 500);
        QVERIFY(std::abs(int(*firstAudible(lanes->caller)) - 16000) < 200);
        QVERIFY(std::abs(int(*lastAudible(lanes->caller)) - 32000) < 800);
        QVERIFY(std::abs(int(*firstAudible(lanes->agent)) - 32000) < 200); // nothing of the caller in the agent's lane
        QCOMPARE(readLanes(path)->agent.size(), 48000U);

        cancelled = true;
        const QString other = m_folder.filePath(u"other.opus"_s);
        QCOMPARE(encodeOpus(path, other, cancelled).error().code, Error::Code::Cancelled);
        QVERIFY(!QFile::exists(other));
        QCOMPARE(encodeOpus(m_folder.filePath(u"no.wav"_s), other, cancelled).error().code, Error::Code::FileNotFound);
    }

    // Whatever the bytes, reading ends, without a crash and without believing a size.
    void survivesDamage_data()
    {
        QTest::addColumn<bool>("isOpus");
        QTest::newRow("wav") << false;
        QTest::newRow("opus") << true;
    }

    void survivesDamage()
    {
        QFETCH(bool, isOpus);
        if (isOpus && !canEncodeOpus()) QSKIP("built without Opus");
        QByteArray good = wav({.channels = 2, .isExtensible = true, .isOdd = true}, 0.2);
        if (isOpus) {
            const QString path = m_folder.filePath(u"damage.wav"_s);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(good) == good.size());
            file.close();
            QVERIFY(encodeOpus(path, path + u".opus"_s, std::atomic_bool(false)));
            QFile encoded(path + u".opus"_s);
            QVERIFY(encoded.open(QIODevice::ReadOnly));
            good = encoded.readAll();
        }
        QRandomGenerator random(42);
        for (int round = 0; round < 400; ++round) {
            QByteArray bytes = good;
            const int changes = 1 + random.bounded(6);
            for (int i = 0; i < changes; ++i) {
                const int limit = random.bounded(2) ? std::min(120, int(bytes.size())) : int(bytes.size());
                bytes[random.bounded(limit)] = char(random.bounded(256));
            }
            if (round % 5 == 0) bytes.truncate(random.bounded(int(bytes.size())));
            const auto sound = read(bytes);
            if (sound) QVERIFY(sound->size() < 40U * 1000 * 1000);
            else QVERIFY(!sound.error().args.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSoundReader)
#include "test_sound_reader.moc"
