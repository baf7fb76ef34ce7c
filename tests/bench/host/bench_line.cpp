#include "tests/bench/host/bench_line.h"
#include "app/host/loudness.h"
#include <chrono>

namespace vox::bench {

namespace {
constexpr std::int64_t kSinkUs = 200000;
}

std::int64_t steadyUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

float FakeActivity::probability(const AudioBlock &)
{
    if (m_shared->end) m_shared->endSeenUs = steadyUs();
    return m_shared->speaking && !m_shared->end ? 1.0f : 0.0f;
}

BenchLine::BenchLine(Script script, std::shared_ptr<FakeActivity::Shared> shared, Measured &measured)
    : m_script(script), m_shared(std::move(shared)), m_measured(measured), m_count(-script.offsetBlocks)
{
}

void BenchLine::started() { m_startUs = executor().nowUs(); }

Line::Captured BenchLine::next(AudioBlock &into)
{
    const std::int64_t late = executor().nowUs() - (m_startUs + (blocks() + 1) * kBlockUs);
    if (m_measured.recording) {
        m_measured.lateUs.push_back(std::int32_t(late));
        ++m_measured.frames;
        if (late > kSinkUs && m_measured.lateUs.size() > m_measured.warmUp) ++m_measured.underruns;
    }
    into = {};
    if (m_turns >= m_script.turns) return Captured::Ended;
    ++m_count;
    if (m_script.cycleBlocks > 0) {
        const int at = m_count % m_script.cycleBlocks;
        m_shared->speaking = m_count > 0 && at < m_script.speechBlocks;
        m_shared->end = m_count > 0 && at == m_script.speechBlocks - 1;
        if (m_shared->end) m_waiting = true;
    } else {
        if (m_phase == Phase::Gap && m_count >= m_script.gapBlocks) m_phase = Phase::Speech, m_count = 0;
        m_shared->speaking = m_phase == Phase::Speech;
        m_shared->end = m_phase == Phase::Speech && m_count == m_script.speechBlocks - 1;
        if (m_shared->end) m_phase = Phase::Wait, m_waiting = true, m_answering = false, m_silentBlocks = 0;
    }
    if (m_shared->speaking) into.samples.fill(0.3f);
    return Captured::Block;
}

void BenchLine::play(const AudioBlock &block)
{
    const bool sound = lastAudible(block.samples) >= 0;
    if (sound && m_waiting) {
        m_waiting = false;
        m_answering = true;
        if (m_measured.recording && m_measured.lateUs.size() >= m_measured.warmUp) m_measured.answerUs.push_back(steadyUs() - m_shared->endSeenUs);
    }
    if (m_script.cycleBlocks > 0 || m_phase != Phase::Wait || !m_answering) return;
    m_silentBlocks = sound ? 0 : m_silentBlocks + 1;
    if (m_silentBlocks < 3) return;
    m_phase = Phase::Gap;
    m_count = 0;
    ++m_turns;
}

} // namespace vox::bench
