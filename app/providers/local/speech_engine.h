#pragma once
#include "app/ports/text_to_speech.h"
#include "models/base/result.h"
#include <atomic>
#include <span>

namespace vox {

// A synthesiser as a library gives it: blocking, no idea of conversations. Shared by all of them; any thread of the pool
// may call, also several at once (an engine that cannot, queues inside).
class SpeechEngine {
public:
    // Receives one sentence's sound while it is made, on the calling thread.
    class Sink {
    public:
        virtual ~Sink() = default;
        // 16-bit mono at `rate` Hz. False: enough, stop.
        virtual bool samples(std::span<const std::int16_t> samples, int rate) = 0;
        // The word at this UTF-16 offset of the sentence starts at `sample` (at `rate`) of the sentence.
        virtual void word(qsizetype offset, qint64 sample, int rate) = 0;
    };

    virtual ~SpeechEngine() = default;
    // Name and version; part of the key of cached sound.
    virtual QString identity() const = 0;
    // Says one sentence. Errors: VoiceMissing, SpeechFailed. A sink that said stop is no error.
    virtual Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) = 0;
};

} // namespace vox
