#pragma once
#include "tests/support/loopback/web_socket_server.h"
#include <QJsonObject>
#include <QStringList>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

namespace vox::test {

// OpenAI's Realtime API as its OpenAPI document has it (RealtimeServerEvent): sessions of type "realtime" whose events come in
// the published order and which refuse what the vendor refuses. Any thread; lives for a test.
class RealtimeServer {
public:
    struct Answer {
        QString text;                 // spoken at 60 ms a character
        QString tool, arguments;      // called behind it
        int stopsAfter = -1;          // words; then nothing until it is cancelled
        int dropsAfter = -1;          // words; then the connection is cut
        QString error;                // fails with this code instead
        bool silent = false;          // never comes
        bool textOnly = false;        // its words come without sound
    };
    // Faults: a status of the handshake; or "garbage", "schema", "silent", "drop" instead of an answer, "slow" before it; with
    // "hear " before it, of the caller's words.
    explicit RealtimeServer(QStringList heard, std::deque<Answer> answers, QString fault = {});

    std::string address() const { return m_server->address() + "/v1/realtime"; }
    // What clients sent, sound left out, oldest first; of a type.
    QList<QJsonObject> got(const QString &type) const;
    QStringList errorsSent() const;    // codes
    QStringList conversation() const;  // of the newest connection: "caller: …", "agent: …", "call name", "result …"
    int connections() const;
    int outputTokens() const;          // of all responses that were told of
    int transcribed() const;           // how often the caller's words were told
    QString lastAudioItem() const;
    qint64 audioMs(const QString &item) const; // that was sent of it

private:
    class Peer;
    friend class Peer;
    QString name(const QString &prefix);
    mutable std::mutex m_mutex, m_waitMutex;
    std::condition_variable m_wait; // of what is slow
    QStringList m_heard;
    std::deque<Answer> m_answers;
    const QString m_fault;
    QList<QJsonObject> m_got;
    QStringList m_errors, m_conversation;
    std::map<QString, qint64> m_audioMs;
    QString m_lastAudioItem;
    int m_connections = 0, m_outputTokens = 0, m_transcribed = 0, m_names = 0;
    std::unique_ptr<WebSocketServer> m_server; // last: its threads use all of the above
};

} // namespace vox::test
