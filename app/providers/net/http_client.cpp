#include "app/providers/net/http_client.h"
#include "app/providers/net/http_exchange.h"
#include <QHash>
#include <QThread>

namespace vox {

using namespace Qt::StringLiterals;

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
    QHash<CallId, std::shared_ptr<HttpCall>> calls;
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
    auto shared = std::make_shared<HttpCall>();
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
        auto *exchange = new HttpExchange(thread->network, request, shared);
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
