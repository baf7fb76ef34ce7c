#include "app/providers/openai/transcription.h"
#include "app/dsp/pcm16.h"
#include "app/providers/net/retry_pause.h"
#include "app/providers/openai/transcription_request.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kShortestUs = 100000;               // the vendor refuses what is shorter
constexpr qsizetype kLongestPcm = 24 * 1024 * 1024;  // its limit of a file is 25 MB
} // namespace

OpenAiTranscription::OpenAiTranscription(HttpClient &client, Options options, Executor &executor)
    : m_client(client), m_options(std::move(options)), m_address(shownAddress(m_options.endpoint.base)), m_executor(executor)
{
}

OpenAiTranscription::~OpenAiTranscription()
{
    *m_alive = false;
    cancel();
}

void OpenAiTranscription::cancel()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    if (!m_call) return;
    m_client.cancel(*m_call);
    m_call.reset();
    m_executor.closeCall();
}

void OpenAiTranscription::begin()
{
    drop();
    m_pcm.reserve(kSampleRate * 2 * 10);
}

void OpenAiTranscription::drop()
{
    cancel();
    ++m_ticket; // an answer that was posted already is of no segment
    m_pcm.clear();
}

void OpenAiTranscription::feed(Samples samples)
{
    if (m_pcm.size() > kLongestPcm) return;
    const std::string pcm = pcm16Of(samples);
    m_pcm.append(pcm.data(), qsizetype(pcm.size()));
}

SpeechToText::Ticket OpenAiTranscription::requestFinal()
{
    cancel();
    ++m_ticket;
    m_tries = 0;
    m_askedUs = audioUs();
    if (m_askedUs >= kShortestUs) {
        attempt();
        return m_ticket;
    }
    m_executor.post([this, alive = m_alive, ticket = m_ticket] {
        if (*alive && ticket == m_ticket && m_listener) m_listener->finalHeard(ticket, Transcript{{}, 0, 1, {}, m_askedUs});
    });
    return m_ticket;
}

void OpenAiTranscription::attempt()
{
    m_retry = 0;
    ++m_tries;
    m_answer = {};
    m_errorBody.clear();
    m_status = 0;
    const TranscriptionRequest request{m_options.model, m_options.language, m_phrases, m_pcm};
    HttpRequest http = m_options.endpoint.post(u"/audio/transcriptions"_s, request.contentType(), request.body(), m_options.timeoutMs);
    http.headers.append(qMakePair(QByteArray("Accept"), QByteArray("text/event-stream, application/json")));
    m_executor.openCall();
    m_call = m_client.send(http, m_executor,
                           {.began = [this](int status) { m_status = status; },
                            .piece = [this](const QByteArray &piece) { takePiece(piece); },
                            .done = [this](const Result<HttpResponse> &response) { finish(response); }});
}

void OpenAiTranscription::takePiece(const QByteArray &piece)
{
    if (m_status < 200 || m_status >= 300) {
        if (m_errorBody.size() < 4096) m_errorBody += piece;
        return;
    }
    const auto grown = m_answer.feed(piece, m_address);
    if (!grown) return fail(grown.error());
    if (*grown && m_listener) m_listener->partialHeard(Transcript{m_answer.text(), 1, 1, {}, m_askedUs});
}

void OpenAiTranscription::finish(const Result<HttpResponse> &response)
{
    if (!response) return fail(response.error());
    HttpResponse whole = *response;
    whole.body = m_errorBody;
    if (const auto error = errorOfStatus(whole, m_options.endpoint.base)) return fail(*error);
    if (const auto good = m_answer.finish(m_address); !good) return fail(good.error());
    cancel();
    answer();
}

void OpenAiTranscription::answer()
{
    if (!m_listener) return;
    SpeechUsage usage = m_answer.usage();
    usage.provider = m_options.endpoint.name;
    usage.model = m_options.model;
    if (usage.audioMs == 0) usage.audioMs = m_askedUs / 1000;
    const Ticket ticket = m_ticket;
    m_listener->usageCounted(usage);
    m_listener->finalHeard(ticket, Transcript{m_answer.text().trimmed(), m_answer.confidence(), 1, {}, m_askedUs});
}

// A try costs the caller's patience: only what is likely to pass is tried again, and soon.
void OpenAiTranscription::fail(const Error &error)
{
    cancel();
    if (const auto pause = pauseBeforeRetryMs(error, m_tries)) {
        m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] { attempt(); });
        return;
    }
    if (m_listener) m_listener->recognitionFailed(error);
}

} // namespace vox
