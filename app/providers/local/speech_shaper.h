#pragma once
#include "app/dsp/resampler.h"
#include "app/providers/local/speech_engine.h"
#include <functional>
#include <optional>
#include <vector>

namespace vox {

struct SpokenWord {
    qsizetype textOffset = 0; // UTF-16, in the whole utterance
    qint64 sample = 0;        // 16 kHz, since the utterance's start
};

// Makes one utterance of an engine's sentences: 16 kHz float, silence before the first sound and after the last cut to
// a constant, the same pause between sentences, word positions counted in what is left. One thread at a time.
class SpeechShaper final : public SpeechEngine::Sink {
public:
    static constexpr float kQuiet = 0.004F;
    static constexpr std::size_t kLead = 160;   // 10 ms kept before the first sound
    static constexpr std::size_t kTail = 960;   // 60 ms kept after the last
    static constexpr std::size_t kPause = 3520; // 220 ms between sentences

    // Gets words, then sound up to and past them. False: stop.
    using Deliver = std::function<bool(std::vector<float> samples, std::vector<SpokenWord> words)>;
    explicit SpeechShaper(Deliver deliver) : m_deliver(std::move(deliver)) {}

    // A sentence follows whose text starts at this offset of the utterance.
    void beginSentence(qsizetype textOffset);
    bool samples(std::span<const std::int16_t> samples, int rate) override;
    void word(qsizetype offset, qint64 sample, int rate) override;
    void endSentence();

private:
    void shape();
    void place(const SpokenWord &word);
    bool deliver();

    Deliver m_deliver;
    std::optional<Resampler> m_resampler;
    int m_rate = 0;
    bool m_goOn = true;
    qsizetype m_textOffset = 0;
    std::vector<float> m_raw;      // 16 kHz, not looked at yet
    std::vector<float> m_quiet;    // silence that belongs to the sentence if sound follows
    std::vector<float> m_ready;
    std::vector<SpokenWord> m_words;
    std::vector<SpokenWord> m_early; // words before the first sound: their samples still count the cut silence
    qint64 m_sentenceStart = 0;    // where the sentence's first kept sample lies in the utterance
    qint64 m_cut = 0;              // samples cut from the sentence's beginning
    bool m_sounding = false;
    bool m_pauseDue = false;       // a sentence ended; a pause comes before the next sound
    qint64 m_made = 0;             // delivered or ready
    bool m_first = true;           // nothing delivered yet: the first piece goes out early
};

} // namespace vox
