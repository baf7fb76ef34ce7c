#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <optional>

namespace vox {

// The frames of a WebSocket (RFC 6455, section 5) as a client sees them, without a socket.
struct WebSocketMessage {
    enum class Kind { Text, Binary, Close, Ping, Pong };
    Kind kind = Kind::Text;
    QByteArray bytes;
};

// Bytes from a server to whole messages. BadAnswer {"", reason} for what is no WebSocket or larger than the limit; nothing is read
// after that.
class WebSocketReader {
public:
    explicit WebSocketReader(qint64 limit = 1 << 20) : m_limit(limit) {}
    Result<QList<WebSocketMessage>> read(const QByteArray &bytes);

private:
    struct Head {
        int opcode = 0;
        bool last = false;
        qint64 size = 0;
        qsizetype at = 0; // of the payload in m_waiting
    };
    Result<std::optional<Head>> head() const;

    qint64 m_limit;
    QByteArray m_waiting;  // of a frame that is not whole
    QByteArray m_message;  // of a message in several frames
    int m_opcode = 0;      // of that message; 0: none is open
    bool m_broken = false;
};

// One frame of a client: whole, and masked with these four bytes as the protocol asks.
QByteArray writeFrame(const WebSocketMessage &message, quint32 mask);

// What a server must answer to this key (section 4.2.2).
QByteArray webSocketAccept(const QByteArray &key);

} // namespace vox
