#include "app/providers/openai/speech_voice.h"
#include "app/providers/net/retry_pause.h"
#include <QJsonDocument>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kVoiceRateHz = 24000; // of "pcm"
constexpr qint64 kMostBytes = 64 << 20;
} // namespace

OpenAiVoice::OpenAiVoice(HttpClient &client, Options options, Executor &executor)
    : m_client(client), m_options(std::move(options)), m_address(shownAddress(m_options.endpoint.base)), m_executor(executor)
{
}

OpenAiVoice::~OpenAiVoice() { stop(); }

// tts-1 and tts-1-hd cannot, and other vendors' models mostly do not.
bool OpenAiVoice::streamsEvents() const { return m_options.model.startsWith("gpt-"_L1); }

void OpenAiVoice::speak(const QString &text, const VoiceSettings &settings)
{
    stop();
    m_text = text;
    m_settings = settings;
    m_tries = 0;
    if (text.size() <= kLongestText) return attempt();
    m_retry = m_executor.callAt(m_executor.nowUs(), [this] {
        m_retry = 0;
        if (m_listener) m_listener->speechFailed(Error(Error::Code::TooLarge, {m_address, QString::number(kLongestText)}));
    });
}

void OpenAiVoice::stop()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    if (!m_call) return;
    m_client.cancel(*m_call);
    m_call.reset();
    m_executor.closeCall();
}

void OpenAiVoice::attempt()
{
    m_retry = 0;
    ++m_tries;
    m_decoder.emplace(kVoiceRateHz);
    m_events = {};
    m_errorBody.clear();
    m_usage = {m_options.endpoint.name, m_options.model, 0, 0, 0, m_text.size()};
    m_bytes = m_samples = 0;
    m_ended = false;
    m_status = 0;
    const QJsonObject json{{u"model"_s, m_options.model},
                           {u"input"_s, m_text},
                           {u"voice"_s, m_settings.voice.isEmpty() ? m_options.voice : m_settings.voice},
                           {u"response_format"_s, u"pcm"_s},
                           {u"speed"_s, std::clamp(m_settings.rate, 0.25, 4.0)},
                           {u"stream_format"_s, streamsEvents() ? u"sse"_s : u"audio"_s}};
    HttpRequest http = m_options.endpoint.post(u"/audio/speech"_s, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), m_options.timeoutMs);
    http.totalTimeoutMs = 6 * m_options.timeoutMs;
    http.maxBytes = kMostBytes;
    m_executor.openCall();
    m_call = m_client.send(http, m_executor,
                           {.began = [this](int status) { m_status = status; },
                            .piece = [this](const QByteArray &piece) { takePiece(piece); },
                            .done = [this](const Result<HttpResponse> &response) { finish(response); }});
}

void OpenAiVoice::takePiece(const QByteArray &piece)
{
    m_bytes += piece.size();
    if (m_status < 200 || m_status >= 300) {
        if (m_errorBody.size() < 4096) m_errorBody += piece;
        return;
    }
    if (!streamsEvents()) {
        std::vector<float> samples;
        m_decoder->feed({piece.constData(), size_t(piece.size())}, samples);
        return sound(std::move(samples));
    }
    for (const QByteArray &data : m_events.feed(piece)) {
        takeEvent(data);
        if (!m_call) return; // failed, or the listener stopped us
    }
    if (m_events.overflowed()) fail(Error(Error::Code::TooLarge, {m_address, u"1 MB"_s}));
}

void OpenAiVoice::takeEvent(const QByteArray &data)
{
    if (data.trimmed() == "[DONE]") return;
    const auto document = QJsonDocument::fromJson(data);
    if (!document.isObject()) return fail(Error(Error::Code::BadAnswer, {m_address, u"JSON"_s}, QString::fromUtf8(data.left(200))));
    const QJsonObject event = document.object();
    const QString type = event.value("type"_L1).toString();
    if (type == "speech.audio.delta"_L1) {
        const QByteArray pcm = QByteArray::fromBase64(event.value("audio"_L1).toString().toLatin1());
        std::vector<float> samples;
        m_decoder->feed({pcm.constData(), size_t(pcm.size())}, samples);
        return sound(std::move(samples));
    }
    if (type == "speech.audio.done"_L1) {
        m_ended = true;
        const QJsonObject usage = event.value("usage"_L1).toObject();
        m_usage.inputTokens = usage.value("input_tokens"_L1).toInteger();
        m_usage.outputTokens = usage.value("output_tokens"_L1).toInteger();
    } else if (const QJsonObject error = event.value("error"_L1).toObject(); !error.isEmpty() || type == "error"_L1) {
        fail(Error(Error::Code::ServerFailed, {m_address, error.value("code"_L1).toString()}, error.value("message"_L1).toString()));
    }
}

void OpenAiVoice::sound(std::vector<float> samples)
{
    if (samples.empty()) return;
    m_samples += qint64(samples.size());
    for (float &sample : samples) sample *= float(m_settings.volume);
    if (m_listener) m_listener->speechArrived(samples);
}

void OpenAiVoice::finish(const Result<HttpResponse> &response)
{
    if (!response) return fail(response.error());
    HttpResponse whole = *response;
    whole.body = m_errorBody;
    if (const auto error = errorOfStatus(whole, m_options.endpoint.base)) return fail(*error);
    // Qt takes an answer that ends before its length for whole.
    const qint64 promised = whole.header("content-length").toLongLong();
    if ((streamsEvents() && !m_ended) || m_bytes < promised) return fail(Error(Error::Code::BadAnswer, {m_address, u"cut off"_s}));
    std::vector<float> rest;
    m_decoder->finish(rest);
    sound(std::move(rest));
    if (!m_call) return; // the listener stopped us
    if (m_samples == 0) return fail(Error(Error::Code::BadAnswer, {m_address, u"no sound"_s}));
    stop();
    m_usage.audioMs = m_samples * 1000 / kSampleRate;
    if (!m_listener) return;
    m_listener->usageCounted(m_usage);
    m_listener->speechFinished();
}

// What was spoken already cannot be spoken again: only an utterance that has not begun is tried anew.
void OpenAiVoice::fail(const Error &error)
{
    stop();
    const auto pause = m_samples == 0 ? pauseBeforeRetryMs(error, m_tries) : std::nullopt;
    if (pause) m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] { attempt(); });
    else if (m_listener) m_listener->speechFailed(error);
}

} // namespace vox
