#include "ui/kit/lanes.h"
#include "ui/kit/latency_parts.h"
#include "tests/support/two_lanes.h"
#include "ui/kit/ruler.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/style.h"
#include "ui/kit/time_axis.h"
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <vector>

using namespace vox::kit;
using namespace Qt::StringLiterals;

class TestSound : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Style::install(*qApp); }
    void axisKeepsTheMomentUnderThePointer();
    void axisClamps();
    void axisFollowsLive();
    void timeText_data();
    void timeText();
    void rulerStepsAreApart();
    void latencyColours();
    void scrolledImageEqualsFresh();
    void liveSoundDrawsOnlyNewColumns();
    void keysMoveThePlayhead();
    void paintingCost();

private:
    std::vector<float> sine(double seconds, double loud) const;
};

std::vector<float> TestSound::sine(double seconds, double loud) const
{
    std::vector<float> out(size_t(seconds * 16000));
    for (size_t i = 0; i < out.size(); ++i) out[i] = float(loud * std::sin(double(i) * 0.7) * std::sin(double(i) / 16000 * 3));
    return out;
}

void TestSound::axisKeepsTheMomentUnderThePointer()
{
    TimeAxis axis;
    axis.setDuration(60'000'000);
    axis.show(10'000'000, 20'000'000);
    const double before = axis.xOf(13'000'000, 1000);
    axis.zoom(2, 13'000'000);
    QVERIFY(std::abs(axis.xOf(13'000'000, 1000) - before) < 0.01);
    QCOMPARE(axis.to() - axis.from(), 5'000'000);
    QVERIFY(std::abs(axis.timeAt(axis.xOf(12'345'678, 1000), 1000) - 12'345'678) < 10);
}

