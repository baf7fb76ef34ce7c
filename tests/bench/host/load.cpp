// Many conversations at once in one process on one worker, in real time, recorded and journalled.
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_ports.h"
#include "tests/bench/host/figures.h"
#include <QDir>
#include <QTemporaryDir>
#ifdef __linux__
#include <malloc.h>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {

constexpr int kWarmUp = 500; // blocks
constexpr int kCycle = 366;  // 41 % of 3.66 s, then an answer of 2 s

// A recording and a journal each.
void allowManyFiles()
{
#ifdef __linux__
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &limit);
#endif
}

void print(const LoadWish &wish, const std::vector<Caller> &callers, double cpuPercent, double memoryMiB, QTextStream &out)
{
    std::vector<std::int64_t> answers;
    std::vector<std::int32_t> late;
    std::int64_t underruns = 0;
    for (const Caller &caller : callers) {
        answers.insert(answers.end(), caller.measured.answerUs.begin(), caller.measured.answerUs.end());
        if (caller.measured.lateUs.size() > std::size_t(kWarmUp)) late.insert(late.end(), caller.measured.lateUs.begin() + kWarmUp, caller.measured.lateUs.end());
        underruns += caller.measured.underruns;
    }
    out << wish.conversations << " conversations, one worker, " << wish.seconds << " s, recorded and journalled" << (wish.silero ? ", with Silero" : "")
        << "\n  frame in late p50 " << quantile(late, 0.5) << ", p99 " << quantile(late, 0.99) << ", worst " << quantile(late, 1) << " ms; underruns "
        << underruns << " of " << late.size() << " frames\n  turn " << figures(answers) << "\n  CPU " << cpuPercent / wish.conversations
        << " % of a core each, " << cpuPercent << " % in all; memory " << memoryMiB / wish.conversations << " MiB each, peak " << peakMiB() << " MiB\n";
}

} // namespace

int load(const LoadWish &wish, QTextStream &out)
{
    allowManyFiles();
    const auto silero = wish.silero ? sileroModel() : nullptr;
    if (wish.silero && !silero) {
        out << "the detector's model is not there\n";
        return 1;
    }
    std::vector<Caller> callers(static_cast<std::size_t>(wish.conversations));
    BenchPorts ports(callers, 17500, silero); // about a second a sentence
    QTemporaryDir folder;
    WorkPool pool(1);
    const int blocks = wish.seconds * 100;
    for (Caller &caller : callers) {
        caller.measured.lateUs.assign(std::size_t(kWarmUp + blocks) + 200, 0); // so that the figures' own memory is there before
        caller.measured.lateUs.clear();
        caller.measured.answerUs.reserve(64);
        caller.measured.warmUp = kWarmUp;
    }
    const double before = residentMiB(), cpu0 = cpuSeconds();
    const auto begin = steadyUs();
    {
        ConversationHost host(ports, pool);
        const auto program = chatting();
        for (int i = 0; i < wish.conversations; ++i) {
            Script script;
            script.cycleBlocks = kCycle;
            script.speechBlocks = 150;
            script.offsetBlocks = i * kCycle / wish.conversations;
            script.turns = 1 << 30;
            CallPlan plan = planFor(program, folder.path(), i);
            plan.longestMs = qint64(kWarmUp + blocks) * 10;
            (void)host.start(plan, std::make_unique<BenchLine>(script, callers[std::size_t(i)].shared, callers[std::size_t(i)].measured), std::make_shared<Nobody>());
        }
        host.waitUntilIdle();
    }
    print(wish, callers, 100 * (cpuSeconds() - cpu0) / (double(steadyUs() - begin) / 1e6), peakMiB() - before, out);
    return 0;
}

} // namespace vox::bench
