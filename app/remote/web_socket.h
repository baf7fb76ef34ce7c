#pragma once
#include "app/remote/web_socket_frames.h"
#include "app/workspace/team_server.h"
#include <QObject>
#include <QSslSocket>
#include <QTimer>

namespace vox {

// A WebSocket to a server that speaks to us: text comes in, next to nothing goes out. Over Qt's sockets, so that TLS is trusted the
// same way as for requests, on every system. Opens once; UI thread; owned by ServerConnection.
class WebSocket : public QObject {
    Q_OBJECT
public:
    WebSocket(const ServerAddress &address, const QString &path, const QByteArray &token, QObject *parent = nullptr);
    ~WebSocket() override;

signals:
    void opened();
    void text(const QByteArray &message);
    // Once, last; the status of a refused upgrade, 0 for a lost line.
    void closed(int status, const vox::Error &error);

private:
    void greet();
    void read();
    bool readHead();
    void take(const WebSocketMessage &message);
    void send(WebSocketMessage::Kind kind, const QByteArray &bytes);
    void end(int status, const Error &error);

    const ServerAddress m_address;
    const QString m_path;
    const QByteArray m_token;
    QSslSocket m_socket;
    QByteArray m_key;      // of the handshake
    QByteArray m_head;     // of the answer so far
    WebSocketReader m_reader;
    QTimer m_silence;      // nothing was heard for too long
    QTimer m_ping;
    bool m_open = false;
    bool m_over = false;
};

} // namespace vox
