#include "app/dsp/resampler.h"
#include <QTest>
#include <cmath>

using namespace vox;

class TestResampler : public QObject {
    Q_OBJECT
private slots:
    void keepsLengthAndTone_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<bool>("best");
        for (const bool best : {false, true})
            for (const auto &[from, to] : {std::pair{8000.0, 16000.0}, {48000.0, 16000.0}, {44100.0, 16000.0}, {16000.0, 48000.0}, {16000.0, 16000.0}, {11025.0, 16000.0}})
                QTest::addRow("%s %g to %g", best ? "best" : "quick", from, to) << from << to << best;
    }

    // A 440 Hz tone fed in uneven pieces comes out as long as it should be, as loud, and in phase.
    void keepsLengthAndTone()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(bool, best);
        Resampler resampler(from, to, best ? Resampler::Quality::Best : Resampler::Quality::LowDelay);
        QVERIFY(resampler.isValid());
        for (int round = 0; round < 2; ++round) { // flush() starts anew
            const auto count = std::size_t(from);
            std::vector<float> in(count);
            for (std::size_t i = 0; i < count; ++i) in[i] = 0.5F * float(std::sin(2 * 3.14159265358979 * 440 * double(i) / from));
            std::vector<float> out;
            for (std::size_t at = 0, size = 1; at < count; at += size, size = size * 3 % 997 + 1)
                resampler.process(Samples(in).subspan(at, std::min(size, count - at)), out);
            resampler.flush(out);
            QCOMPARE(out.size(), std::size_t(to));
            double worst = 0;
            for (std::size_t i = out.size() / 4; i < out.size() * 3 / 4; ++i)
                worst = std::max(worst, std::abs(double(out[i]) - 0.5 * std::sin(2 * 3.14159265358979 * 440 * double(i) / to)));
            QVERIFY2(worst < (best ? 0.002 : 0.03), qPrintable(QString::number(worst)));
        }
    }

    void refusesNonsense()
    {
        for (const double rate : {0.0, -1.0, 1e9, std::nan("")}) {
            Resampler resampler(rate, 16000, Resampler::Quality::Best);
            QVERIFY(!resampler.isValid());
            std::vector<float> out;
            resampler.process(std::vector<float>(100), out);
            resampler.flush(out);
            QVERIFY(out.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestResampler)
#include "test_resampler.moc"
