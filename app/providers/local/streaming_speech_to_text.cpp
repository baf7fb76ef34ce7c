#include "app/providers/local/streaming_speech_to_text.h"
#include "app/providers/local/transcript_words.h"

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr std::size_t kPiece = kSampleRate / 10;
} // namespace

// Filled on the executor, used on the pool, read on the executor again; never by two at once.
struct StreamingSpeechToText::Turn {
    std::shared_ptr<SpeechStream> stream;
    std::vector<float> samples;
    SpeechStream::Ask ask = SpeechStream::Ask::Partial;
    Ticket ticket = 0;
    Transcript transcript;
    bool failed = false;
};

StreamingSpeechToText::StreamingSpeechToText(const QString &name, Open open, Executor &executor, WorkPool &pool)
    : m_name(name), m_open(std::move(open)), m_calls(executor, pool)
{
}

StreamingSpeechToText::~StreamingSpeechToText() = default;

void StreamingSpeechToText::drop()
{
    m_calls.forgetAll();
    m_stream.reset(); // a job that still runs holds its own
    m_waiting.clear();
    m_lastPartial.clear();
    m_finalWanted = false;
}

void StreamingSpeechToText::begin()
{
    drop();
    m_stream = m_open();
}

void StreamingSpeechToText::feed(Samples samples)
{
    if (!m_stream) return;
    m_waiting.insert(m_waiting.end(), samples.begin(), samples.end());
    if (!m_calls.isOut(m_call) && m_waiting.size() >= kPiece) hear(SpeechStream::Ask::Partial);
}

SpeechToText::Ticket StreamingSpeechToText::requestFinal()
{
    ++m_ticket;
    m_finalWanted = true;
    if (!m_calls.isOut(m_call)) hear(SpeechStream::Ask::Final); // else when the piece that is out comes back
    return m_ticket;
}

void StreamingSpeechToText::hear(SpeechStream::Ask ask)
{
    const auto turn = std::make_shared<Turn>(Turn{m_stream, std::exchange(m_waiting, {}), ask, m_ticket, {}, false});
    if (ask == SpeechStream::Ask::Final) m_finalWanted = false;
    const auto urgency = ask == SpeechStream::Ask::Final ? WorkPool::Urgency::Final : WorkPool::Urgency::Partial;
    m_call = m_calls.submit(urgency, std::uint32_t(turn->samples.size()), [this, turn](const std::atomic_bool &) -> Executor::Task {
        if (turn->stream) turn->failed = !turn->stream->hear(turn->samples, turn->ask, turn->transcript);
        return [this, turn] { heard(*turn); }; // PoolCalls knows whether this still lives
    });
}

void StreamingSpeechToText::heard(const Turn &turn)
{
    const bool isNewest = turn.ticket == m_ticket && !m_finalWanted;
    if (m_finalWanted) hear(SpeechStream::Ask::Final);
    else if (m_waiting.size() >= kPiece) hear(SpeechStream::Ask::Partial);
    if (!m_listener) return;
    if (turn.ask == SpeechStream::Ask::Final) {
        if (!isNewest) return;
        if (turn.failed) m_listener->recognitionFailed({Error::Code::RecognitionFailed, {m_name}});
        else m_listener->finalHeard(turn.ticket, turn.transcript);
        return;
    }
    if (turn.failed || turn.transcript.text.isEmpty() || turn.transcript.text == m_lastPartial) return;
    Transcript partial = turn.transcript;
    partial.stability = wordsInPlace(std::exchange(m_lastPartial, partial.text), partial.text);
    m_listener->partialHeard(partial);
}

} // namespace vox
