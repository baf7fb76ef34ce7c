#include "app/providers/openai/realtime_session.h"
#include "app/providers/net/retry_pause.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

Error realtimeError(const QJsonObject &error, const QString &address, const QString &resetSeconds)
{
    const QString code = error.value("code"_L1).toString(), type = error.value("type"_L1).toString();
    const QString detail = error.value("message"_L1).toString().left(500);
    if (code.contains("rate_limit"_L1) || type.contains("rate_limit"_L1)) return Error(Error::Code::RateLimited, {address, resetSeconds}, detail);
    if (code == "invalid_api_key"_L1 || type == "authentication_error"_L1) return Error(Error::Code::Unauthorized, {address}, detail);
    // Their own mistakes pass, as a status of 500 does.
    if (type == "server_error"_L1) return Error(Error::Code::ServerFailed, {address, u"500"_s}, detail);
    return Error(Error::Code::ServerFailed, {address, code.isEmpty() ? type : code}, detail);
}

RealtimeSession::RealtimeSession(WebSockets &sockets, Options options, Executor &executor)
    : m_sockets(sockets), m_options(std::move(options)), m_shown(shownAddress(m_options.address)), m_executor(executor)
{
}

RealtimeSession::~RealtimeSession()
{
    if (m_retry) m_executor.cancel(m_retry);
    if (m_socket) m_sockets.close(*m_socket);
}

void RealtimeSession::remove(Part *part) { m_parts.removeAll(part); }

QByteArray RealtimeSession::update() const
{
    const QJsonObject event{{u"type"_s, u"session.update"_s}, {u"event_id"_s, u"session"_s}, {u"session"_s, m_setup}};
    return QJsonDocument(event).toJson(QJsonDocument::Compact);
}

void RealtimeSession::configure(const QJsonObject &session)
{
    if (session == m_setup) return;
    m_setup = session;
    if (m_socket) m_sockets.send(*m_socket, update());
}

void RealtimeSession::hearWith(const QJsonObject &transcription)
{
    QJsonObject setup = m_setup, audio = setup.value("audio"_L1).toObject(), input = audio.value("input"_L1).toObject();
    input.insert("transcription"_L1, transcription);
    audio.insert("input"_L1, input);
    setup.insert("audio"_L1, audio);
    configure(setup);
}

void RealtimeSession::need()
{
    if (!m_socket && !m_retry) connectNow();
}

void RealtimeSession::abandon()
{
    if (m_retry) m_executor.cancel(std::exchange(m_retry, 0));
    if (m_socket) m_sockets.close(*std::exchange(m_socket, std::nullopt));
}

void RealtimeSession::connectNow()
{
    WebSockets::Request request;
    request.url = m_options.address;
    if (!m_options.key.isEmpty()) request.headers.append(qMakePair(QByteArray("Authorization"), QByteArray("Bearer " + m_options.key)));
    request.openTimeoutMs = m_options.openTimeoutMs;
    const auto closed = [this](const std::optional<Error> &error) {
        m_socket.reset();
        lost(error.value_or(Error(Error::Code::Unreachable, {m_shown}, u"closed"_s)));
    };
    m_socket = m_sockets.open(request, m_executor, {.opened = {}, .message = [this](const QByteArray &message) { received(message); }, .closed = closed});
    // The socket keeps what is sent before it is open; the session need not answer first.
    m_sockets.send(*m_socket, update());
    const QList<Part *> parts = m_parts;
    for (Part *part : parts)
        if (m_parts.contains(part)) part->connected();
}

void RealtimeSession::send(const QByteArray &message)
{
    if (m_socket) m_sockets.send(*m_socket, message);
}

void RealtimeSession::send(const QJsonObject &event) { send(QJsonDocument(event).toJson(QJsonDocument::Compact)); }

void RealtimeSession::received(const QByteArray &message)
{
    const auto self = shared_from_this(); // a part may let go of it
    const auto document = QJsonDocument::fromJson(message);
    if (!document.isObject()) return drop(Error(Error::Code::BadAnswer, {m_shown, u"JSON"_s}, QString::fromUtf8(message.left(200))));
    const QJsonObject event = document.object();
    const QList<Part *> parts = m_parts;
    if (event.value("type"_L1) != "error"_L1) {
        for (Part *part : parts)
            if (m_parts.contains(part))
                if (const auto error = part->heard(event)) return drop(*error);
        return;
    }
    const QJsonObject error = event.value("error"_L1).toObject();
    const QString id = error.value("event_id"_L1).toString();
    if (id.startsWith(QLatin1String(kQuiet))) return;
    const Error why = realtimeError(error, m_shown);
    const bool requests = error.value("type"_L1) == "invalid_request_error"_L1 && error.value("code"_L1) != "session_expired"_L1;
    for (Part *part : parts)
        if (m_parts.contains(part) && part->refused(id, why, requests)) return;
    drop(why);
}

void RealtimeSession::drop(const Error &error)
{
    if (m_socket) m_sockets.close(*std::exchange(m_socket, std::nullopt));
    lost(error);
}

// Nobody needs it now: who needs it next opens it. Somebody does: soon.
void RealtimeSession::lost(const Error &error)
{
    const auto self = shared_from_this();
    const bool needed = std::any_of(m_parts.cbegin(), m_parts.cend(), [](const Part *part) { return part->needsConnection(); });
    const auto pause = needed ? pauseBeforeRetryMs(error, ++m_losses) : std::nullopt;
    if (pause) {
        m_retry = m_executor.callAt(m_executor.nowUs() + *pause * 1000, [this] {
            m_retry = 0;
            connectNow();
        });
    }
    const QList<Part *> parts = m_parts;
    for (Part *part : parts) {
        if (!m_parts.contains(part)) continue;
        if (pause) part->interrupted(error);
        else part->gaveUp(error);
    }
}

} // namespace vox
