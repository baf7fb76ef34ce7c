#pragma once
#include "app/dsp/voice_activity.h"
#include "app/ports/speech_to_text.h"
#include "models/base/time.h"
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace vox {

// Hears the caller of one conversation: voice activity, where sound was audible, and the recogniser with the moments before
// voice activity noticed anything, so that no first syllable is lost. Owned by its conversation, on its executor; hear()
// does not allocate (the recogniser may).
class Ear {
public:
    Ear();
    void useActivity(std::unique_ptr<VoiceActivity> activity) { m_activity = std::move(activity); }
    void useRecogniser(std::unique_ptr<SpeechToText> recogniser, SpeechToText::Listener *listener);
    bool hasRecogniser() const { return m_recogniser != nullptr; }

    // The next 10 ms. Returns the probability of voice, 0..1; 0 without an activity detector.
    float hear(const AudioBlock &block);
    Micros heardUpTo() const { return microsOfSamples(m_samples); }
    std::int64_t samples() const { return m_samples; }

    void expect(const QStringList &phrases);
    // Opens a segment that begins at `from` (a little earlier, as far as is remembered).
    void open(Micros from);
    bool isOpen() const { return m_open; }
    // Asks for the words so far; 0: there is nobody to ask.
    SpeechToText::Ticket requestFinal();
    void close();

    // First audible sample at or after `from`, and the last one before `to`; nothing where memory does not reach.
    std::optional<Micros> firstAudibleFrom(Micros from) const;
    std::optional<Micros> lastAudibleBefore(Micros to) const;

private:
    static constexpr std::size_t kMemoryBlocks = 80;  // 0.8 s of sound
    static constexpr std::size_t kAudibleBlocks = 512; // 5.1 s of where it was audible
    struct Audible {
        std::int16_t first = -1, last = -1;
    };

    std::unique_ptr<VoiceActivity> m_activity;
    std::unique_ptr<SpeechToText> m_recogniser;
    std::vector<AudioBlock> m_memory;
    std::array<Audible, kAudibleBlocks> m_audible{};
    std::int64_t m_blocks = 0;
    std::int64_t m_samples = 0;
    bool m_open = false;
    QStringList m_phrases;
};

} // namespace vox
