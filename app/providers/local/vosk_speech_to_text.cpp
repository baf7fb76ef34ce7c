#include "app/providers/local/vosk_speech_to_text.h"
#include "app/providers/local/transcript_words.h"

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr std::size_t kPiece = kSampleRate / 10;
} // namespace

// Filled on the executor, used on the pool, read on the executor again; never by two at once.
struct VoskSpeechToText::Turn {
    std::shared_ptr<VoskStream> stream;
    std::vector<float> samples;
    VoskStream::Ask ask = VoskStream::Ask::Partial;
    Ticket ticket = 0;
    Transcript transcript;
    bool failed = false;
};

VoskSpeechToText::VoskSpeechToText(std::shared_ptr<const VoskRecogniserModel> model, Executor &executor, WorkPool &pool)
    : m_model(std::move(model)), m_calls(executor, pool)
{
}

VoskSpeechToText::~VoskSpeechToText() = default;

void VoskSpeechToText::drop()
{
    m_calls.forgetAll();
    m_stream.reset(); // a job that still runs holds its own
    m_waiting.clear();
    m_lastPartial.clear();
    m_finalWanted = false;
}

void VoskSpeechToText::begin()
{
    drop();
    m_stream = std::make_shared<VoskStream>(m_model);
}

void VoskSpeechToText::feed(Samples samples)
{
    if (!m_stream) return;
    m_waiting.insert(m_waiting.end(), samples.begin(), samples.end());
    if (!m_calls.isOut(m_call) && m_waiting.size() >= kPiece) hear(VoskStream::Ask::Partial);
}

SpeechToText::Ticket VoskSpeechToText::requestFinal()
{
    ++m_ticket;
    m_finalWanted = true;
    if (!m_calls.isOut(m_call)) hear(VoskStream::Ask::Final); // else when the piece that is out comes back
    return m_ticket;
}

void VoskSpeechToText::hear(VoskStream::Ask ask)
{
    const auto turn = std::make_shared<Turn>(Turn{m_stream, std::exchange(m_waiting, {}), ask, m_ticket, {}, false});
    if (ask == VoskStream::Ask::Final) m_finalWanted = false;
    const auto urgency = ask == VoskStream::Ask::Final ? WorkPool::Urgency::Final : WorkPool::Urgency::Partial;
    m_call = m_calls.submit(urgency, std::uint32_t(turn->samples.size()), [this, turn](const std::atomic_bool &) -> Executor::Task {
        if (turn->stream) turn->failed = !turn->stream->hear(turn->samples, turn->ask, turn->transcript);
        return [this, turn] { heard(*turn); }; // PoolCalls knows whether this still lives
    });
}

void VoskSpeechToText::heard(const Turn &turn)
{
    const bool isNewest = turn.ticket == m_ticket && !m_finalWanted;
    if (m_finalWanted) hear(VoskStream::Ask::Final);
    else if (m_waiting.size() >= kPiece) hear(VoskStream::Ask::Partial);
    if (!m_listener) return;
    if (turn.ask == VoskStream::Ask::Final) {
        if (!isNewest) return;
        if (turn.failed) m_listener->recognitionFailed({Error::Code::RecognitionFailed, {u"vosk"_s}});
        else m_listener->finalHeard(turn.ticket, turn.transcript);
        return;
    }
    if (turn.failed || turn.transcript.text.isEmpty() || turn.transcript.text == m_lastPartial) return;
    Transcript partial = turn.transcript;
    partial.stability = wordsInPlace(std::exchange(m_lastPartial, partial.text), partial.text);
    m_listener->partialHeard(partial);
}

} // namespace vox
