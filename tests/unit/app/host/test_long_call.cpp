#include "app/realtime/work_pool.h"
#include "tests/support/allocations.h"
#include "tests/support/talk_run.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace vox;
using namespace vox::stubs;
using namespace vox::test;
using namespace Qt::StringLiterals;

// A call may last all day: what it holds in memory does not grow with it.
class TestLongCall : public QObject {
    Q_OBJECT
private slots:
    void memoryIsFlat_data();
    void memoryIsFlat();
};

namespace {

// Talks in turns for ever; notes every minute what the program holds, after the stubs have let go of what they note.
class Talkative final : public PacedLine {
public:
    Talkative(StubPortFactory &ports, int minutes, QList<qint64> &held) : m_ports(ports), m_minutes(minutes), m_held(held) {}

private:
    static constexpr int kMinute = 6000, kTurn = 500; // blocks
    Captured next(AudioBlock &into) override
    {
        into = {};
        const auto at = int(blocks() % kTurn);
        if (at < 100 || (at > 250 && at < 258)) into.samples.fill(0.3f); // says something, coughs into the answer
        for (std::size_t i = 0; i < into.samples.size(); i += 2) into.samples[i] = -into.samples[i];
        if (blocks() % kMinute == kMinute - 1) {
            m_ports.speaking->spoken = {};
            m_ports.thinking->asked = {};
            m_ports.doing->called = {};
            m_held << liveBytes();
        }
        return blocks() < m_minutes * kMinute ? Captured::Block : Captured::Ended;
    }
    StubPortFactory &m_ports;
    const int m_minutes;
    QList<qint64> &m_held;
};

struct Nobody final : CallObserver {
    void eventHappened(const ConversationEvent &) override {}
    void metered(const Meter &, Samples, Samples) override {}
    void ended(const ConversationId &) override {}
};

} // namespace

void TestLongCall::memoryIsFlat_data()
{
    QTest::addColumn<bool>("recorded");
    QTest::newRow("not recorded") << false;
    QTest::newRow("recorded and journalled") << true;
}

void TestLongCall::memoryIsFlat()
{
    if (!counted()) QSKIP("allocations are not counted here");
    QFETCH(bool, recorded);
    QTemporaryDir folder;
    StubPortFactory ports;
    ports.hearing->segments.fill({u"tell me"_s}, 1000);
    ports.thinking->pieces = {u"Well, that is so. "_s, u"And there is more."_s};
    CallPlan plan = planFor(SmallAgent()
                                .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
                                .model(u"think"_s)
                                .go(u"ask"_s, u"else"_s, u"think"_s)
                                .go(u"think"_s, u"done"_s, u"ask"_s)
                                .go(u"think"_s, u"failed"_s, u"ask"_s)
                                .compile());
    if (recorded) plan.folder = folder.filePath(u"call"_s);
    QList<qint64> held;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        QVERIFY(host.start(plan, std::make_unique<Talkative>(ports, 20, held), std::make_shared<Nobody>(), ConversationHost::Pace::AsFastAsPossible).hasValue());
        host.waitUntilIdle();
    }
    QCOMPARE(held.size(), 20);
    // What is remembered of the dialogue is full after some 9 minutes of this; ten minutes of the rest cost nothing.
    const qint64 slope = held[19] - held[9];
    QVERIFY2(slope < 4096, QByteArray::number(slope));
    QVERIFY2(held[19] - held[4] < 256 * 1024, QByteArray::number(held[19] - held[4]));
}

QTEST_GUILESS_MAIN(TestLongCall)
#include "test_long_call.moc"
