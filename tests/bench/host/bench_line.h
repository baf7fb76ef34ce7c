#pragma once
#include "app/dsp/voice_activity.h"
#include "app/host/paced_line.h"
#include <memory>
#include <vector>

namespace vox::bench {

// What one benched conversation measured; times in microseconds of the steady clock. Written on its worker only.
struct Measured {
    bool recording = true;                // off while warming up
    std::vector<std::int64_t> answerUs;   // end of speech seen by the first stub -> first frame enters the sink
    std::vector<std::int32_t> lateUs;     // frame at the first stub - when it was due
    std::size_t warmUp = 0;               // frames that do not count
    std::int64_t underruns = 0;           // frames that came more than the sink's queue (200 ms) late
    std::int64_t frames = 0;
};

// The caller's side: speaks by a plan of blocks, and tells the fake voice activity which block is the last of an utterance.
struct Script {
    int gapBlocks = 16;       // silence before the caller speaks
    int speechBlocks = 20;
    int turns = 240;          // then the line ends
    int cycleBlocks = 0;      // > 0: speaks every so many blocks, whatever the agent does (load)
    int offsetBlocks = 0;     // staggers conversations
};

// Voice activity by the caller's plan: says "end of speech" on the very frame that holds the last of it.
class FakeActivity final : public VoiceActivity {
public:
    struct Shared {
        bool speaking = false;
        std::int64_t endSeenUs = 0;
        std::int64_t firstFrameUs = 0; // reached the recogniser
        bool end = false;
    };
    explicit FakeActivity(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}
    float probability(const AudioBlock &block) override;
    void reset() override {}

private:
    std::shared_ptr<Shared> m_shared;
};

// Paces a conversation in real time and takes the figures. Used by one conversation.
class BenchLine final : public PacedLine {
public:
    BenchLine(Script script, std::shared_ptr<FakeActivity::Shared> shared, Measured &measured);
    void play(const AudioBlock &block) override;

private:
    Captured next(AudioBlock &into) override;
    void started() override;

    const Script m_script;
    std::shared_ptr<FakeActivity::Shared> m_shared;
    Measured &m_measured;
    enum class Phase { Gap, Speech, Wait } m_phase = Phase::Gap;
    int m_count = 0;
    int m_turns = 0;
    int m_silentBlocks = 0;
    bool m_answering = false, m_waiting = false;
    std::int64_t m_startUs = 0;
};

std::int64_t steadyUs();

} // namespace vox::bench
