#include "app/providers/yandex/speechkit_recogniser.h"
#include "app/dsp/pcm16.h"
#include "app/providers/net/http_client.h"
#include "app/providers/net/retry_pause.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kPiece = kSampleRate * 2 / 10;            // 100 ms a message
constexpr qsizetype kLongestPcm = 9 * 1024 * 1024;            // the vendor takes 10 MB a call
constexpr std::int64_t kRefinementUs = 300000;                // the normalised text follows soon or not at all
constexpr qint64 kShortestUs = 50000;
} // namespace

QList<QPair<QByteArray, QByteArray>> SpeechKitAccount::metadata() const
{
    QList<QPair<QByteArray, QByteArray>> out;
    if (!key.isEmpty()) out.append(qMakePair(QByteArray("authorization"), QByteArray((key.startsWith("t1.") ? "Bearer " : "Api-Key ") + key)));
    if (!folder.isEmpty()) out.append(qMakePair(QByteArray("x-folder-id"), folder.toUtf8()));
    return out;
}

SpeechKitRecogniser::SpeechKitRecogniser(CallStreams &calls, Options options, Executor &executor)
    : m_calls(calls), m_options(std::move(options)), m_address(shownAddress(m_options.account.server)), m_executor(executor)
{
}

SpeechKitRecogniser::~SpeechKitRecogniser()
{
    drop();
    *m_alive = false;
}

void SpeechKitRecogniser::open()
{
    close();
    countUsage(); // of a call that was lost
    m_transcript = {};
    m_sent = m_endsAsked = 0;
    CallStreams::Request request;
    request.server = m_options.account.server;
    request.method = "/speechkit.stt.v3.Recognizer/RecognizeStreaming";
    request.metadata = m_options.account.metadata();
    m_call = m_calls.open(request, m_executor,
                          {[this](const QByteArray &message) { heard(message); },
                           [this](const std::optional<Error> &error) {
                               m_call.reset();
                               ended(error);
                           }});
    m_calls.send(*m_call, yandex::sttSession({m_options.model, yandex::languageCode(m_options.language)}));
}

void SpeechKitRecogniser::close()
{
    if (m_call) m_calls.cancel(*std::exchange(m_call, std::nullopt));
}

void SpeechKitRecogniser::begin()
{
    drop();
    m_segmentOpen = true;
    m_losses = 0;
    m_pcm.clear();
    open();
}

void SpeechKitRecogniser::drop()
{
    endWait();
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    countUsage();
    m_segmentOpen = false;
    ++m_ticket;
    close();
}

// The vendor counts the sound it was sent.
void SpeechKitRecogniser::countUsage()
{
    const qint64 ms = std::exchange(m_sent, 0) / 2 * 1000 / kSampleRate;
    if (m_listener && ms > 0) m_listener->usageCounted({m_options.account.name, m_options.model, 0, 0, ms, 0});
}

void SpeechKitRecogniser::feed(Samples samples)
{
    if (!m_segmentOpen || m_pcm.size() > kLongestPcm) return;
    const std::string pcm = pcm16Of(samples);
    m_pcm.append(pcm.data(), qsizetype(pcm.size()));
    if (m_pcm.size() - m_sent >= kPiece) sendSound();
}

void SpeechKitRecogniser::sendSound()
{
    while (m_call && m_sent < m_pcm.size()) {
        const qsizetype size = std::min<qsizetype>(m_pcm.size() - m_sent, 10 * kPiece);
        m_calls.send(*m_call, yandex::sttChunk(QByteArrayView(m_pcm).sliced(m_sent, size)));
        m_sent += size;
    }
}

SpeechToText::Ticket SpeechKitRecogniser::requestFinal()
{
    endWait();
    ++m_ticket;
    m_waiting = true;
    m_executor.openCall();
    m_watch = m_executor.callAt(m_executor.nowUs() + m_options.timeoutMs * 1000LL, [this] {
        m_watch = 0;
        fail(Error(Error::Code::TimedOut, {m_address, QString::number(m_options.timeoutMs)}));
    });
    if (audioUs() < kShortestUs) {
        m_executor.post([this, alive = m_alive, ticket = m_ticket] {
            if (!*alive || ticket != m_ticket || !m_waiting) return;
            endWait();
            if (m_listener) m_listener->finalHeard(ticket, Transcript{{}, 0, 1, {}, audioUs()});
        });
        return m_ticket;
    }
    if (!m_call && !m_retry) open();
    sendSound();
    if (m_call) {
        m_calls.send(*m_call, yandex::sttEnd());
        ++m_endsAsked;
    }
    return m_ticket;
}

void SpeechKitRecogniser::heard(const QByteArray &message)
{
    switch (m_transcript.take(message)) {
    case yandex::SttTranscript::News::None: return;
    case yandex::SttTranscript::News::Broken: return fail(Error(Error::Code::BadAnswer, {m_address, u"protobuf"_s}));
    case yandex::SttTranscript::News::Text: break;
    }
    if (m_waiting && m_transcript.ends() >= m_endsAsked) return finishIfDone(m_transcript.isRefined());
    if (m_listener) m_listener->partialHeard(Transcript{m_transcript.text(), m_transcript.confidence(), 1, {}, audioUs()});
}

void SpeechKitRecogniser::finishIfDone(bool refined)
{
    if (!refined) {
        if (!m_patience) m_patience = m_executor.callAt(m_executor.nowUs() + kRefinementUs, [this] {
            m_patience = 0;
            finishIfDone(true);
        });
        return;
    }
    if (!m_waiting) return;
    endWait();
    m_losses = 0;
    if (m_listener) m_listener->finalHeard(m_ticket, Transcript{m_transcript.text(), m_transcript.confidence(), 1, {}, audioUs()});
}

// The call is over though we did not end it.
void SpeechKitRecogniser::ended(const std::optional<Error> &error)
{
    if (!m_segmentOpen) return;
    const Error why = error.value_or(Error(Error::Code::Unreachable, {m_address}, u"ended"_s));
    const auto pause = pauseBeforeRetryMs(why, ++m_losses);
    if (!pause) return fail(why);
    m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] {
        m_retry = 0;
        open();
        sendSound();
        if (!m_waiting) return;
        m_calls.send(*m_call, yandex::sttEnd());
        ++m_endsAsked;
    });
}

void SpeechKitRecogniser::endWait()
{
    if (m_watch) m_executor.cancel(std::exchange(m_watch, 0));
    if (m_patience) m_executor.cancel(std::exchange(m_patience, 0));
    if (std::exchange(m_waiting, false)) m_executor.closeCall();
}

void SpeechKitRecogniser::fail(const Error &error)
{
    close();
    if (!m_waiting) return; // who asks for the final learns it then
    endWait();
    if (m_listener) m_listener->recognitionFailed(error);
}

} // namespace vox