void TestSound::axisClamps()
{
    TimeAxis axis;
    axis.setDuration(30'000'000);
    axis.show(-5'000'000, 5'000'000);
    QCOMPARE(axis.from(), 0);
    axis.show(28'000'000, 38'000'000);
    QCOMPARE(axis.to(), 30'000'000);
    axis.zoom(1e9, 15'000'000);
    QCOMPARE(axis.to() - axis.from(), 50'000);
    axis.zoom(1e-9, 15'000'000);
    QCOMPARE(axis.to() - axis.from(), 30'000'000);
}

void TestSound::axisFollowsLive()
{
    TimeAxis axis;
    axis.setLive(true, 10'000'000);
    axis.setDuration(5'000'000);
    QCOMPARE(axis.from(), 0);
    axis.setDuration(20'000'000);
    QCOMPARE(axis.from(), 20'000'000 - 9'200'000);
    axis.scroll(-1'000'000);
    QVERIFY(!axis.isFollowing());
    const qint64 held = axis.from();
    axis.setDuration(25'000'000);
    QCOMPARE(axis.from(), held);
}

void TestSound::timeText_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << 0 << u"0:00"_s;
    QTest::newRow("hundredths") << qint64(37'620'000) << 2 << u"0:37.62"_s;
    QTest::newRow("tenth is cut, not rounded") << qint64(59'990'000) << 1 << u"0:59.9"_s;
    QTest::newRow("hours") << qint64(3'727'000'000) << 0 << u"1:02:07"_s;
}

void TestSound::timeText()
{
    QFETCH(qint64, us);
    QFETCH(int, decimals);
    QTEST(TimeAxis::text(us, decimals), "text");
}

void TestSound::rulerStepsAreApart()
{
    for (double scale = 50; scale < 1e7; scale *= 1.7) QVERIFY(double(Ruler::step(scale, 40)) / scale >= 64);
}

void TestSound::latencyColours()
{
    QCOMPARE(latencyMeaning(900, 900), Meaning::Neutral);
    QCOMPARE(latencyMeaning(901, 900), Meaning::Warning);
    QCOMPARE(latencyMeaning(1800, 900), Meaning::Error);
    QCOMPARE(latencyMeaning(5000, 0), Meaning::Neutral);
    LatencyParts parts;
    parts.ms = {176, 90, -1, 421, 164, 188, 23};
    QCOMPARE(parts.total(), 1062);
    QVERIFY(StackedBar::words(parts).contains(u"Tool 421"_s));
    for (int i = 0; i < latencyPartCount; ++i) QVERIFY(latencyPartColour(Theme::of(), LatencyPart(i)).isValid());
}

// Moving what is there must give the same picture as drawing anew.
void TestSound::scrolledImageEqualsFresh()
{
    vox::test::TwoLanes sound;
    sound.append(LaneSide::Caller, sine(30, 0.7));
    sound.append(LaneSide::Agent, sine(30, 0.4));
    TimeAxis axis;
    Lanes scrolled(axis), fresh(axis);
    for (Lanes *lanes : {&scrolled, &fresh}) {
        lanes->resize(700, 160);
        lanes->setSource(&sound);
    }
    axis.show(5'000'000, 12'000'000);
    scrolled.grab();
    axis.scroll(1'234'567);
    scrolled.grab();
    axis.scroll(-3'000'000);
    QCOMPARE(scrolled.grab().toImage(), fresh.grab().toImage());
}

void TestSound::liveSoundDrawsOnlyNewColumns()
{
    // Counts the columns asked for.
    struct Counting : PeakSource {
        vox::test::TwoLanes peaks;
        mutable qint64 asked = 0;
        void minMaxRms(qint64 from, qint64 to, int columns, LaneSide side, PeakColumn *into) const override
        {
            asked += columns;
            peaks.minMaxRms(from, to, columns, side, into);
        }
        qint64 durationUs() const override { return peaks.durationUs(); }
    } source;
    TimeAxis axis;
    axis.setLive(true, 10'000'000);
    Lanes lanes(axis);
    lanes.resize(1096, 160);
    lanes.setSource(&source);
    lanes.grab();
    source.asked = 0;
    qint64 before = 0;
    for (int block = 0; block < 200; ++block) { // 2 s in blocks of 10 ms
        source.peaks.append(LaneSide::Caller, std::vector<float>(160, 0.3f));
        source.peaks.append(LaneSide::Agent, std::vector<float>(160, 0.1f));
        lanes.soundArrived(before);
        before = source.durationUs();
        QImage target(lanes.size(), QImage::Format_RGB32);
        lanes.render(&target, {}, QRegion(0, 0, 1, 1));
    }
    // Until the end reaches 92 % everything right of the news is asked again: it is the future, 1000 columns at most.
    source.asked = 0;
    source.peaks.append(LaneSide::Caller, sine(20, 0.3));
    source.peaks.append(LaneSide::Agent, sine(20, 0.3));
    lanes.soundArrived(before);
    lanes.grab();
    before = source.durationUs();
    source.asked = 0;
    for (int block = 0; block < 60; ++block) {
        source.peaks.append(LaneSide::Caller, std::vector<float>(160, 0.3f));
        source.peaks.append(LaneSide::Agent, std::vector<float>(160, 0.1f));
        lanes.soundArrived(before);
        before = source.durationUs();
        lanes.grab();
    }
    QVERIFY2(source.asked < 60 * 2 * 120, qPrintable(QString::number(source.asked))); // a full redraw is 2000 each
}

void TestSound::keysMoveThePlayhead()
{
    vox::test::TwoLanes sound;
    sound.append(LaneSide::Caller, sine(30, 0.7));
    TimeAxis axis;
    Lanes lanes(axis);
    lanes.setSource(&sound);
    lanes.setSpeech(LaneSide::Caller, {{2'000'000, 3'000'000}});
    lanes.setSpeech(LaneSide::Agent, {{5'000'000, 6'000'000}});
    lanes.show();
    QSignalSpy sought(&lanes, &AxisTrack::seekRequested);
    QTest::keyClick(&lanes, Qt::Key_Right);
    QCOMPARE(*axis.playhead(), 1'000'000);
    QTest::keyClick(&lanes, Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&lanes, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(*axis.playhead(), 5'000'000);
    QTest::keyClick(&lanes, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(*axis.playhead(), 2'000'000);
    QVERIFY(lanes.readValue().contains(u"Caller"_s));
    QCOMPARE(sought.size(), 4);
}

// Printed, not judged: how long a frame takes.
void TestSound::paintingCost()
{
    vox::test::TwoLanes sound;
    QElapsedTimer clock;
    clock.start();
    const auto minute = sine(60, 0.6);
    for (int i = 0; i < 5; ++i) {
        sound.append(LaneSide::Caller, minute);
        sound.append(LaneSide::Agent, minute);
    }
    qInfo("peaks of 5 min, both lanes: %lld ms", clock.elapsed());
    TimeAxis axis;
    Lanes lanes(axis);
    lanes.resize(1600, 218);
    lanes.setSource(&sound);
    axis.showAll();
    QImage target(lanes.size(), QImage::Format_RGB32);
    clock.restart();
    lanes.render(&target);
    qInfo("5 min at once, first frame: %.2f ms", double(clock.nsecsElapsed()) / 1e6);
    axis.show(60'000'000, 80'000'000);
    lanes.render(&target);
    clock.restart();
    for (int i = 0; i < 60; ++i) {
        axis.scroll(100'000);
        lanes.render(&target);
    }
    qInfo("scrolling 1600 px: %.2f ms a frame", double(clock.nsecsElapsed()) / 60e6);
    QVERIFY(!target.isNull());
}

QTEST_MAIN(TestSound)
#include "test_sound.moc"
