#include "app/providers/openai/realtime_transcription.h"
#include "app/dsp/pcm16.h"
#include <QUrlQuery>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRateHz = 24000;                    // the only one the vendor takes
constexpr qsizetype kPiece = kRateHz / 25;        // 40 ms a message
constexpr qsizetype kShortest = kRateHz / 10;     // the vendor refuses to commit less than 100 ms
constexpr qsizetype kLongest = kRateHz * 60 * 10; // a caller who talks ten minutes is not sent anew

QUrl transcriptionAddress(QUrl address)
{
    QUrlQuery query(address);
    query.addQueryItem(u"intent"_s, u"transcription"_s);
    address.setQuery(query);
    return address;
}
} // namespace

RealtimeTranscription::RealtimeTranscription(WebSockets &sockets, Options options, Executor &executor)
    : RealtimeTranscription(std::make_shared<RealtimeSession>(
                                sockets, RealtimeSession::Options{transcriptionAddress(options.address), options.key, options.timeoutMs}, executor),
                            options, executor)
{
    m_session->configure({{u"type"_s, u"transcription"_s},
                          {u"audio"_s, QJsonObject{{u"input"_s, realtimeInput(realtimeTranscription(m_options.model, m_options.language, {}))}}}});
    m_session->need();
}

RealtimeTranscription::RealtimeTranscription(std::shared_ptr<RealtimeSession> session, Options options, Executor &executor)
    : m_options(std::move(options)), m_session(std::move(session)), m_shown(m_session->shown()), m_executor(executor),
      m_upsampler(kSampleRate, kRateHz, Resampler::Quality::LowDelay)
{
    m_session->add(this);
}

RealtimeTranscription::~RealtimeTranscription()
{
    *m_alive = false;
    drop();
    m_session->remove(this);
}

// With the open segment from its beginning.
void RealtimeTranscription::connected()
{
    m_transcript = {};
    m_transcript.beginSegment();
    m_sent = m_committed = 0;
    if (!m_segmentOpen) return;
    sendSound();
    waitForServer(m_waiting);
    if (m_waiting) commit();
}

void RealtimeTranscription::interrupted(const Error &) { waitForServer(false); }

void RealtimeTranscription::waitForServer(bool waits)
{
    if (std::exchange(m_callOpen, waits) == waits) return;
    if (waits) m_executor.openCall();
    else m_executor.closeCall();
}

void RealtimeTranscription::expect(const QStringList &phrases)
{
    if (phrases == m_phrases) return;
    m_phrases = phrases;
    m_session->hearWith(realtimeTranscription(m_options.model, m_options.language, m_phrases));
}

void RealtimeTranscription::begin()
{
    drop();
    m_segmentOpen = true;
    m_transcript.beginSegment();
    if (m_sent > m_committed) m_session->send(QByteArray(R"({"type":"input_audio_buffer.clear","event_id":"quiet"})"));
    m_sent = m_committed = 0;
    m_raised.clear();
    m_fed = 0;
    m_session->well();
    m_session->need();
    m_upsampler = Resampler(kSampleRate, kRateHz, Resampler::Quality::LowDelay);
}

void RealtimeTranscription::feed(Samples samples)
{
    if (!m_segmentOpen || qsizetype(m_raised.size()) > kLongest) return;
    m_fed += qint64(samples.size());
    m_upsampler.process(samples, m_raised);
    if (qsizetype(m_raised.size()) - m_sent >= kPiece) sendSound();
}

void RealtimeTranscription::sendSound()
{
    if (!m_session->isConnected()) return;
    while (m_sent < qsizetype(m_raised.size())) {
        const qsizetype size = std::min<qsizetype>(qsizetype(m_raised.size()) - m_sent, kRateHz); // at most a second a message
        const std::string pcm = pcm16Of(Samples(m_raised).subspan(size_t(m_sent), size_t(size)));
        m_session->send(realtimeAudio(QByteArray::fromRawData(pcm.data(), qsizetype(pcm.size()))));
        m_sent += size;
    }
}

SpeechToText::Ticket RealtimeTranscription::requestFinal()
{
    endWait();
    ++m_ticket;
    m_waiting = true;
    m_watch = m_executor.callAt(m_executor.nowUs() + m_options.timeoutMs * 1000LL, [this] {
        m_watch = 0;
        fail(Error(Error::Code::TimedOut, {m_shown, QString::number(m_options.timeoutMs)}));
    });
    const bool wasConnected = m_session->isConnected();
    m_session->need();
    if (wasConnected) commit();
    waitForServer(m_session->isConnected());
    if (m_waiting && !m_transcript.isWaiting()) // nothing new was said since the last answer
        m_executor.post([this, alive = m_alive, ticket = m_ticket] { if (*alive && ticket == m_ticket) finishIfDone(); });
    return m_ticket;
}

void RealtimeTranscription::commit()
{
    sendSound();
    if (!m_session->isConnected() || m_sent - m_committed < kShortest) return;
    m_session->send(QByteArray(R"({"type":"input_audio_buffer.commit","event_id":"ear"})"));
    m_committed = m_sent;
    m_transcript.committed();
}

std::optional<Error> RealtimeTranscription::heard(const QJsonObject &event)
{
    const auto told = m_transcript.take(event, m_shown);
    if (told.usage && m_listener) { // also of what nobody waits for any more: it costs the same
        SpeechUsage usage = *told.usage;
        usage.provider = m_options.name;
        usage.model = m_options.model;
        m_listener->usageCounted(usage);
    }
    switch (told.news) {
    case RealtimeTranscript::News::None: break;
    case RealtimeTranscript::News::Text:
        if (m_listener) m_listener->partialHeard(Transcript{m_transcript.text(), 1, 1, {}, audioUs()});
        break;
    case RealtimeTranscript::News::Done:
        m_session->well();
        finishIfDone();
        break;
    case RealtimeTranscript::News::Failed: fail(told.error); break;
    case RealtimeTranscript::News::Lost: return told.error;
    }
    return std::nullopt;
}

// A commit that was refused leaves the session as it is.
bool RealtimeTranscription::refused(const QString &eventId, const Error &why, bool isRequestsFault)
{
    if (!isRequestsFault || (!eventId.isEmpty() && eventId != "ear"_L1) || !m_transcript.commitRefused()) return false;
    fail(why);
    return true;
}

void RealtimeTranscription::finishIfDone()
{
    if (!m_waiting || m_transcript.isWaiting()) return;
    endWait();
    if (m_listener) m_listener->finalHeard(m_ticket, Transcript{m_transcript.text(), 1, 1, {}, audioUs()});
}

void RealtimeTranscription::endWait()
{
    if (m_watch) m_executor.cancel(std::exchange(m_watch, 0));
    m_waiting = false;
    waitForServer(false);
}

void RealtimeTranscription::drop()
{
    endWait();
    ++m_ticket;
    m_segmentOpen = false;
}

void RealtimeTranscription::fail(const Error &error)
{
    if (!m_waiting) return; // who asks for the final learns it then
    endWait();
    if (m_listener) m_listener->recognitionFailed(error);
}

} // namespace vox
