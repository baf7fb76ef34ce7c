#pragma once
#include "app/providers/net/web_socket.h"
#include <QJsonObject>
#include <memory>
#include <optional>

namespace vox {

// A session of OpenAI's Realtime API (OpenAPI document, RealtimeClientEvent and RealtimeServerEvent) over one WebSocket:
// opened when somebody needs it, opened again after a loss while somebody does. What is said in it is the business of its
// parts, which share it. One per conversation, on its executor.
class RealtimeSession final : public std::enable_shared_from_this<RealtimeSession> {
public:
    struct Options {
        QUrl address;     // with its query
        QByteArray key;
        int openTimeoutMs = 8000;
    };
    // Part of a conversation that uses the session. An id it gives its events begins with a word of its own.
    class Part {
    public:
        virtual ~Part() = default;
        virtual void connected() = 0; // anew: what was said before is not known there
        // An event of the server. An error: this connection is of no use any more.
        virtual std::optional<Error> heard(const QJsonObject &event) = 0;
        // An error event about something that was sent. True: it was ours, and that is all.
        virtual bool refused(const QString &eventId, const Error &why, bool isRequestsFault) = 0;
        virtual bool needsConnection() const = 0;
        virtual void interrupted(const Error &error) = 0; // it is lost, and opened again after a pause
        virtual void gaveUp(const Error &error) = 0; // it is not opened again until somebody calls need()
    };
    static constexpr const char *kQuiet = "quiet"; // ids of events whose failure changes nothing

    RealtimeSession(WebSockets &sockets, Options options, Executor &executor);
    ~RealtimeSession();

    void add(Part *part) { m_parts.append(part); }
    void remove(Part *part);
    // The "session" object; sent with every connection, and now when it has changed.
    void configure(const QJsonObject &session);
    const QJsonObject &setup() const { return m_setup; }
    void hearWith(const QJsonObject &transcription); // audio.input.transcription of the above
    void need();
    // It does not answer any more: need() begins a new one.
    void abandon();
    bool isConnected() const { return m_socket.has_value(); }
    void send(const QByteArray &message);
    void send(const QJsonObject &event);
    void well() { m_losses = 0; } // the other side works
    const QString &shown() const { return m_shown; }

private:
    void connectNow();
    void received(const QByteArray &message);
    void drop(const Error &error);
    void lost(const Error &error);
    QByteArray update() const;

    WebSockets &m_sockets;
    const Options m_options;
    const QString m_shown;
    Executor &m_executor;
    QList<Part *> m_parts;
    QJsonObject m_setup;
    std::optional<WebSockets::SocketId> m_socket;
    Executor::TimerId m_retry = 0;
    int m_losses = 0;
};

// What an "error" object of the API means. `resetSeconds`: when a limit that was hit is over, empty if that is not known.
Error realtimeError(const QJsonObject &error, const QString &address, const QString &resetSeconds = {});

} // namespace vox
