#pragma once
#include "app/providers/net/http_client.h"
#include <QCryptographicHash>
#include <QFile>

namespace vox {

// Fetches one large file: what has come stands in `path`.part, and a file whose hash is known goes on from there after a
// lost connection or a restart. Appears under its name whole and checked, or not at all. On its executor.
class Download {
public:
    struct Request {
        QUrl url;
        QString path;
        QByteArray sha256;             // lower-case hex; empty: whatever comes is taken, and never resumed
        qint64 mostBytes = qint64(8) << 30;
        int idleTimeoutMs = 30000;
        int tries = 5;                 // in a row without a byte
    };
    using Progress = std::function<void(qint64 bytes)>;
    using Done = std::function<void(const Result<QString> &path)>;

    Download(HttpClient &client, Executor &executor, Request request, Progress progress, Done done);
    ~Download(); // what has come is kept
    void start();

private:
    void attempt();
    void began(int status);
    void took(const QByteArray &piece);
    void ended(const Result<HttpResponse> &response);
    void again(const Error &error);
    void finish(const Result<QString> &result);
    Result<void> check();

    HttpClient &m_client;
    Executor &m_executor;
    const Request m_request;
    const Progress m_progress;
    Done m_done;
    QFile m_part;
    std::optional<HttpClient::CallId> m_call;
    Executor::TimerId m_timer = 0;
    int m_status = 0, m_fruitless = 0;
    qint64 m_offset = 0; // where this try began
};

// The same from a thread that may wait. `goOn` is asked as pieces come; false: Cancelled.
Result<QString> downloadNow(const Download::Request &request, const std::function<bool(qint64 bytes)> &goOn = {});

} // namespace vox
