#include "app/telemetry/otlp_sender.h"
#include "app/telemetry/otlp_protobuf.h"
#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool isPassing(int status) { return status == 429 || status == 502 || status == 503 || status == 504; }

otlp::Rejected rejectedJson(const QByteArray &body, const QString &signal)
{
    const QJsonObject partial = QJsonDocument::fromJson(body).object().value("partialSuccess"_L1).toObject();
    const QJsonValue count = partial.value(signal == "traces"_L1 ? "rejectedSpans"_L1 : "rejectedDataPoints"_L1);
    return {count.isString() ? count.toString().toLongLong() : count.toInteger(), partial.value("errorMessage"_L1).toString()};
}

} // namespace

std::optional<qint64> retryAfterMs(const QByteArray &header, qint64 nowUtcMs)
{
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber) return seconds >= 0 && seconds < 1000000 ? std::optional(seconds * 1000) : std::nullopt;
    QDateTime at = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!at.isValid()) return std::nullopt;
    at.setTimeSpec(Qt::UTC);
    return std::max<qint64>(0, at.toMSecsSinceEpoch() - nowUtcMs);
}

OtlpSender::OtlpSender(HttpClient &client, SecretSource secrets, OtlpSettings settings, Executor &executor)
    : m_client(client), m_secrets(std::move(secrets)), m_settings(std::move(settings)), m_executor(executor)
{
}

OtlpSender::~OtlpSender()
{
    if (m_timer) m_executor.cancel(m_timer);
    if (!m_call) return;
    m_client.cancel(*m_call);
    m_executor.closeCall();
}

void OtlpSender::send(const QString &signal, QByteArray body, Done done)
{
    Q_ASSERT(!isBusy());
    m_signal = signal;
    m_body = std::move(body);
    m_done = std::move(done);
    m_beganUs = m_executor.nowUs();
    m_tries = 0;
    attempt();
}

// Secrets are asked for at each try: they may have been changed since the last.
Result<HttpRequest> OtlpSender::request() const
{
    HttpRequest http;
    http.method = "POST";
    http.url = m_settings.url(m_signal);
    http.body = m_body;
    http.totalTimeoutMs = http.idleTimeoutMs = m_settings.timeoutMs;
    http.maxBytes = 1 << 20;
    const bool json = m_settings.protocol == OtlpProtocol::Json;
    http.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray(json ? "application/json" : "application/x-protobuf")));
    for (auto it = m_settings.headers.begin(); it != m_settings.headers.end(); ++it) {
        QByteArray value = it->toString().toUtf8();
        if (value.startsWith("secret:")) {
            const QString name = QString::fromUtf8(value.mid(7));
            const auto secret = m_secrets(name);
            if (!secret) return Error(Error::Code::SecretMissing, {name});
            value = *secret;
        }
        http.headers.append(qMakePair(it.key().toLatin1(), value));
    }
    return http;
}

void OtlpSender::attempt()
{
    m_timer = 0;
    ++m_tries;
    const auto http = request();
    if (!http) return finish(http.error());
    m_executor.openCall();
    m_call = m_client.send(*http, m_executor, {.began = {}, .piece = {}, .done = [this](const Result<HttpResponse> &response) {
                                                   m_call.reset();
                                                   m_executor.closeCall();
                                                   answered(response);
                                               }});
}

void OtlpSender::answered(const Result<HttpResponse> &response)
{
    if (!response) return again(response.error(), std::nullopt);
    const auto error = errorOfStatus(*response, m_settings.url(m_signal));
    if (!error) {
        const auto rejected = m_settings.protocol == OtlpProtocol::Json ? rejectedJson(response->body, m_signal)
                                                                        : otlp::rejectedProtobuf(response->body);
        return finish(Answer{rejected.items, rejected.why, m_tries});
    }
    if (!isPassing(response->status)) return finish(*error);
    again(*error, retryAfterMs(response->header("retry-after"), QDateTime::currentMSecsSinceEpoch()));
}

// Twice as long each time, give or take a fifth, so that many senders do not come back together.
void OtlpSender::again(const Error &error, std::optional<qint64> afterMs)
{
    const qint64 grown = std::min(kLongestPauseMs, kFirstPauseMs << std::min(m_tries - 1, 10));
    const qint64 pause = afterMs.value_or(grown * std::uniform_int_distribution<qint64>(80, 120)(m_random) / 100);
    const qint64 spent = (m_executor.nowUs() - m_beganUs) / 1000;
    if (m_hurry || spent + pause > kGiveUpMs) return finish(error);
    m_timer = m_executor.callAt(m_executor.nowUs() + pause * 1000, [this] { attempt(); });
}

void OtlpSender::hurry(bool on)
{
    m_hurry = on;
    if (!on || !m_timer) return;
    m_executor.cancel(m_timer);
    attempt();
}

void OtlpSender::finish(const Result<Answer> &answer)
{
    m_body.clear();
    const Done done = std::exchange(m_done, {});
    done(answer);
}

} // namespace vox
