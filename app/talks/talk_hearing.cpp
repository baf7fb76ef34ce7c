#include "app/talks/talk_hearing.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr std::int64_t kPartialEvery = kSampleRate / 10;
}

void TalkHearing::begin()
{
    drop();
    m_open = true;
    m_fed = m_partialAt = 0;
    m_partial.clear();
    m_partialSent = false;
}

void TalkHearing::drop()
{
    ++m_ticket;
    m_open = false;
}

// The newest sample fed is the newest the line gave, so the segment's place on the line needs no clock.
void TalkHearing::feed(Samples samples)
{
    m_fed += std::int64_t(samples.size());
    if (m_fails || m_fed - m_partialAt < kPartialEvery) return;
    m_partialAt = m_fed;
    const QString text = heard();
    if (m_partialSent && text == m_partial) return;
    m_partialSent = true;
    m_partial = text;
    m_executor.post([this, alive = m_alive, ticket = m_ticket, text, fed = m_fed] {
        if (*alive && m_open && m_listener && ticket == m_ticket)
            m_listener->partialHeard({text, 1.0, 1.0, {}, fed * 1000000 / kSampleRate});
    });
}

SpeechToText::Ticket TalkHearing::requestFinal()
{
    const Ticket ticket = ++m_ticket;
    const auto task = [this, alive = m_alive, ticket, text = heard(), fed = m_fed] {
        if (*alive) answer(ticket, text, fed);
    };
    if (m_delayUs <= 0) m_executor.post(task);
    else m_executor.callAt(m_executor.nowUs() + m_delayUs, task);
    return ticket;
}

void TalkHearing::answer(Ticket ticket, const QString &text, std::int64_t fed)
{
    if (!m_open || ticket != m_ticket || !m_listener) return;
    if (m_fails) return m_listener->recognitionFailed(Error(Error::Code::RecognitionFailed, {u"talk"_s}));
    m_listener->finalHeard(ticket, {text, 1.0, 1.0, {}, fed * 1000000 / kSampleRate});
}

} // namespace vox
