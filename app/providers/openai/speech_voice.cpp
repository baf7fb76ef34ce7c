#include "app/providers/openai/speech_voice.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <utility>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kVoiceRateHz = 24000; // of "pcm"
constexpr qint64 kMostBytes = 64 << 20;
} // namespace

OpenAiVoice::OpenAiVoice(HttpClient &client, Options options, Executor &executor)
    : VendorVoice({shownAddress(options.endpoint.base), kLongestText, kVoiceRateHz}, executor), m_client(client), m_options(std::move(options))
{
}

// tts-1 and tts-1-hd cannot, and other vendors' models mostly do not.
bool OpenAiVoice::streamsEvents() const { return m_options.model.startsWith("gpt-"_L1); }

void OpenAiVoice::ask()
{
    m_events = {};
    m_errorBody.clear();
    m_usage = {m_options.endpoint.name, m_options.model, 0, 0, 0, text().size()};
    m_bytes = 0;
    m_ended = false;
    m_status = 0;
    const QJsonObject json{{u"model"_s, m_options.model},
                           {u"input"_s, text()},
                           {u"voice"_s, settings().voice.isEmpty() ? m_options.voice : settings().voice},
                           {u"response_format"_s, u"pcm"_s},
                           {u"speed"_s, std::clamp(settings().rate, 0.25, 4.0)},
                           {u"stream_format"_s, streamsEvents() ? u"sse"_s : u"audio"_s}};
    HttpRequest http = m_options.endpoint.post(u"/audio/speech"_s, "application/json", QJsonDocument(json).toJson(QJsonDocument::Compact), m_options.timeoutMs);
    http.totalTimeoutMs = 6 * m_options.timeoutMs;
    http.maxBytes = kMostBytes;
    m_call = m_client.send(http, executor(),
                           {.began = [this](int status) { m_status = status; },
                            .piece = [this](const QByteArray &piece) { takePiece(piece); },
                            .done = [this](const Result<HttpResponse> &response) { done(response); }});
}

void OpenAiVoice::hangUp()
{
    if (m_call) m_client.cancel(*std::exchange(m_call, std::nullopt));
}

void OpenAiVoice::takePiece(const QByteArray &piece)
{
    const bool first = std::exchange(m_bytes, m_bytes + piece.size()) == 0;
    if (m_status < 200 || m_status >= 300) {
        if (m_errorBody.size() < 4096) m_errorBody += piece;
        return;
    }
    if (!streamsEvents()) {
        // Not every server that means an error says so with its status; nobody shall hear JSON as noise.
        if (first && (piece.startsWith("{\"") || piece.startsWith('<'))) return fail(Error(Error::Code::BadAnswer, {address(), u"no sound"_s}));
        return pcm({piece.constData(), size_t(piece.size())});
    }
    for (const QByteArray &data : m_events.feed(piece)) {
        takeEvent(data);
        if (!isOut()) return; // failed, or the listener stopped us
    }
    if (m_events.overflowed()) fail(Error(Error::Code::TooLarge, {address(), u"1 MB"_s}));
}

void OpenAiVoice::takeEvent(const QByteArray &data)
{
    if (data.trimmed() == "[DONE]") return;
    const auto document = QJsonDocument::fromJson(data);
    if (!document.isObject()) return fail(Error(Error::Code::BadAnswer, {address(), u"JSON"_s}, QString::fromUtf8(data.left(200))));
    const QJsonObject event = document.object();
    const QString type = event.value("type"_L1).toString();
    if (type == "speech.audio.delta"_L1) {
        const QByteArray sound = QByteArray::fromBase64(event.value("audio"_L1).toString().toLatin1());
        return pcm({sound.constData(), size_t(sound.size())});
    }
    if (type == "speech.audio.done"_L1) {
        m_ended = true;
        const QJsonObject usage = event.value("usage"_L1).toObject();
        m_usage.inputTokens = usage.value("input_tokens"_L1).toInteger();
        m_usage.outputTokens = usage.value("output_tokens"_L1).toInteger();
    } else if (const QJsonObject error = event.value("error"_L1).toObject(); !error.isEmpty() || type == "error"_L1) {
        fail(Error(Error::Code::ServerFailed, {address(), error.value("code"_L1).toString()}, error.value("message"_L1).toString()));
    }
}

void OpenAiVoice::done(const Result<HttpResponse> &response)
{
    if (!response) return fail(response.error());
    HttpResponse whole = *response;
    whole.body = m_errorBody;
    if (const auto error = errorOfStatus(whole, m_options.endpoint.base)) return fail(*error);
    // Qt takes an answer that ends before its length for whole.
    const qint64 promised = whole.header("content-length").toLongLong();
    if ((streamsEvents() && !m_ended) || m_bytes < promised) return fail(Error(Error::Code::BadAnswer, {address(), u"cut off"_s}));
    finish();
}

} // namespace vox
