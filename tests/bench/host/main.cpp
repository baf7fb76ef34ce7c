// What the conversation loop itself costs, with the definitions of hosted platforms' own benchmarks: stub recogniser, model
// and voice that answer at once, fake voice activity, endpointing 0.
//   bench_host turns [count]             one conversation: end of speech -> first frame
//   bench_host load [conversations] [s]  many at once in one process on one worker, recorded and journalled
#include "app/host/conversation_host.h"
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_line.h"
#include "tests/support/small_agent.h"
#include "tests/support/stub_ports.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>
#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace vox;
using namespace vox::bench;

namespace {

const auto kAnswer = u"Sure thing, I can help you with that request right now. Is there anything else you would like me to look at today?"_s;

struct Nobody final : CallObserver {
    void eventHappened(const ConversationEvent &) override {}
    void metered(const Meter &, Samples, Samples) override {}
    void ended(const ConversationId &) override {}
};

// One conversation's stubs; the factory hands them out in the order conversations were started.
struct Caller {
    std::shared_ptr<FakeActivity::Shared> shared = std::make_shared<FakeActivity::Shared>();
    Measured measured;
};

class BenchPorts final : public PortFactory {
public:
    explicit BenchPorts(std::vector<Caller> &callers, int usACharacter) : m_callers(callers)
    {
        m_stubs.speaking->usACharacter = usACharacter;
        m_stubs.thinking->pieces = kAnswer.split(u' ');
        for (QString &piece : m_stubs.thinking->pieces) piece += u' ';
    }
    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &, const QString &, Executor &executor) override
    {
        auto hearing = std::make_shared<stubs::Hearing>();
        hearing->segments.fill({u"please tell me about this turn"_s}, 4096);
        return std::unique_ptr<SpeechToText>(std::make_unique<stubs::StubSpeechToText>(hearing, executor));
    }
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &, const VoiceSettings &, Executor &executor) override
    {
        auto speaking = std::make_shared<stubs::Speaking>(*m_stubs.speaking);
        return std::unique_ptr<TextToSpeech>(std::make_unique<stubs::StubTextToSpeech>(speaking, executor));
    }
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &, Executor &executor) override
    {
        auto thinking = std::make_shared<stubs::Thinking>(*m_stubs.thinking);
        return std::unique_ptr<LanguageModel>(std::make_unique<stubs::StubLanguageModel>(thinking, executor));
    }
    std::unique_ptr<VoiceActivity> voiceActivity() override
    {
        const std::lock_guard lock(m_mutex);
        return std::make_unique<FakeActivity>(m_callers[m_next++].shared);
    }
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override { return m_stubs.toolRunner(executor); }

private:
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::vector<Caller> &m_callers;
    stubs::StubPortFactory m_stubs;
};

template <typename T> double quantile(std::vector<T> values, double q)
{
    if (values.empty()) return -1;
    std::sort(values.begin(), values.end());
    const auto rank = std::size_t(std::ceil(q * double(values.size())));
    return double(values[std::clamp<std::size_t>(rank, 1, values.size()) - 1]) / 1000.0;
}

double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1048576;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

CallPlan planFor(const std::shared_ptr<const Program> &program, const QString &folder, int number)
{
    CallPlan plan;
    plan.id = ConversationId::make({1700000000000 + number}, {});
    plan.program = program;
    plan.language = u"en"_s;
    plan.folder = folder.isEmpty() ? QString() : folder + u"/%1"_s.arg(number);
    plan.settings = {{u"min_endpointing_ms"_s, 0}, {u"endpointing_ms"_s, 0}, {u"max_endpointing_ms"_s, 0}, {u"recognise_after_ms"_s, 0},
                     {u"start_after_ms"_s, 0}, {u"adaptive"_s, false}, {u"use_words"_s, false}};
    plan.startedAt = {1700000000000};
    return plan;
}

std::shared_ptr<const Program> chatting()
{
    return stubs::SmallAgent()
        .listen(u"ask"_s, {}, {{u"attempts"_s, 0}})
        .model(u"answer"_s)
        .go(u"ask"_s, u"else"_s, u"answer"_s)
        .go(u"answer"_s, u"done"_s, u"ask"_s)
        .go(u"answer"_s, u"failed"_s, u"ask"_s)
        .compile();
}

