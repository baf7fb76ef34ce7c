#pragma once
#include "app/providers/net/http_client.h"

namespace vox {

// WebSocket connections (RFC 6455) as a client, ws and wss, for any thread; everything comes back on the executor given.
// Owns one thread for all of them. Certificates are checked against the system's. Destroying it closes what is open.
class WebSockets {
public:
    using SocketId = quint64;
    struct Request {
        QUrl url;                                              // ws or wss
        QList<QPair<QByteArray, QByteArray>> headers;
        int openTimeoutMs = 8000;                              // to the end of the handshake
        int silenceTimeoutMs = 30000;                          // without a byte, answers to our pings included
        qsizetype longestMessage = 4 << 20;
        qsizetype longestQueue = 8 << 20;                      // bytes that wait to be sent; beyond, the connection is given up
    };
    struct Handlers {
        std::function<void()> opened;
        std::function<void(const QByteArray &message)> message; // text and binary alike, whole
        // Once, also instead of opened(). No error: the other side said good-bye. Else Refused, Unreachable, TimedOut,
        // Unauthorized, RateLimited, ServerFailed (what the handshake was answered with), TooLarge.
        std::function<void(const std::optional<Error> &)> closed;
    };

    WebSockets();
    ~WebSockets();

    SocketId open(const Request &request, Executor &executor, Handlers handlers);
    // A text message; in order. Dropped when the socket is closed.
    void send(SocketId socket, QByteArray text);
    // Says good-bye. After it returns none of the socket's handlers runs any more if called on the executor's thread.
    void close(SocketId socket);

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace vox
