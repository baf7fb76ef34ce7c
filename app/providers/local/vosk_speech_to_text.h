#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/local/vosk_stream.h"
#include "app/realtime/pool_calls.h"
#include <memory>
#include <vector>

namespace vox {

// English by Vosk: a streaming recogniser, lower case without punctuation, with times of words. Sound goes to the pool in
// pieces of 100 ms or more, one piece at a time; partials come whenever the text has changed. Has no use for phrases.
class VoskSpeechToText final : public SpeechToText {
public:
    VoskSpeechToText(std::shared_ptr<const VoskRecogniserModel> model, Executor &executor, WorkPool &pool);
    ~VoskSpeechToText() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {}
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    struct Turn; // what one pool job takes and gives back
    void hear(VoskStream::Ask ask);
    void heard(const Turn &turn);

    std::shared_ptr<const VoskRecogniserModel> m_model;
    Listener *m_listener = nullptr;
    std::shared_ptr<VoskStream> m_stream; // of the open segment, else null
    std::vector<float> m_waiting;         // not yet given to the stream
    QString m_lastPartial;
    Ticket m_ticket = 0;
    bool m_finalWanted = false;
    PoolCalls::CallId m_call = 0;
    PoolCalls m_calls; // last: what is out is forgotten first
};

} // namespace vox
