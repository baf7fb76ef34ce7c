#include "app/providers/net/http_tool_runner.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonArray>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kSecretPrefix = "secret:";

// Values that would smuggle another header in are refused, not repaired.
bool isHeaderText(const QByteArray &text)
{
    for (const char c : text)
        if (c == '\r' || c == '\n' || c == '\0') return false;
    return true;
}

ToolResponse toolResponse(const HttpResponse &response, qint64 firstByteUs, qint64 elapsedUs)
{
    ToolResponse out;
    out.status = response.status;
    out.firstByteUs = firstByteUs;
    out.headers = response.headers;
    out.body = response.body;
    out.elapsedUs = elapsedUs;
    QJsonParseError error{};
    const auto json = QJsonDocument::fromJson(response.body, &error);
    if (error.error == QJsonParseError::NoError) out.json = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    else out.json = QJsonValue(QJsonValue::Undefined);
    return out;
}

} // namespace

HttpToolRunner::HttpToolRunner(HttpClient &client, EgressRules egress, SecretSource secrets, Executor &executor)
    : m_client(client), m_egress(std::make_shared<const EgressRules>(std::move(egress))), m_secrets(std::move(secrets)), m_executor(executor)
{
}

HttpToolRunner::~HttpToolRunner()
{
    *m_alive = false;
    for (const auto call : std::as_const(m_open)) m_client.cancel(call);
    for (qsizetype i = 0; i < m_open.size(); ++i) m_executor.closeCall();
}

void HttpToolRunner::answer(CallId call, const Done &done, const Result<ToolResponse> &result)
{
    m_executor.post([this, alive = m_alive, call, done, result] {
        if (!*alive || !m_open.contains(call)) return;
        m_open.remove(call);
        m_executor.closeCall();
        done(result);
    });
}

Result<QByteArray> HttpToolRunner::withSecret(const QByteArray &value) const
{
    const qsizetype at = value.startsWith(kSecretPrefix) ? 0 : value.indexOf(' ') + 1;
    if (!QByteArrayView(value).sliced(at).startsWith(kSecretPrefix)) return value;
    const QString secret = QString::fromUtf8(value.mid(at + kSecretPrefix.size()));
    const auto found = m_secrets(secret);
    if (!found) return Error(Error::Code::SecretMissing, {secret});
    return QByteArray(value.left(at) + *found);
}

ToolRunner::CallId HttpToolRunner::call(const ToolRequest &request, Done done)
{
    const CallId id = m_next++;
    m_executor.openCall();
    m_open.insert(id, 0);
    if (request.url.scheme() != "http"_L1 && request.url.scheme() != "https"_L1) {
        answer(id, done, Error(Error::Code::AddressForbidden, {request.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)}));
        return id;
    }
    HttpRequest http;
    http.method = request.method;
    http.url = request.url;
    http.body = request.body;
    http.totalTimeoutMs = http.idleTimeoutMs = request.timeoutMs;
    http.maxBytes = request.maxResponseBytes;
    http.egress = m_egress;
    if (!request.body.isEmpty()) http.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("application/json")));
    if (!request.idempotencyKey.isEmpty()) http.headers.append(qMakePair(QByteArray("Idempotency-Key"), request.idempotencyKey));
    for (const auto &[name, value] : request.headers) {
        const auto sent = withSecret(value);
        if (!sent) {
            answer(id, done, sent.error());
            return id;
        }
        if (!isHeaderText(name) || !isHeaderText(*sent)) {
            answer(id, done, Error(Error::Code::BadValue, {QString::fromUtf8(name)}));
            return id;
        }
        http.headers.append(qMakePair(name, *sent));
    }
    const qint64 startedUs = m_executor.nowUs();
    const auto firstByteUs = std::make_shared<qint64>(0);
    const auto call = m_client.send(http, m_executor,
                                    {.began = [firstByteUs, startedUs, executor = &m_executor](int) { *firstByteUs = executor->nowUs() - startedUs; },
                                     .piece = {},
                                     .done = [this, alive = m_alive, id, done, startedUs, firstByteUs](const Result<HttpResponse> &response) {
                                         if (!*alive || !m_open.remove(id)) return;
                                         m_executor.closeCall();
                                         if (response) done(toolResponse(*response, *firstByteUs, m_executor.nowUs() - startedUs));
                                         else done(response.error());
                                     }});
    m_open.insert(id, call);
    return id;
}

void HttpToolRunner::cancel(CallId call)
{
    if (!m_open.contains(call)) return;
    m_client.cancel(m_open.take(call));
    m_executor.closeCall();
}

} // namespace vox
