#include "tests/support/generated_call.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace Qt::StringLiterals;

// Conversations that nobody wrote: the latency in the log is the one in the recording, and its parts add up.
class TestGeneratedCalls : public QObject {
    Q_OBJECT
private slots:
    void logAgreesWithTheRecording_data();
    void logAgreesWithTheRecording();
};

void TestGeneratedCalls::logAgreesWithTheRecording_data()
{
    QTest::addColumn<int>("first");
    for (int first = 1; first <= 80; first += 40) QTest::addRow("%d to %d", first, first + 39) << first;
}

void TestGeneratedCalls::logAgreesWithTheRecording()
{
    QFETCH(int, first);
    int turns = 0, interrupted = 0, held = 0;
    const auto program = generatedAgent();
    for (int seed = first; seed < first + 40; ++seed) {
        if (const int only = qEnvironmentVariableIntValue("VOX_SEED"); only > 0 && only != seed) continue;
        QTemporaryDir folder;
        StubPortFactory ports;
        CallPlan plan = planFor(program);
        plan.folder = folder.filePath(u"call"_s);
        const Talk result = talk(ports, plan, generatedCaller(quint64(seed), ports));
        QVERIFY2(result.ended && result.summary.outcome, QByteArray::number(seed));
        const auto lanes = readLanes(plan.folder + u"/audio.wav"_s);
        QVERIFY(lanes);
        const Agreement agreed = agreement(result.summary, *lanes);
        QVERIFY2(agreed.partsWrong == 0, QByteArray::number(seed));
        QVERIFY2(agreed.worstUs <= 10000, qPrintable(u"seed %1, utterance %2: %3 us apart"_s.arg(seed).arg(agreed.worstUtterance).arg(agreed.worstUs)));
        // Equal receipts are one side effect, however often the caller interrupted.
        QSet<QByteArray> keys;
        for (const ToolRequest &request : ports.doing->called) keys.insert(request.idempotencyKey);
        QCOMPARE(keys.size(), ports.doing->called.size());
        turns += agreed.turns;
        interrupted += agreed.interrupted;
        held += agreed.held;
    }
    QVERIFY2(turns > 80 && interrupted > 8 && held > 15, qPrintable(u"%1 %2 %3"_s.arg(turns).arg(interrupted).arg(held)));
}

QTEST_GUILESS_MAIN(TestGeneratedCalls)
#include "test_generated_calls.moc"