int turns(int count, QTextStream &out)
{
    std::vector<Caller> callers(1);
    callers[0].measured.lateUs.reserve(1000000);
    BenchPorts ports(callers, 3600); // about 200 ms a sentence
    QTemporaryDir folder;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        Script script;
        script.turns = count;
        (void)host.start(planFor(chatting(), folder.path(), 0), std::make_unique<BenchLine>(script, callers[0].shared, callers[0].measured), std::make_shared<Nobody>());
        host.waitUntilIdle();
    }
    const auto &answers = callers[0].measured.answerUs;
    out << "end of speech -> first frame, one conversation, ms\n  n " << answers.size() << "  p50 " << quantile(answers, 0.5)
        << "  p95 " << quantile(answers, 0.95) << "  p99 " << quantile(answers, 0.99) << "\n";
    const auto tenth = std::max<std::ptrdiff_t>(1, std::ptrdiff_t(answers.size()) / 8);
    out << "  p50 of the first eighth " << quantile(std::vector(answers.begin(), answers.begin() + tenth), 0.5) << ", of the last "
        << quantile(std::vector(answers.end() - tenth, answers.end()), 0.5) << "\n  frame in late p99 " << quantile(callers[0].measured.lateUs, 0.99) << "\n";
    return answers.empty() ? 1 : 0;
}

int load(int count, int seconds, QTextStream &out)
{
    std::vector<Caller> callers(static_cast<std::size_t>(count));
    const double before = residentMiB();
    BenchPorts ports(callers, 17500); // about a second a sentence
    QTemporaryDir folder;
    WorkPool pool(1);
    const int warmUp = 500, blocks = seconds * 100;
    double cpu = 0, wall = 0, peak = 0;
    {
        ConversationHost host(ports, pool);
        const auto program = chatting();
        for (int i = 0; i < count; ++i) {
            auto &measured = callers[std::size_t(i)].measured;
            measured.lateUs.reserve(std::size_t(warmUp + blocks) + 100);
            Script script;
            script.cycleBlocks = 366; // 41 % of 3.66 s, then an answer of 2 s
            script.speechBlocks = 150;
            script.offsetBlocks = i * 366 / count;
            script.turns = 1 << 30;
            CallPlan plan = planFor(program, folder.path(), i);
            plan.longestMs = qint64(warmUp + blocks) * 10;
            (void)host.start(plan, std::make_unique<BenchLine>(script, callers[std::size_t(i)].shared, measured), std::make_shared<Nobody>());
        }
        const double cpu0 = cpuSeconds();
        const auto begin = steadyUs();
        host.waitUntilIdle();
        cpu = cpuSeconds() - cpu0;
        wall = double(steadyUs() - begin) / 1e6;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        peak = double(usage.ru_maxrss) / 1024;
    }
    std::vector<std::int64_t> answers;
    std::vector<std::int32_t> late;
    std::int64_t underruns = 0, frames = 0;
    for (const Caller &caller : callers) {
        answers.insert(answers.end(), caller.measured.answerUs.begin(), caller.measured.answerUs.end());
        if (caller.measured.lateUs.size() > std::size_t(warmUp))
            late.insert(late.end(), caller.measured.lateUs.begin() + warmUp, caller.measured.lateUs.end());
        underruns += caller.measured.underruns;
        frames += caller.measured.frames;
    }
    const double own = double(count) * double(warmUp + blocks + 100) * 4 / 1048576; // the figures themselves
    out << count << " conversations, one worker, " << seconds << " s, recorded and journalled\n  frame in late p99 " << quantile(late, 0.99)
        << " ms, p50 " << quantile(late, 0.5) << ", worst " << quantile(late, 1) << "; underruns " << underruns << " of " << frames << " frames\n  turn p50 "
        << quantile(answers, 0.5) << " p99 " << quantile(answers, 0.99) << " ms (n " << answers.size() << ")\n  CPU " << 100 * cpu / wall / count
        << " % of a core each (" << 100 * cpu / wall << " % in all), memory " << (peak - before - own) / count << " MiB each, peak " << peak << " MiB\n";
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "turns"_L1) return turns(std::max(1, arguments.value(2, u"240"_s).toInt()), out);
    if (arguments.value(1) == "load"_L1)
        return load(std::max(1, arguments.value(2, u"500"_s).toInt()), std::max(1, arguments.value(3, u"25"_s).toInt()), out);
    out << "usage: bench_host turns [count] | load [conversations] [seconds]\n";
    return 2;
}
