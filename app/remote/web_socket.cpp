#include "app/remote/web_socket.h"
#include "app/remote/trust.h"
#include <QRandomGenerator>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int pingMs = 20'000;
constexpr int silenceMs = 50'000;
constexpr int openMs = 10'000;
constexpr qsizetype mostHead = 16 << 10;

int portOf(const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); }

} // namespace

WebSocket::WebSocket(const ServerAddress &address, const QString &path, const QByteArray &token, QObject *parent)
    : QObject(parent), m_address(address), m_path(path), m_token(token)
{
    QByteArray key(16, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(key.data()), reinterpret_cast<quint32 *>(key.data() + key.size()));
    m_key = key.toBase64();
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { end(0, Error(Error::Code::TimedOut, {m_address.url.host(), QString::number(silenceMs)})); });
    connect(&m_ping, &QTimer::timeout, this, [this] { send(WebSocketMessage::Kind::Ping, {}); });
    connect(&m_socket, &QSslSocket::readyRead, this, &WebSocket::read);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        end(0, Error(Error::Code::Unreachable, {m_address.url.host()}, m_socket.errorString()));
    });
    connect(&m_socket, &QAbstractSocket::disconnected, this, [this] { end(0, Error(Error::Code::Unreachable, {m_address.url.host()})); });
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (isKnown(m_address, m_socket.peerCertificate(), errors)) m_socket.ignoreSslErrors();
    });
    m_silence.start(openMs);
    const bool secure = m_address.url.scheme() == "https"_L1;
    if (secure) {
        m_socket.setSslConfiguration(tlsFor(m_address));
        connect(&m_socket, &QSslSocket::encrypted, this, &WebSocket::greet);
        m_socket.connectToHostEncrypted(m_address.url.host(), quint16(portOf(m_address.url)));
    } else {
        connect(&m_socket, &QSslSocket::connected, this, &WebSocket::greet);
        m_socket.connectToHost(m_address.url.host(), quint16(portOf(m_address.url)));
    }
}

WebSocket::~WebSocket()
{
    m_over = true; // whoever deletes it does not want to hear of it
    m_socket.abort();
}

void WebSocket::greet()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QUrl &url = m_address.url;
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) host = '[' + host + ']';
    if (url.port() > 0) host += ':' + QByteArray::number(url.port());
    m_socket.write("GET " + m_path.toLatin1() + " HTTP/1.1\r\nHost: " + host +
                   "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + m_key +
                   "\r\nAuthorization: Bearer " + m_token + "\r\n\r\n");
}

void WebSocket::read()
{
    QByteArray bytes = m_socket.readAll();
    if (m_over) return;
    if (!m_open) {
        m_head += bytes;
        if (!readHead()) return;
        bytes = std::exchange(m_head, {});
    }
    m_silence.start(silenceMs);
    const auto messages = m_reader.read(bytes);
    if (!messages) return end(0, Error(Error::Code::BadAnswer, {m_address.url.host(), messages.error().args.value(1)}));
    for (const WebSocketMessage &message : *messages) {
        if (m_over) return;
        take(message);
    }
}

// True once the upgrade was granted; what follows it is left in m_head.
bool WebSocket::readHead()
{
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_head.size() > mostHead) this->end(0, Error(Error::Code::BadAnswer, {m_address.url.host(), u"head"_s}));
        return false;
    }
    const QList<QByteArray> lines = m_head.left(end).split('\n');
    m_head.remove(0, end + 4);
    const int status = lines.first().split(' ').value(1).toInt();
    QByteArray accept;
    for (const QByteArray &line : lines)
        if (line.toLower().startsWith("sec-websocket-accept:")) accept = line.mid(line.indexOf(':') + 1).trimmed();
    if (status != 101 || accept != webSocketAccept(m_key)) {
        this->end(status, Error(status == 401 ? Error::Code::Unauthorized : Error::Code::BadAnswer,
                                {m_address.url.host(), QString::number(status)}));
        return false;
    }
    m_open = true;
    m_ping.start(pingMs);
    m_silence.start(silenceMs);
    emit opened();
    return !m_over;
}

void WebSocket::take(const WebSocketMessage &message)
{
    switch (message.kind) {
    case WebSocketMessage::Kind::Text: emit text(message.bytes); return;
    case WebSocketMessage::Kind::Ping: return send(WebSocketMessage::Kind::Pong, message.bytes);
    case WebSocketMessage::Kind::Close:
        send(WebSocketMessage::Kind::Close, message.bytes.left(2));
        m_socket.flush();
        return end(0, Error(Error::Code::Unreachable, {m_address.url.host()}, QString::fromUtf8(message.bytes.mid(2))));
    default: return;
    }
}

void WebSocket::send(WebSocketMessage::Kind kind, const QByteArray &bytes)
{
    if (m_open && !m_over) m_socket.write(writeFrame({kind, bytes}, QRandomGenerator::system()->generate()));
}

void WebSocket::end(int status, const Error &error)
{
    if (std::exchange(m_over, true)) return;
    m_ping.stop();
    m_silence.stop();
    m_socket.abort();
    emit closed(status, error);
}

} // namespace vox
