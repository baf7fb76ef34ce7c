#pragma once
#include "app/realtime/executor.h"
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <QUrl>
#include <functional>
#include <memory>

namespace vox {

struct EgressRules; // egress_rules.h

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;                                    // http or https
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int totalTimeoutMs = 20000;                  // from send() to the last byte
    int idleTimeoutMs = 20000;                   // without a byte
    qint64 maxBytes = 4 << 20;                   // of the response body
    std::shared_ptr<const EgressRules> egress;   // judges each hop; none: the address is an operator's own
    bool streaming = false;                      // body pieces are handed over as they come, not gathered
};

struct HttpResponse {
    int status = 0;
    QByteArray body;                             // empty when streaming
    QList<QPair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray header(const QByteArray &lowerCaseName) const;
};

// Sends HTTP requests from any thread; everything comes back on the executor given. Owns one network thread; at most
// three redirects are followed, never from https to http; another host gets none of the headers. Destroying it cancels what is open.
class HttpClient {
public:
    using CallId = quint64;
    struct Handlers {
        std::function<void(int status)> began;                         // may be empty; once, before the body
        std::function<void(const QByteArray &piece)> piece;            // streaming only
        std::function<void(const Result<HttpResponse> &)> done;        // once, unless cancelled
    };

    HttpClient();
    ~HttpClient();

    // Errors: Unreachable, Refused, AddressForbidden, TimedOut, TooLarge, Cancelled never. An HTTP status is no error here.
    CallId send(const HttpRequest &request, Executor &executor, Handlers handlers);
    // After it returns, none of the call's handlers runs any more if called on the executor's thread.
    void cancel(CallId call);

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

// The Error for an HTTP status of a provider: Unauthorized, RateLimited (with Retry-After), ServerFailed, or nullopt
// for success.
std::optional<Error> errorOfStatus(const HttpResponse &response, const QUrl &url);
// host[:port] without path, query and credentials: what a message may show.
QString shownAddress(const QUrl &url);

} // namespace vox
