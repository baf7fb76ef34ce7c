#include "app/dsp/echo_loss.h"
#include <QtTest>

using namespace vox;

namespace {

AudioBlock tone(float amplitude)
{
    AudioBlock block;
    for (size_t i = 0; i < block.samples.size(); ++i) block.samples[i] = amplitude * (i % 2 ? 1.0F : -1.0F);
    return block;
}

} // namespace

class TestEchoLoss : public QObject {
    Q_OBJECT
private slots:
    void measures_data()
    {
        QTest::addColumn<double>("near");
        QTest::addColumn<double>("clean");
        QTest::addColumn<double>("db");
        QTest::newRow("nothing is taken out") << 0.1 << 0.1 << 0.0;
        QTest::newRow("20 dB") << 0.1 << 0.01 << 20.0;
        QTest::newRow("all") << 0.1 << 0.0 << 60.0;
        QTest::newRow("louder than before") << 0.1 << 0.2 << 0.0;
    }
    void measures()
    {
        QFETCH(double, near);
        QFETCH(double, clean);
        QFETCH(double, db);
        EchoLoss loss;
        for (int i = 0; i < 32; ++i) loss.add(tone(float(near)), tone(float(clean)), tone(0.2F), false);
        QVERIFY(!loss.db()); // too early to say
        loss.add(tone(float(near)), tone(float(clean)), tone(0.2F), false);
        QVERIFY(loss.db());
        QVERIFY(std::abs(double(*loss.db()) - db) < 0.1);
    }

    // A caller who talks, and a loudspeaker that is silent, say nothing about the canceller.
    void countsOnlyTheFarSide()
    {
        EchoLoss loss;
        for (int i = 0; i < 100; ++i) loss.add(tone(0.1F), tone(0.01F), tone(0.2F), false);
        for (int i = 0; i < 500; ++i) loss.add(tone(0.5F), tone(0.5F), tone(0.2F), true);
        for (int i = 0; i < 500; ++i) loss.add(tone(0.5F), tone(0.5F), tone(0.0F), false);
        QVERIFY(std::abs(*loss.db() - 20.0F) < 0.1F);
    }

    void followsTheRoom()
    {
        EchoLoss loss;
        for (int i = 0; i < 300; ++i) loss.add(tone(0.1F), tone(0.1F), tone(0.2F), false);
        for (int i = 0; i < 600; ++i) loss.add(tone(0.1F), tone(0.01F), tone(0.2F), false);
        QVERIFY(*loss.db() > 19);
    }
};

QTEST_GUILESS_MAIN(TestEchoLoss)
#include "test_echo_loss.moc"
