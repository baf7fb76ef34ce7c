#include "tests/bench/recognition/listening.h"
#include <algorithm>
#include <cmath>
#include <optional>

namespace vox::bench {

namespace {
constexpr float kSpeaks = 0.5f, kSilent = 0.35f; // hysteresis, as Silero's authors advise
constexpr int kSpeculateAfter = 10;              // blocks of silence: the three windows (96 ms) are over
constexpr int kListenOn = 100;                   // blocks after the clip's end: long enough for any text

struct Ear final : SpeechToText::Listener {
    explicit Ear(QueueExecutor &executor) : executor(executor) {}
    void partialHeard(const Transcript &) override
    {
        if (++partials == 1) firstPartialUs = executor.nowUs();
    }
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript) override
    {
        answered = ticket;
        text = transcript.text;
        textUs = executor.nowUs();
    }
    void recognitionFailed(const Error &) override { failed = true; }

    QueueExecutor &executor;
    SpeechToText::Ticket answered = 0;
    QString text;
    std::int64_t textUs = 0, firstPartialUs = 0;
    int partials = 0;
    bool failed = false;
};

// First and last sample above 1 % of full scale.
std::pair<std::size_t, std::size_t> speechSpan(const std::vector<float> &samples)
{
    const auto loud = [](float sample) { return std::abs(sample) > 0.01f; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud);
    return {std::size_t(first - samples.begin()), samples.size() - std::size_t(last - samples.rbegin())};
}
} // namespace

Listened listen(const Utterance &utterance, SpeechToText &recogniser, std::shared_ptr<const SileroModel> silero, QueueExecutor &executor)
{
    const auto [firstLoud, lastLoud] = speechSpan(utterance.samples);
    SileroVoiceActivity activity(std::move(silero));
    Ear ear(executor);
    recogniser.setListener(&ear);
    recogniser.begin();

    Listened out;
    bool speaking = false, asked = false;
    int quiet = 0;
    std::int64_t askedUs = 0, silenceUs = 0;
    SpeechToText::Ticket ticket = 0;
    const std::int64_t start = executor.nowUs();
    const int blocks = int(utterance.samples.size()) / kBlockSamples + kListenOn;
    for (int i = 0; i < blocks; ++i) {
        AudioBlock block; // zeros after the end
        const std::size_t at = std::size_t(i) * kBlockSamples;
        if (at + kBlockSamples <= utterance.samples.size()) std::copy_n(utterance.samples.begin() + std::ptrdiff_t(at), kBlockSamples, block.samples.begin());
        executor.runTo(start + (i + 1) * kBlockUs); // the block has been spoken
        const float probability = activity.probability(block);
        recogniser.feed(block.samples);
        if (probability > kSpeaks) {
            if (speaking && quiet > 0) out.longestPauseMs = std::max(out.longestPauseMs, quiet * 10.0);
            speaking = true;
            asked = false;
            quiet = 0;
        } else if (speaking && (quiet > 0 || probability < kSilent)) {
            if (quiet++ == 0) silenceUs = executor.nowUs();
        }
        if (speaking && !asked && quiet >= kSpeculateAfter) {
            asked = true;
            askedUs = executor.nowUs();
            ticket = recogniser.requestFinal();
        }
    }
    if (ticket != 0) executor.runUntil([&] { return ear.failed || ear.answered == ticket; });
    recogniser.drop();
    recogniser.setListener(nullptr);

    const std::int64_t end = start + std::int64_t(lastLoud) * 1000000 / kSampleRate;
    out.text = ear.text;
    out.askedMs = double(askedUs - end) / 1000;
    out.silenceMs = double(silenceUs - end) / 1000;
    out.textMs = double(ear.textUs - end) / 1000;
    out.partials = ear.partials;
    if (ear.partials > 0) out.firstPartialMs = double(ear.firstPartialUs - start) / 1000 - double(firstLoud) * 1000 / kSampleRate;
    return out;
}

} // namespace vox::bench
