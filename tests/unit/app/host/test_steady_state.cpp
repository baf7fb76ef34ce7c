#include "app/realtime/work_pool.h"
#include "tests/support/allocations.h"
#include "tests/support/talk_run.h"
#include <QtTest>
using namespace vox;
using namespace vox::stubs;
using namespace vox::test;
using namespace Qt::StringLiterals;

// A 10 ms block in steady state allocates nothing, whoever speaks.
class TestSteadyState : public QObject {
    Q_OBJECT
private slots:
    void blocks_data();
    void blocks();
};

namespace {

// Looks at the counter between two blocks.
class Counting final : public PacedLine {
public:
    Counting(std::int64_t from, std::int64_t to, bool speaks, std::int64_t &counted) : m_from(from), m_to(to), m_speaks(speaks), m_counted(counted) {}

private:
    Captured next(AudioBlock &into) override
    {
        if (blocks() == m_from) m_before = allocationsHere();
        if (blocks() == m_to) {
            m_counted = allocationsHere() - m_before;
            return Captured::Ended;
        }
        into.samples.fill(m_speaks ? 0.3f : 0.0f);
        for (std::size_t i = 0; i < into.samples.size(); i += 2) into.samples[i] = -into.samples[i];
        return Captured::Block;
    }
    const std::int64_t m_from, m_to;
    const bool m_speaks;
    std::int64_t m_before = 0;
    std::int64_t &m_counted;
};

} // namespace

void TestSteadyState::blocks_data()
{
    QTest::addColumn<bool>("callerSpeaks");
    QTest::addColumn<bool>("recorded");
    QTest::newRow("agent speaks") << false << false;
    QTest::newRow("caller speaks") << true << false;
    QTest::newRow("agent speaks, recorded") << false << true;
    QTest::newRow("caller speaks, recorded") << true << true;
}

void TestSteadyState::blocks()
{
    if (!test::counted()) QSKIP("allocations are not counted here");
    QFETCH(bool, callerSpeaks);
    QFETCH(bool, recorded);
    QTemporaryDir folder;
    StubPortFactory ports;
    ports.hearing->segments = {{u"la"_s}};
    auto small = SmallAgent();
    if (!callerSpeaks) small.say(u"long"_s, QString(600, u'x')).go(u"long"_s, u"next"_s, u"ask"_s);
    const auto compiled = small.listen(u"ask"_s, {}, {{u"attempts"_s, 0}}).end(u"end"_s, u"Bye."_s).go(u"ask"_s, u"else"_s, u"end"_s).compile();
    CallPlan plan = planFor(compiled);
    if (recorded) plan.folder = folder.filePath(u"call"_s);
    std::int64_t counted = -1;
    struct Nobody final : CallObserver {
        void eventHappened(const ConversationEvent &) override {}
        void metered(const Meter &, Samples, Samples) override {}
        void ended(const ConversationId &) override {}
    };
    WorkPool pool(1);
    ConversationHost host(ports, pool);
    QVERIFY(host.start(plan, std::make_unique<Counting>(300, 1300, callerSpeaks, counted), std::make_shared<Nobody>(),
                       ConversationHost::Pace::AsFastAsPossible).hasValue());
    host.waitUntilIdle();
    QVERIFY2(counted == 0, QByteArray::number(qlonglong(counted)));
}

QTEST_GUILESS_MAIN(TestSteadyState)
#include "test_steady_state.moc"
