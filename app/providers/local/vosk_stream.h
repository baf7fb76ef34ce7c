#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/local/vosk_model.h"
#include <memory>
#include <mutex>

namespace vox {

// One segment on its way through Vosk: sound in, text so far out. Made at once, its decoder at the first sound. Used by
// pool threads, one at a time (a second one waits).
class VoskStream {
public:
    explicit VoskStream(std::shared_ptr<const VoskRecogniserModel> model) : m_model(std::move(model)) {}
    ~VoskStream();

    enum class Ask { Partial, Final };
    // Hears more and tells the text of the whole segment so far. After Final the decoder starts afresh behind what it
    // has told, so more may follow. False when the decoder cannot be made.
    bool hear(Samples samples, Ask ask, Transcript &into);

private:
    void keep(const char *json);

    std::shared_ptr<const VoskRecogniserModel> m_model;
    std::mutex m_mutex;
    VoskRecognizer *m_recognizer = nullptr;
    qint64 m_heard = 0;        // samples
    Transcript m_told;         // what is certain, with the sum of the words' confidence
};

} // namespace vox
