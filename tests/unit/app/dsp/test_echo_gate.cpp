#include "app/dsp/echo_gate.h"
#include <QtTest>
#include <cmath>

using namespace vox;

class TestEchoGate : public QObject {
    Q_OBJECT

    static AudioBlock tone(float level)
    {
        AudioBlock block;
        for (std::size_t i = 0; i < block.samples.size(); ++i) block.samples[i] = level * std::sin(float(i) * 0.2f);
        return block;
    }
    // A gate that has heard two seconds of the agent.
    static EchoGate learned()
    {
        EchoGate gate;
        for (int i = 0; i < 200; ++i) gate.isEcho(tone(0.001f), tone(0.2f));
        return gate;
    }

private slots:
    void silenceOfTheAgentHidesNothing()
    {
        EchoGate gate;
        for (int i = 0; i < 100; ++i) QVERIFY(!gate.isEcho(tone(0.02f), {}));
    }

    void theFirstSecondOfTheAgentIsLearning()
    {
        EchoGate gate;
        for (int i = 0; i < 100; ++i) QVERIFY(gate.isEcho(tone(0.1f), tone(0.2f)));
        for (int i = 0; i < 50; ++i) gate.isEcho(tone(0.001f), tone(0.2f));
        QVERIFY(!gate.isEcho(tone(0.1f), tone(0.2f)));
    }

    void residueIsEchoACallerIsNot()
    {
        EchoGate gate = learned();
        QVERIFY(gate.isEcho(tone(0.008f), tone(0.2f)));
        QVERIFY(!gate.isEcho(tone(0.06f), tone(0.2f)));
    }

    void theTailOfTheRoomIsEchoToo()
    {
        EchoGate gate = learned();
        for (int i = 0; i < 25; ++i) QVERIFY(gate.isEcho(tone(0.008f), {}));
        for (int i = 0; i < 10; ++i) gate.isEcho({}, {});
        QVERIFY(!gate.isEcho(tone(0.008f), {}));
    }
};

QTEST_GUILESS_MAIN(TestEchoGate)
#include "test_echo_gate.moc"
