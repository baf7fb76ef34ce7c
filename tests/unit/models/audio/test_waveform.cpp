#include "models/audio/level.h"
#include "models/audio/onset.h"
#include "models/audio/peaks.h"
#include <QTest>
#include <cmath>

using namespace vox;

namespace {

std::vector<float> ramp(std::size_t count)
{
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = float(std::sin(double(i) * 0.37) * double(i) / double(count));
    return out;
}

} // namespace

class TestWaveform : public QObject {
    Q_OBJECT
private slots:
    void onset()
    {
        std::vector<float> sound(1000);
        QVERIFY(!firstAudible(sound) && !lastAudible(sound));
        sound[300] = 0.01F; // not above 1 %
        sound[400] = -0.011F;
        sound[700] = 0.5F;
        QCOMPARE(*firstAudible(sound), 400U);
        QCOMPARE(*lastAudible(sound), 700U);
        QVERIFY(!firstAudible({}));
    }

    void levels()
    {
        const std::vector<float> sound{0.5F, -0.5F, 0.5F, -0.5F};
        QCOMPARE(levelOf(sound).rms, 0.5F);
        QCOMPARE(levelOf(sound).peak, 0.5F);
        QCOMPARE(levelOf({}).peak, 0.0F);
        QCOMPARE(decibels(1.0F), 0.0F);
        QCOMPARE(decibels(0.0F), -120.0F);
    }

    // Whatever the zoom, a column shows the extremes of its samples, give or take a bin at its edges.
    void columnsShowTheExtremes_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("one bin") << 64.0;
        QTest::newRow("odd") << 100.7;
        QTest::newRow("one level up") << 256.0;
        QTest::newRow("far out") << 5000.0;
        QTest::newRow("everything in one") << 100000.0;
    }

    void columnsShowTheExtremes()
    {
        QFETCH(double, width);
        const auto sound = ramp(100000);
        Peaks peaks;
        for (std::size_t at = 0; at < sound.size(); at += 160) peaks.add(Samples(sound).subspan(at, std::min<std::size_t>(160, sound.size() - at)));
        QCOMPARE(peaks.samples(), sound.size());
        const auto count = std::size_t(std::ceil(100000.0 / width));
        const auto columns = peaks.columns(0, width, count);
        QCOMPARE(columns.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto from = std::size_t(double(i) * width);
            const auto to = std::min(sound.size(), std::size_t(double(i + 1) * width));
            const auto [low, high] = std::minmax_element(sound.begin() + std::ptrdiff_t(from), sound.begin() + std::ptrdiff_t(to));
            QVERIFY2(columns[i].min <= *low + 1e-4F && columns[i].max >= *high - 1e-4F, qPrintable(QString::number(i)));
            if (i + 1 < count) QVERIFY(columns[i].min >= *low - 0.08F && columns[i].max <= *high + 0.08F); // the last is cut short
            QVERIFY(columns[i].rms <= std::max(-columns[i].min, columns[i].max) + 1e-4F);
        }
    }

    // What is packed and unpacked looks the same within a pixel of a lane; damage gives nothing.
    void packing()
    {
        Peaks peaks;
        peaks.add(ramp(64 * 500));
        const auto bytes = peaks.packed();
        QCOMPARE(bytes.size(), 1500U);
        const auto again = Peaks::unpacked(bytes);
        QVERIFY(again);
        QCOMPARE(again->samples(), peaks.samples());
        for (const double width : {64.0, 1000.0}) {
            const auto before = peaks.columns(0, width, 20), after = again->columns(0, width, 20);
            for (std::size_t i = 0; i < before.size(); ++i)
                QVERIFY(std::abs(before[i].max - after[i].max) < 0.01F && std::abs(before[i].min - after[i].min) < 0.01F
                        && std::abs(before[i].rms - after[i].rms) < 0.01F);
        }
        QVERIFY(!Peaks::unpacked(std::span(bytes).first(1499)));
        QCOMPARE(Peaks::unpacked({})->samples(), 0U);
        Peaks loud;
        loud.add(std::vector<float>(64, -1.0F));
        QVERIFY(Peaks::unpacked(loud.packed())->columns(0, 64, 1)[0].min < -0.98F);
    }

    void outsideIsSilent()
    {
        Peaks peaks;
        QCOMPARE(peaks.columns(0, 100, 3).size(), 3U);
        peaks.add(std::vector<float>(10, 0.5F)); // less than a bin
        const auto columns = peaks.columns(-64, 64, 3);
        QCOMPARE(columns[0].max, 0.0F);
        QCOMPARE(columns[1].max, 0.5F);
        QCOMPARE(columns[2].max, 0.0F);
        QCOMPARE(peaks.columns(0, 0, 2)[0].max, 0.0F);
        QCOMPARE(peaks.columns(std::nan(""), 10, 2)[0].max, 0.0F);
        QCOMPARE(peaks.columns(1e18, 1e18, 2)[0].max, 0.0F);
        peaks.add(std::vector<float>(100, std::numeric_limits<float>::quiet_NaN()));
        QVERIFY(std::isfinite(peaks.columns(0, 200, 1)[0].rms));
    }
};

QTEST_GUILESS_MAIN(TestWaveform)
#include "test_waveform.moc"
