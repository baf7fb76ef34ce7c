#include "app/devices/playout_delay.h"
#include <QtTest>

using vox::PlayoutDelay;

class TestPlayoutDelay : public QObject {
    Q_OBJECT

private slots:
    void averagesTheJitterOfTheDevice()
    {
        PlayoutDelay delay;
        for (int i = 0; i < 200; ++i) delay.sample(0, i % 2 ? 5000 : 0, 15000);
        QVERIFY(qAbs(delay.estimateUs() - 17500) < 1000);
    }

    void oneLateThreadIsNoNewDelay()
    {
        PlayoutDelay delay;
        for (int i = 0; i < 50; ++i) delay.sample(0, 0, 20000);
        delay.sample(0, 90000, 20000);
        QCOMPARE(delay.estimateUs(), 20000);
    }

    void aGapIsFollowedInThreeBlocks()
    {
        PlayoutDelay delay;
        for (int i = 0; i < 50; ++i) delay.sample(0, 0, 20000);
        for (int i = 0; i < 3; ++i) delay.sample(60000, 30000, 20000); // captured, not played for yet: all of it will wait
        QCOMPARE(delay.estimateUs(), 110000);
    }

    void whatIsNeverNeededIsLeftOut()
    {
        PlayoutDelay delay;
        for (int i = 0; i < 49; ++i) delay.sample(0, 20000, 15000);
        QVERIFY(!delay.tooLong()); // half a second is not over
        delay.sample(0, 20000, 15000);
        QVERIFY(delay.tooLong());
        delay.leftOut(10000);
        QCOMPARE(delay.estimateUs(), 25000);
        QVERIFY(delay.tooLong());
        delay.leftOut(10000);
        QVERIFY(!delay.tooLong());
    }

    void sometimesNeededIsKept()
    {
        PlayoutDelay delay;
        for (int i = 0; i < 500; ++i) {
            delay.sample(0, i % 40 ? 30000 : 3000, 15000);
            QVERIFY(!delay.tooLong());
        }
    }

    void whoRanDryKeepsMore()
    {
        PlayoutDelay delay;
        delay.ranDry();
        delay.ranDry();
        for (int i = 0; i < 50; ++i) delay.sample(0, 15000, 15000);
        QVERIFY(!delay.tooLong());
        for (int i = 0; i < 100; ++i) delay.sample(0, 35000, 15000);
        QVERIFY(delay.tooLong());
    }
};

QTEST_GUILESS_MAIN(TestPlayoutDelay)
#include "test_playout_delay.moc"
