#pragma once
#include "app/ports/speech_to_text.h"

namespace vox {

// One segment on its way through a library's decoder: sound in, text so far out. Made at once, the decoder at the first
// sound. Used by pool threads, one at a time (a second one waits).
class SpeechStream {
public:
    enum class Ask { Partial, Final };
    virtual ~SpeechStream() = default;
    // Hears more and tells the text of the whole segment so far. After Final more may follow. False when the decoder cannot
    // be made or fails.
    virtual bool hear(Samples samples, Ask ask, Transcript &into) = 0;
};

} // namespace vox
