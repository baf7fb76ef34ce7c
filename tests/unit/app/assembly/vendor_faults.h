#pragma once
#include "tests/support/loopback/loopback_server.h"
#include <QByteArray>
#include <QCryptographicHash>
#include <chrono>
#include <condition_variable>
#include <mutex>

// Servers that fail as vendors do, for every protocol alike.
namespace vox::test {

inline const char *const kFaults[] = {"refused", "slow", "half", "garbage", "schema", "401", "429", "503", "mid", "never"};

// A moment of a server that is slow; ends early with it.
class Moment {
public:
    ~Moment() { end(); }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_wake.notify_all();
    }
    void wait(int ms)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_over; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_over = false;
};

// Answers HTTP with a fault. `good` is the whole answer's body, of which "mid" sends the half before it goes.
inline void failHttp(const std::string &fault, const std::string &type, const std::string &good, LoopbackServer::Connection &connection, Moment &moment)
{
    if (fault == "401" || fault == "429" || fault == "503")
        connection.respond(std::stoi(fault), "application/json", R"({"error":{"message":"no","type":"x","code":"y"}})", "Retry-After: 30\r\n");
    else if (fault == "garbage") connection.send("\x01\x02 hello\r\n\r\n");
    else if (fault == "schema") connection.respond(200, type, type == "text/event-stream" ? "data: {\"choices\":{\"a\":[7]}}\n\n" : R"({"unexpected":[1,{"a":null}]})");
    else if (fault == "half") connection.send("HTTP/1.1 200 OK\r\nContent-Ty");
    else if (fault == "never") connection.waitForPeer();
    else if (fault == "mid")
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(good.size()) + "\r\n\r\n" + good.substr(0, good.size() / 2));
    else {
        if (fault == "slow") moment.wait(600);
        connection.respond(200, type, good);
    }
}

// The good beginning of a WebSocket (RFC 6455, 4.2.2), then half a frame and the end.
inline void halfAFrame(const LoopbackServer::Request &request, LoopbackServer::Connection &connection)
{
    const QByteArray key = QByteArray::fromStdString(request.headers.count("sec-websocket-key") ? request.headers.at("sec-websocket-key") : std::string());
    const QByteArray accept = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
    connection.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept.toStdString() + "\r\n\r\n");
    connection.send(std::string("\x81\x7E\x10\x00{\"type\":", 12));
}

} // namespace vox::test
