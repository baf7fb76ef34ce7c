#pragma once
#include "app/providers/local/speech_stream.h"
#include "app/providers/local/vosk_model.h"
#include <memory>
#include <mutex>

namespace vox {

// A segment on its way through Vosk: lower case without punctuation, with times of words. After Final the decoder starts
// afresh behind what it has told.
class VoskStream final : public SpeechStream {
public:
    explicit VoskStream(std::shared_ptr<const VoskRecogniserModel> model) : m_model(std::move(model)) {}
    ~VoskStream() override;
    bool hear(Samples samples, Ask ask, Transcript &into) override;

private:
    void keep(const char *json);

    std::shared_ptr<const VoskRecogniserModel> m_model;
    std::mutex m_mutex;
    VoskRecognizer *m_recognizer = nullptr;
    qint64 m_heard = 0;        // samples
    Transcript m_told;         // what is certain, with the sum of the words' confidence
};

} // namespace vox
