#include "app/providers/openai/realtime_transcription.h"
#include "app/dsp/pcm16.h"
#include "app/providers/net/retry_pause.h"
#include <QUrlQuery>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRateHz = 24000;                    // the only one the vendor takes
constexpr qsizetype kPiece = kRateHz / 25;        // 40 ms a message
constexpr qsizetype kShortest = kRateHz / 10;     // the vendor refuses to commit less than 100 ms
constexpr qsizetype kLongest = kRateHz * 60 * 10; // a caller who talks ten minutes is not sent anew
} // namespace

RealtimeTranscription::RealtimeTranscription(WebSockets &sockets, Options options, Executor &executor)
    : m_sockets(sockets), m_options(std::move(options)), m_shown(shownAddress(m_options.address)), m_executor(executor),
      m_upsampler(kSampleRate, kRateHz, Resampler::Quality::LowDelay)
{
    connectNow();
}

RealtimeTranscription::~RealtimeTranscription()
{
    *m_alive = false;
    drop();
    if (m_socket) m_sockets.close(*m_socket);
}

void RealtimeTranscription::connectNow()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    WebSockets::Request request;
    request.url = m_options.address;
    QUrlQuery query(request.url);
    query.addQueryItem(u"intent"_s, u"transcription"_s);
    request.url.setQuery(query);
    if (!m_options.key.isEmpty()) request.headers.append(qMakePair(QByteArray("Authorization"), QByteArray("Bearer " + m_options.key)));
    request.openTimeoutMs = m_options.timeoutMs;
    m_transcript = {};
    m_sent = m_committed = 0;
    m_socket = m_sockets.open(request, m_executor,
                              {.opened = {},
                               .message = [this](const QByteArray &message) { heard(message); },
                               .closed =
                                   [this](const std::optional<Error> &error) {
                                       m_socket.reset();
                                       lost(error.value_or(Error(Error::Code::Unreachable, {m_shown}, u"closed"_s)));
                                   }});
    // The socket keeps what is sent before it is open; the session need not answer first.
    m_sockets.send(*m_socket, realtimeTranscriptionSession(m_options.model, m_options.language, m_phrases));
}

void RealtimeTranscription::expect(const QStringList &phrases)
{
    if (phrases == m_phrases) return;
    m_phrases = phrases;
    if (m_socket) m_sockets.send(*m_socket, realtimeTranscriptionSession(m_options.model, m_options.language, m_phrases));
}

void RealtimeTranscription::begin()
{
    drop();
    m_segmentOpen = true;
    m_losses = 0;
    m_transcript.beginSegment();
    if (!m_socket) connectNow();
    else if (m_sent > m_committed) m_sockets.send(*m_socket, R"({"type":"input_audio_buffer.clear"})");
    m_sent = m_committed = 0;
    m_raised.clear();
    m_fed = 0;
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
    if (!m_socket) return;
    while (m_sent < qsizetype(m_raised.size())) {
        const qsizetype size = std::min<qsizetype>(qsizetype(m_raised.size()) - m_sent, kRateHz); // at most a second a message
        const std::string pcm = pcm16Of(Samples(m_raised).subspan(size_t(m_sent), size_t(size)));
        m_sockets.send(*m_socket, realtimeAudio(QByteArray::fromRawData(pcm.data(), qsizetype(pcm.size()))));
        m_sent += size;
    }
}

SpeechToText::Ticket RealtimeTranscription::requestFinal()
{
    endWait();
    ++m_ticket;
    m_waiting = true;
    m_executor.openCall();
    m_watch = m_executor.callAt(m_executor.nowUs() + m_options.timeoutMs * 1000LL, [this] {
        m_watch = 0;
        fail(Error(Error::Code::TimedOut, {m_shown, QString::number(m_options.timeoutMs)}));
    });
    if (!m_socket && !m_retry) connectNow();
    if (m_socket) commit();
    if (m_waiting && !m_transcript.isWaiting()) // nothing new was said since the last answer
        m_executor.post([this, alive = m_alive, ticket = m_ticket] { if (*alive && ticket == m_ticket) finishIfDone(); });
    return m_ticket;
}

void RealtimeTranscription::commit()
{
    sendSound();
    if (m_sent - m_committed < kShortest) return;
    m_sockets.send(*m_socket, R"({"type":"input_audio_buffer.commit"})");
    m_committed = m_sent;
    m_transcript.committed();
}

void RealtimeTranscription::heard(const QByteArray &message)
{
    const auto told = m_transcript.take(message, m_shown);
    if (told.usage && m_listener) { // also of what nobody waits for any more: it costs the same
        SpeechUsage usage = *told.usage;
        usage.provider = m_options.name;
        usage.model = m_options.model;
        m_listener->usageCounted(usage);
    }
    switch (told.news) {
    case RealtimeTranscript::News::None: return;
    case RealtimeTranscript::News::Text:
        if (m_listener) m_listener->partialHeard(Transcript{m_transcript.text(), 1, 1, {}, audioUs()});
        return;
    case RealtimeTranscript::News::Done:
        m_losses = 0;
        return finishIfDone();
    case RealtimeTranscript::News::Failed: return fail(told.error);
    case RealtimeTranscript::News::Lost:
        if (m_socket) m_sockets.close(*std::exchange(m_socket, std::nullopt));
        return lost(told.error);
    }
}

void RealtimeTranscription::finishIfDone()
{
    if (!m_waiting || m_transcript.isWaiting()) return;
    endWait();
    if (m_listener) m_listener->finalHeard(m_ticket, Transcript{m_transcript.text(), 1, 1, {}, audioUs()});
}

// Nobody waits: the next segment opens it again. Somebody does: soon, and with everything the segment has had so far.
void RealtimeTranscription::lost(const Error &error)
{
    if (!m_segmentOpen) return;
    const auto pause = pauseBeforeRetryMs(error, ++m_losses);
    if (!pause) return fail(error);
    m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] {
        m_retry = 0;
        connectNow();
        m_transcript.beginSegment();
        sendSound();
        if (m_waiting) commit();
    });
}

void RealtimeTranscription::endWait()
{
    if (m_watch) m_executor.cancel(std::exchange(m_watch, 0));
    if (!std::exchange(m_waiting, false)) return;
    m_executor.closeCall();
}

void RealtimeTranscription::drop()
{
    endWait();
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
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
