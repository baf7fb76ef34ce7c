#include "app/providers/local/moonshine_speech_to_text.h"
#include "app/providers/local/transcript_words.h"
#include <algorithm>

namespace vox {

namespace {
// When partials come late they are asked for less often, up to this.
constexpr std::size_t kPartialAtLeastEvery = 4 * kSampleRate;
// A text that covers this much after the end of speech need not be made again.
constexpr std::size_t kAftermath = 60 * kSampleRate / 1000;

std::size_t samplesOf(std::int64_t us) { return std::size_t(std::max<std::int64_t>(us, 0)) * kSampleRate / 1000000; }
} // namespace

// Filled on the executor, decoded on the pool, read on the executor again; never by two at once.
struct MoonshineSpeechToText::Look {
    struct Piece {
        std::size_t start = 0;
        std::vector<float> samples;
        std::vector<std::int64_t> draft;
        MoonshineText text;
    };
    std::vector<Piece> closed;
    std::optional<Piece> newest;
    std::optional<Error> error;

    std::uint32_t cost() const
    {
        std::size_t samples = newest ? newest->samples.size() : 0;
        for (const Piece &piece : closed) samples += piece.samples.size();
        return std::uint32_t(std::min<std::size_t>(samples, UINT32_MAX));
    }

    void decode(const MoonshineModel &model, const std::atomic_bool &cancelled)
    {
        const auto one = [&](Piece &piece) {
            if (error) return;
            auto text = model.recognise(piece.samples, piece.draft, cancelled);
            if (text) piece.text = std::move(*text);
            else error = text.error();
        };
        for (Piece &piece : closed) one(piece);
        if (newest) one(*newest);
    }
};

MoonshineSpeechToText::MoonshineSpeechToText(std::shared_ptr<const MoonshineModel> model, Executor &executor, WorkPool &pool)
    : m_model(std::move(model)), m_executor(executor), m_calls(executor, pool)
{
}

MoonshineSpeechToText::~MoonshineSpeechToText() = default;

void MoonshineSpeechToText::drop()
{
    m_calls.forgetAll();
    m_isOpen = false;
    m_segment = OpenSegment(std::size_t(MoonshineModel::kLongest));
    m_closed.clear();
    m_newest = {};
    m_lastPartial.clear();
    m_nextPartial = m_partialEvery;
}

void MoonshineSpeechToText::begin()
{
    drop();
    m_isOpen = true;
}

void MoonshineSpeechToText::feed(Samples samples)
{
    if (!m_isOpen) return;
    m_segment.add(samples);
    while (m_segment.isTooLong()) {
        auto piece = m_segment.takeOldest();
        const std::size_t end = m_segment.newestStart();
        m_closed.push_back({piece.start, end, std::move(piece.samples), std::exchange(m_newest, {}).text, false});
        m_newest.start = m_newest.end = end;
    }
    const bool busy = m_calls.isOut(m_partialCall) || m_calls.isOut(m_finalCall);
    if (!busy && m_segment.speech() >= m_nextPartial) partial();
}

std::shared_ptr<MoonshineSpeechToText::Look> MoonshineSpeechToText::look(bool newestToo)
{
    auto look = std::make_shared<Look>();
    for (const Heard &piece : m_closed)
        if (!piece.settled) look->closed.push_back({piece.start, piece.samples, piece.text.tokens, {}});
    if (newestToo) look->newest = Look::Piece{m_segment.newestStart(), m_segment.newest().samples, m_newest.text.tokens, {}};
    return look;
}

void MoonshineSpeechToText::settle(const Look &look)
{
    for (const Look::Piece &done : look.closed) {
        for (Heard &piece : m_closed) {
            if (piece.start != done.start || piece.settled) continue;
            piece.text = done.text;
            piece.settled = true;
            std::vector<float>().swap(piece.samples);
        }
    }
    if (!look.newest) return;
    const std::size_t end = look.newest->start + look.newest->samples.size();
    if (look.newest->start == m_segment.newestStart()) {
        m_newest = {look.newest->start, end, {}, look.newest->text, false};
        return;
    }
    // The piece was closed meanwhile: what was made of it is a draft for its last look.
    for (Heard &piece : m_closed)
        if (piece.start == look.newest->start && !piece.settled) piece.text = look.newest->text;
}

Transcript MoonshineSpeechToText::transcript() const
{
    QStringList texts;
    double confidence = 0;
    std::size_t tokens = 0, covered = 0;
    const auto add = [&](const Heard &piece) {
        covered = std::max(covered, piece.end);
        if (piece.text.text.isEmpty()) return;
        texts << piece.text.text;
        confidence += piece.text.confidence * double(piece.text.tokens.size());
        tokens += piece.text.tokens.size();
    };
    for (const Heard &piece : m_closed) add(piece);
    add(m_newest);
    Transcript out;
    out.text = texts.join(u' ');
    out.confidence = tokens ? confidence / double(tokens) : 1.0;
    out.audioUs = qint64(covered) * 1000000 / kSampleRate;
    return out;
}

void MoonshineSpeechToText::partial()
{
    m_nextPartial = m_segment.speech() + m_partialEvery;
    const auto work = look(true);
    m_partialCall = m_calls.submit(WorkPool::Urgency::Partial, work->cost(),
        [this, work, model = m_model, asked = m_executor.nowUs()](const std::atomic_bool &cancelled) -> Executor::Task {
            work->decode(*model, cancelled);
            return [this, work, asked] { partialDone(*work, asked); }; // PoolCalls knows whether this still lives
        });
}

void MoonshineSpeechToText::partialDone(const Look &look, std::int64_t askedUs)
{
    const std::size_t every = std::clamp(2 * samplesOf(m_executor.nowUs() - askedUs), kPartialEvery, kPartialAtLeastEvery);
    m_nextPartial += every - std::exchange(m_partialEvery, every);
    if (look.error) return; // the final will say so
    settle(look);
    Transcript heard = transcript();
    if (heard.text.isEmpty()) return;
    heard.stability = wordsInPlace(std::exchange(m_lastPartial, heard.text), heard.text);
    if (m_listener) m_listener->partialHeard(heard);
}

SpeechToText::Ticket MoonshineSpeechToText::requestFinal()
{
    const Ticket ticket = ++m_ticket;
    m_calls.forgetAll();
    // Nothing but quiet since the last look: its text stands, and only the closed pieces may be left to do.
    const bool newestKnown = m_newest.end > 0 && m_newest.end >= std::min(m_segment.speechEnd() + kAftermath, m_segment.length());
    const auto work = look(m_isOpen && !newestKnown);
    m_finalCall = m_calls.submit(WorkPool::Urgency::Final, work->cost(),
        [this, work, model = m_model, ticket](const std::atomic_bool &cancelled) -> Executor::Task {
            work->decode(*model, cancelled);
            return [this, work, ticket] { finalDone(*work, ticket); };
        });
    return ticket;
}

void MoonshineSpeechToText::finalDone(const Look &look, Ticket ticket)
{
    m_nextPartial = m_segment.speech() + m_partialEvery;
    if (!look.error) settle(look);
    if (!m_listener) return;
    if (look.error) m_listener->recognitionFailed(*look.error);
    else m_listener->finalHeard(ticket, transcript());
}

} // namespace vox
