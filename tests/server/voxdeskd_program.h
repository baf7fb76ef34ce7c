#pragma once
#include "tests/support/loopback/raw_client.h"
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <memory>

namespace vox::test {

// The built voxdeskd as an administrator starts it, on a folder and a port that the test names, and a client of it. Used on
// the test's own thread; ends with the object.
class VoxdeskdProgram {
public:
    struct Answer {
        int status = 0; // 0: no whole answer came
        QJsonObject json;
        QString etag;
    };

    VoxdeskdProgram(QString data, int port) : m_data(std::move(data)), m_port(port) {}
    ~VoxdeskdProgram();

    // Until it listens; false when it ended instead: see complaints().
    bool start(const QStringList &more = {});
    void kill();  // as kill -9; returns when it is gone
    void hangUp(); // SIGHUP
    int stop();   // SIGTERM; the exit status, -1 when it did not end well

    int port() const { return m_port; }
    qint64 processId() const { return m_process ? m_process->processId() : 0; }
    QString out() const { return m_out; }
    QString complaints() const { return m_complaints; }
    qint64 startedInMs() const { return m_startedInMs; }

    // The token of the first administrator, made with the link that start() printed.
    QByteArray becomeOwner();
    Answer ask(const QByteArray &verb, const QByteArray &path, const QByteArray &token, const QJsonObject &body = {}, const QByteArray &headers = {});

    // A port nobody uses at this moment.
    static int freePort();

private:
    QString m_data, m_out, m_complaints;
    int m_port;
    qint64 m_startedInMs = 0;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<RawClient> m_client;
};

// The feed over a WebSocket.
class EventsClient {
public:
    // `after` empty and given: from the beginning; absent: from now on.
    EventsClient(int port, const QByteArray &token, const std::optional<QByteArray> &after);
    bool isOpen() const { return m_open; }
    // Empty when the connection ended or nothing came for long.
    QJsonObject next();

private:
    RawClient m_client;
    bool m_open = false;
};

} // namespace vox::test
