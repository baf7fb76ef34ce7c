// On the virtual clock: how much faster than real time, made-up conversations against their recordings, a call of many hours.
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_ports.h"
#include "tests/bench/host/figures.h"
#include "tests/support/allocations.h"
#include "tests/support/generated_call.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {

// Types every few seconds.
class Typist final : public PacedLine {
    Captured next(AudioBlock &into) override
    {
        into = {};
        if (blocks() % 366 == 150) listener().callerTyped(u"please tell me about this turn"_s);
        return Captured::Block;
    }
};

// Notes every virtual hour what is held.
class Hours final : public CallObserver {
public:
    explicit Hours(QTextStream &out) : m_out(out) {}
    void eventHappened(const ConversationEvent &) override {}
    void metered(const Meter &meter, Samples, Samples) override
    {
        if (meter.at.value < m_next) return;
        m_out << "  hour " << m_next / 3600000000.0 << ": " << test::liveBytes() << " bytes live, " << residentMiB() << " MiB resident\n";
        m_out.flush();
        m_next += m_next < 3600000000 ? 600000000 : 3600000000;
        if (m_next > 3600000000 && m_next % 3600000000 != 0) m_next = 3600000000;
    }
    void ended(const ConversationId &) override {}

private:
    QTextStream &m_out;
    std::int64_t m_next = 600000000;
};

Script talkative()
{
    Script script;
    script.cycleBlocks = 366;
    script.speechBlocks = 150;
    script.turns = 1 << 30;
    return script;
}

double run(CallPlan plan, std::unique_ptr<Line> line, PortFactory &ports, std::shared_ptr<CallObserver> observer = std::make_shared<Nobody>())
{
    WorkPool pool(1);
    const auto begin = steadyUs();
    {
        ConversationHost host(ports, pool);
        (void)host.start(std::move(plan), std::move(line), std::move(observer), ConversationHost::Pace::AsFastAsPossible);
        host.waitUntilIdle();
    }
    return double(steadyUs() - begin) / 1e6;
}

} // namespace

int simulation(int minutes, QTextStream &out)
{
    const auto row = [&](const char *what, bool typed, const std::shared_ptr<const SileroModel> &silero) {
        std::vector<Caller> callers(1);
        callers[0].measured.recording = false;
        BenchPorts ports(callers, 17500, silero);
        QTemporaryDir folder;
        CallPlan plan = planFor(chatting(), folder.path(), 0);
        plan.textOnly = typed;
        plan.longestMs = minutes * 60000LL;
        std::unique_ptr<Line> line;
        if (typed) line = std::make_unique<Typist>();
        else line = std::make_unique<BenchLine>(talkative(), callers[0].shared, callers[0].measured);
        const double took = run(plan, std::move(line), ports);
        out << "  " << what << ": " << minutes * 60 / took << " x real time\n";
        out.flush();
    };
    out << minutes << " minutes on the virtual clock, recorded and journalled\n";
    row("the caller types", true, {});
    row("the caller speaks, fake voice activity", false, {});
    if (const auto silero = sileroModel()) row("the caller speaks, through Silero", false, silero);
    return 0;
}

int generated(int count, QTextStream &out)
{
    const auto program = stubs::generatedAgent();
    stubs::Agreement all;
    double seconds = 0;
    const auto begin = steadyUs();
    for (int seed = 1; seed <= count; ++seed) {
        QTemporaryDir folder;
        stubs::StubPortFactory ports;
        CallPlan plan = stubs::planFor(program);
        plan.folder = folder.filePath(u"call"_s);
        const stubs::Talk result = stubs::talk(ports, plan, stubs::generatedCaller(quint64(seed), ports));
        const auto lanes = readLanes(plan.folder + u"/audio.wav"_s);
        if (!lanes) return 1;
        const auto one = stubs::agreement(result.summary, *lanes);
        all.turns += one.turns;
        all.interrupted += one.interrupted;
        all.held += one.held;
        all.partsWrong += one.partsWrong;
        all.worstUs = std::max(all.worstUs, one.worstUs);
        seconds += double(result.summary.duration.value) / 1e6;
    }
    out << count << " generated conversations, " << all.turns << " turns, " << all.interrupted << " interrupted, " << all.held << " holds\n  log against recording: worst "
        << double(all.worstUs) / 1000 << " ms; turns whose parts do not add up: " << all.partsWrong << "\n  " << seconds / (double(steadyUs() - begin) / 1e6)
        << " x real time\n";
    return all.partsWrong == 0 && all.worstUs <= 10000 ? 0 : 1;
}

int longCall(double hours, QTextStream &out)
{
    std::vector<Caller> callers(1);
    callers[0].measured.recording = false;
    BenchPorts ports(callers, 17500);
    CallPlan plan = planFor(chatting(), {}, 0);
    plan.longestMs = qint64(hours * 3600000);
    out << "a call of " << hours << " hours on the virtual clock\n";
    const double took = run(plan, std::make_unique<BenchLine>(talkative(), callers[0].shared, callers[0].measured), ports, std::make_shared<Hours>(out));
    out << "  " << hours * 3600 / took << " x real time\n";
    return 0;
}

} // namespace vox::bench
