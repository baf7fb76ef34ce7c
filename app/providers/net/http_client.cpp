#include "app/providers/net/http_client.h"
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QThread>
#include <QTimer>
#include <QHash>
#include <atomic>
#include <mutex>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// What the executor's side and the network's side share of one call. Once closed it is silent at once, and the executor,
// which may die then, is not touched again.
struct Shared {
    std::mutex door; // guards executor
    Executor *executor = nullptr;
    std::atomic_bool live{true};
    HttpClient::Handlers handlers;

    template <typename F> void deliver(const std::shared_ptr<Shared> &self, F call)
    {
        const std::lock_guard lock(door);
        if (!executor) return;
        executor->post([self, call = std::move(call)] {
            if (self->live.load(std::memory_order_acquire)) call(self->handlers);
        });
    }

    void close()
    {
        const std::lock_guard lock(door);
        live.store(false, std::memory_order_release);
        executor = nullptr;
    }
};

// One request on the network thread.
class Exchange : public QObject {
public:
    Exchange(QNetworkAccessManager &network, const HttpRequest &request, std::shared_ptr<Shared> shared)
        : m_request(request), m_shared(std::move(shared))
    {
        QNetworkRequest outgoing(request.url);
        for (const auto &[name, value] : request.headers) outgoing.setRawHeader(name, value);
        outgoing.setTransferTimeout(request.idleTimeoutMs);
        outgoing.setMaximumRedirectsAllowed(3);
        outgoing.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        m_reply = network.sendCustomRequest(outgoing, request.method, request.body);
        m_reply->setParent(this);
        m_reply->setReadBufferSize(0);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { fail(Error(Error::Code::TimedOut, {shownAddress(m_request.url), QString::number(m_request.totalTimeoutMs)})); });
        m_deadline.start(request.totalTimeoutMs);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { read(); });
        connect(m_reply, &QNetworkReply::finished, this, [this] { finish(); });
    }

    std::function<void()> gone;

private:
    void begin()
    {
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_began || status == 0) return;
        m_began = true;
        m_response.status = status;
        const auto pairs = m_reply->rawHeaderPairs();
        for (const auto &[name, value] : pairs) m_response.headers.append(qMakePair(name.toLower(), value));
        m_shared->deliver(m_shared, [status](const HttpClient::Handlers &h) { if (h.began) h.began(status); });
    }

    void read()
    {
        begin();
        const QByteArray piece = m_reply->readAll();
        m_received += piece.size();
        if (m_received > m_request.maxBytes)
            return fail(Error(Error::Code::TooLarge, {shownAddress(m_request.url), QString::number(m_request.maxBytes)}));
        if (!m_request.streaming) m_response.body += piece;
        else if (!piece.isEmpty()) m_shared->deliver(m_shared, [piece](const HttpClient::Handlers &h) { if (h.piece) h.piece(piece); });
    }

    void finish()
    {
        if (m_reply->bytesAvailable() > 0) read();
        begin();
        if (m_over) return;
        const auto error = m_reply->error();
        // Any HTTP status is an answer; only what kept an answer from being whole is an error.
        const bool answered = m_response.status > 0 && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
        if (answered) return end(m_response);
        if (error == QNetworkReply::OperationCanceledError)
            return fail(Error(Error::Code::TimedOut, {shownAddress(m_request.url), QString::number(m_request.idleTimeoutMs)}));
        const auto code = error == QNetworkReply::ConnectionRefusedError ? Error::Code::Refused : Error::Code::Unreachable;
        fail(Error(code, {shownAddress(m_request.url)}, m_reply->errorString()));
    }

    void fail(const Error &error) { end(error); }

    void end(const Result<HttpResponse> &result)
    {
        if (m_over) return;
        m_over = true;
        m_deadline.stop();
        m_reply->disconnect(this);
        m_reply->abort();
        m_shared->deliver(m_shared, [result](const HttpClient::Handlers &h) { h.done(result); });
        deleteLater();
        if (gone) gone();
    }

    const HttpRequest m_request;
    std::shared_ptr<Shared> m_shared;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    HttpResponse m_response;
    qint64 m_received = 0;
    bool m_began = false;
    bool m_over = false;
};

} // namespace

// The network thread and what is open on it. `open` belongs to that thread.
class HttpClient::Thread {
public:
    Thread()
    {
        thread.setObjectName(u"network"_s);
        network.moveToThread(&thread);
        thread.start();
    }
    ~Thread()
    {
        QMetaObject::invokeMethod(&network, [this] {
            qDeleteAll(open);
            open.clear();
        }, Qt::BlockingQueuedConnection);
        thread.quit();
        thread.wait();
    }

    QThread thread;
    QNetworkAccessManager network;
    QHash<CallId, QObject *> open;
    std::mutex mutex; // guards calls
    QHash<CallId, std::shared_ptr<Shared>> calls;
    std::atomic<CallId> next{1};
};

HttpClient::HttpClient() : m_thread(std::make_unique<Thread>()) {}

HttpClient::~HttpClient()
{
    const std::lock_guard lock(m_thread->mutex);
    for (const auto &shared : std::as_const(m_thread->calls)) shared->close();
}

HttpClient::CallId HttpClient::send(const HttpRequest &request, Executor &executor, Handlers handlers)
{
    Thread *thread = m_thread.get();
    const CallId call = thread->next++;
    auto shared = std::make_shared<Shared>();
    shared->executor = &executor;
    // A call can be cancelled until its answer was handed over, not only until it came.
    handlers.done = [thread, call, done = std::move(handlers.done)](const Result<HttpResponse> &response) {
        {
            const std::lock_guard lock(thread->mutex);
            thread->calls.remove(call);
        }
        done(response);
    };
    shared->handlers = std::move(handlers);
    {
        const std::lock_guard lock(thread->mutex);
        thread->calls.insert(call, shared);
    }
    QMetaObject::invokeMethod(&thread->network, [thread, call, request, shared] {
        if (!shared->live.load(std::memory_order_acquire)) return;
        auto *exchange = new Exchange(thread->network, request, shared);
        exchange->gone = [thread, call] { thread->open.remove(call); };
        thread->open.insert(call, exchange);
    });
    return call;
}

void HttpClient::cancel(CallId call)
{
    {
        const std::lock_guard lock(m_thread->mutex);
        const auto shared = m_thread->calls.take(call);
        if (!shared) return;
        shared->close();
    }
    Thread *thread = m_thread.get();
    QMetaObject::invokeMethod(&thread->network, [thread, call] { delete thread->open.take(call); });
}

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (name == lowerCaseName) return value;
    return {};
}

std::optional<Error> errorOfStatus(const HttpResponse &response, const QUrl &url)
{
    const QString address = shownAddress(url);
    const QString detail = QString::fromUtf8(response.body.left(500));
    if (response.status >= 200 && response.status < 300) return std::nullopt;
    if (response.status == 401 || response.status == 403) return Error(Error::Code::Unauthorized, {address}, detail);
    if (response.status == 429)
        return Error(Error::Code::RateLimited, {address, QString::fromLatin1(response.header("retry-after"))}, detail);
    return Error(Error::Code::ServerFailed, {address, QString::number(response.status)}, detail);
}

QString shownAddress(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

} // namespace vox
