// What ten milliseconds ask of the heap in steady state: worker, disk, journal and line together, in real time.
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_ports.h"
#include "tests/bench/host/figures.h"
#include "tests/support/allocations.h"
#include "tests/support/small_agent.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {

class Steady final : public PacedLine {
public:
    Steady(bool speaks, std::shared_ptr<FakeActivity::Shared> shared, std::int64_t &counted) : m_speaks(speaks), m_shared(std::move(shared)), m_counted(counted) {}
    static constexpr int kFrom = 300, kBlocks = 600;

private:
    Captured next(AudioBlock &into) override
    {
        if (blocks() == kFrom) m_before = test::allocationsEverywhere();
        if (blocks() == kFrom + kBlocks) {
            m_counted = test::allocationsEverywhere() - m_before;
            return Captured::Ended;
        }
        m_shared->speaking = m_speaks && blocks() > 20;
        into.samples.fill(m_shared->speaking ? 0.3f : 0.0f);
        return Captured::Block;
    }
    const bool m_speaks;
    std::shared_ptr<FakeActivity::Shared> m_shared;
    std::int64_t &m_counted;
    std::int64_t m_before = 0;
};

std::int64_t allocationsOf(bool callerSpeaks, bool agentSpeaks, const std::shared_ptr<const SileroModel> &silero)
{
    std::vector<Caller> callers(1);
    BenchPorts ports(callers, 60000, silero);
    QTemporaryDir folder;
    WorkPool pool(1);
    std::int64_t counted = -1;
    stubs::SmallAgent agent;
    if (agentSpeaks) agent.say(u"long"_s, QString(600, u'x')).go(u"long"_s, u"next"_s, u"ask"_s);
    const auto program = agent.listen(u"ask"_s, {}, {{u"attempts"_s, 0}, {u"patience_ms"_s, 60000}}).end(u"end"_s, u"Bye."_s).go(u"ask"_s, u"else"_s, u"end"_s).compile();
    CallPlan plan = planFor(program, folder.path(), 0);
    plan.settings.insert(u"barge_in"_s, false);
    ConversationHost host(ports, pool);
    (void)host.start(plan, std::make_unique<Steady>(callerSpeaks, callers[0].shared, counted), std::make_shared<Nobody>());
    host.waitUntilIdle();
    return counted;
}

} // namespace

int blocks(QTextStream &out)
{
    if (!test::counted()) {
        out << "allocations are not counted in this build\n";
        return 1;
    }
    out << "allocations in " << Steady::kBlocks << " blocks of 10 ms, all threads, recorded and journalled\n";
    const auto row = [&](const char *what, bool caller, bool agent, const std::shared_ptr<const SileroModel> &silero) {
        const auto counted = allocationsOf(caller, agent, silero);
        out << "  " << what << ": " << counted << " (" << double(counted) / Steady::kBlocks << " a block)\n";
        out.flush();
    };
    row("nobody speaks", false, false, {});
    row("the caller speaks", true, false, {});
    row("the agent speaks", false, true, {});
    row("both speak", true, true, {});
    if (const auto silero = sileroModel()) row("the caller speaks, with Silero (inside ONNX Runtime)", true, false, silero);
    return 0;
}

} // namespace vox::bench
