#include "app/host/latency_tracker.h"
#include <QtTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestLatencyTracker : public QObject {
    Q_OBJECT
private slots:
    void partition();
    void partsAlwaysSumUp();
    void nothingIsAwaited();
};

void TestLatencyTracker::partition()
{
    LatencyTracker tracker;
    tracker.begin(3, Micros{1000}, Micros{301000});
    tracker.waitsFor(Part::Recognition, Micros{301000});
    tracker.waitsFor(Part::Decision, Micros{330000});
    tracker.waitsFor(Part::Tool, Micros{330000}, u"orders"_s); // the decision took no time: no part of its own
    tracker.waitsFor(Part::Decision, Micros{400000});
    tracker.waitsFor(Part::Speech, Micros{401000});
    tracker.waitsFor(Part::Device, Micros{410000});
    const auto spans = tracker.finish(Micros{450000});
    QList<Part> parts;
    for (const auto &span : spans) parts << span.part;
    QCOMPARE(parts, (QList<Part>{Part::Endpointing, Part::Recognition, Part::Tool, Part::Decision, Part::Speech, Part::Device}));
    QCOMPARE(spans[2].name, u"orders"_s);
    QCOMPARE(spans[0].utterance, 3);
    QVERIFY(!tracker.waiting());
    QVERIFY(tracker.finish(Micros{460000}).isEmpty());
}

void TestLatencyTracker::partsAlwaysSumUp()
{
    std::mt19937 random(11);
    for (int run = 0; run < 500; ++run) {
        LatencyTracker tracker;
        qint64 at = 1000 + qint64(random() % 1000);
        const qint64 begin = at;
        tracker.begin(1, Micros{begin}, Micros{at += random() % 500});
        for (unsigned i = random() % 10; i > 0; --i) tracker.waitsFor(Part(random() % 7), Micros{at += qint64(random() % 100) - 10});
        const qint64 end = at + qint64(random() % 200) - 50; // sound that was ready may be heard before the last look at the clock
        const auto spans = tracker.finish(Micros{std::max(begin, end)});
        qint64 sum = 0, last = begin;
        for (const auto &span : spans) {
            QCOMPARE(span.startUs, last);
            QVERIFY(span.endUs > span.startUs);
            sum += span.endUs - span.startUs;
            last = span.endUs;
        }
        QCOMPARE(sum, std::max(begin, end) - begin);
    }
}

void TestLatencyTracker::nothingIsAwaited()
{
    LatencyTracker tracker;
    tracker.waitsFor(Part::Tool, Micros{5});
    QVERIFY(tracker.finish(Micros{10}).isEmpty());
    tracker.begin(1, Micros{0}, Micros{10});
    tracker.cancel();
    QVERIFY(tracker.finish(Micros{20}).isEmpty());
}

QTEST_GUILESS_MAIN(TestLatencyTracker)
#include "test_latency_tracker.moc"
