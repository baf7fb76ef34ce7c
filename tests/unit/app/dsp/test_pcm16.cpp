#include "app/dsp/pcm16.h"
#include <QtTest>
#include <cmath>

using namespace vox;

class TestPcm16 : public QObject {
    Q_OBJECT

private slots:
    void clipsAndRounds()
    {
        const std::vector<float> in{0, 0.5f, -0.5f, 1.0f, -1.0f, 7.0f, -7.0f, 1.0f / 32768};
        QCOMPARE(QByteArray::fromStdString(pcm16Of(in)).toHex(), "0000004000c0ff7f0080ff7f00800100");
    }

    // Wherever the bytes are cut, the samples are the same.
    void piecesOfAnySize()
    {
        std::vector<float> wave(2000);
        for (size_t i = 0; i < wave.size(); ++i) wave[i] = 0.5f * std::sin(float(i) * 0.05f);
        const std::string bytes = pcm16Of(wave);
        for (const size_t size : {1u, 3u, 7u, 1000u, 4000u}) {
            Pcm16Decoder decoder(16000);
            std::vector<float> out;
            for (size_t at = 0; at < bytes.size(); at += size) decoder.feed(std::string_view(bytes).substr(at, size), out);
            decoder.finish(out);
            QCOMPARE(out.size(), wave.size());
            for (size_t i = 0; i < wave.size(); ++i) QVERIFY(std::abs(out[i] - wave[i]) < 1.0f / 16000);
        }
    }

    void resamples()
    {
        std::vector<float> out;
        Pcm16Decoder decoder(24000);
        decoder.feed(std::string(24000 * 2, '\0'), out);
        decoder.finish(out);
        QCOMPARE(out.size(), size_t(16000));
    }
};

QTEST_GUILESS_MAIN(TestPcm16)
#include "test_pcm16.moc"
