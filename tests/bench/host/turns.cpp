// One conversation: from the end of the caller's speech to the first frame, and from the caller's first sample over the
// agent's voice to the end of the last frame.
#include "app/host/loudness.h"
#include "app/realtime/work_pool.h"
#include "tests/bench/host/bench_ports.h"
#include "tests/bench/host/figures.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace vox::bench {

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
    out << "end of speech -> first frame, one conversation, recorded, ms\n  " << figures(answers) << "\n";
    const auto eighth = std::max<std::ptrdiff_t>(1, std::ptrdiff_t(answers.size()) / 8);
    out << "  p50 of each eighth:";
    for (auto at = answers.begin(); at + eighth <= answers.end(); at += eighth) out << ' ' << quantile(std::vector(at, at + eighth), 0.5);
    out << "\n  frame in late p99 " << quantile(callers[0].measured.lateUs, 0.99) << "\n";
    return answers.empty() ? 1 : 0;
}

namespace {

// Speaks, and speaks again into each answer at one of several moments.
class Interrupter final : public PacedLine {
public:
    struct Taken {
        std::vector<std::int64_t> overUs; // from the first sample to the end of the last frame, beyond the framing
        std::vector<std::int64_t> ownUs;  // of that after the frame was there: without what the system woke us late
    };
    Interrupter(int count, std::shared_ptr<FakeActivity::Shared> shared, Taken &taken) : m_count(count), m_shared(std::move(shared)), m_taken(taken) {}

    // The frame was captured for 10 ms and what enters the sink plays for 10 ms: both are framing.
    void play(const AudioBlock &block) override
    {
        if (lastAudible(block.samples) < 0) return;
        m_lastUs = steadyUs();
        ++m_sounding;
    }

private:
    static constexpr int kSpeech = 30;
    void started() override { m_startUs = executor().nowUs(); }
    Captured next(AudioBlock &into) override
    {
        into = {};
        static constexpr int gaps[] = {42, 48, 54, 62, 36};
        const bool interrupts = m_spoken > 0;
        if (m_at < 0 && (interrupts ? m_sounding > gaps[m_spoken % 5] : blocks() > 20)) {
            m_at = 0;
            m_dueUs = m_startUs + (blocks() + 1) * kBlockUs;
            m_lastUs = m_dueUs - kBlockUs;
            m_seenUs = steadyUs();
        }
        m_shared->speaking = m_at >= 0;
        m_shared->end = m_at == kSpeech - 1;
        if (m_at >= 0) into.samples.fill(0.3f);
        if (m_at >= 0 && ++m_at == kSpeech) {
            if (interrupts) m_taken.overUs.push_back(m_lastUs - m_dueUs), m_taken.ownUs.push_back(std::max<std::int64_t>(0, m_lastUs - m_seenUs));
            m_at = -1;
            m_sounding = 0;
            if (++m_spoken > m_count) return Captured::Ended;
        }
        return Captured::Block;
    }
    const int m_count;
    std::shared_ptr<FakeActivity::Shared> m_shared;
    Taken &m_taken;
    std::int64_t m_startUs = 0, m_dueUs = 0, m_lastUs = 0, m_seenUs = 0;
    int m_at = -1, m_spoken = 0, m_sounding = 0;
};

} // namespace

int bargeIns(int count, QTextStream &out)
{
    std::vector<Caller> callers(1);
    BenchPorts ports(callers, 72000); // about 4 s a sentence
    QTemporaryDir folder;
    WorkPool pool(1);
    Interrupter::Taken taken;
    {
        ConversationHost host(ports, pool);
        (void)host.start(planFor(chatting(), folder.path(), 0), std::make_unique<Interrupter>(count, callers[0].shared, taken), std::make_shared<Nobody>());
        host.waitUntilIdle();
    }
    out << "barge-in, fake voice activity: first sample -> end of the last played frame, beyond the framing of 20 ms, ms\n  " << figures(taken.overUs)
        << "\n  of it after the frame was seen: " << figures(taken.ownUs) << "\n";
    return taken.overUs.empty() ? 1 : 0;
}

} // namespace vox::bench
