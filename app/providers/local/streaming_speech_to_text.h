#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/local/speech_stream.h"
#include "app/realtime/pool_calls.h"
#include <functional>
#include <memory>
#include <vector>

namespace vox {

// A recogniser over a library's streams, one a segment. Sound goes to the pool in pieces of 100 ms or more, one piece at a
// time; partials come whenever the text has changed. Has no use for phrases.
class StreamingSpeechToText final : public SpeechToText {
public:
    using Open = std::function<std::shared_ptr<SpeechStream>()>;
    // `name`: the recogniser's, for errors. `open` is called on the executor.
    StreamingSpeechToText(const QString &name, Open open, Executor &executor, WorkPool &pool);
    ~StreamingSpeechToText() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {}
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    struct Turn; // what one pool job takes and gives back
    void hear(SpeechStream::Ask ask);
    void heard(const Turn &turn);

    const QString m_name;
    const Open m_open;
    Listener *m_listener = nullptr;
    std::shared_ptr<SpeechStream> m_stream; // of the open segment, else null
    std::vector<float> m_waiting;         // not yet given to the stream
    QString m_lastPartial;
    Ticket m_ticket = 0;
    bool m_finalWanted = false;
    PoolCalls::CallId m_call = 0;
    PoolCalls m_calls; // last: what is out is forgotten first
};

} // namespace vox
