#pragma once
#include "app/api/http/request_head.h"
#include "app/api/metrics.h"
#include "app/api/rate_limits.h"
#include "app/api/router.h"
#include "app/identity/authenticator.h"
#include "app/identity/secret_watch.h"
#include <chrono>
#include <memory>

namespace vox {

// One request and its answer on their way through the server. Passed from the connection to a worker and back; never on
// two threads at once.
struct Exchange {
    RequestHead head;
    QString address;                 // of the client
    QString requestId;
    QString language;
    const Route *route = nullptr;
    QMap<QString, QString> parameters;
    Caller caller;
    bool admitted = false;           // by admitAtOnce() or admit()
    std::unique_ptr<ApiRequest> request; // between foresee() and run()
    QByteArray body;
    ApiAnswer answer;
    QString technical;               // of a failure: for the log only
    std::chrono::steady_clock::time_point began;
    qint64 received = 0, sent = 0;   // bytes of bodies

    QByteArrayView path() const;     // of the target, without the query
};

struct DispatcherOptions {
    RateLimits::Rate perCredential{500, 1000};
    RateLimits::Rate perStranger{20, 100}; // by address: no token, or one that opens nothing
    std::function<bool()> diskIsFull = {}; // nothing is taken in then; any thread
    SecretWatch *watch = nullptr;          // looks for secrets in what is sent; outlives the dispatcher
};

// What happens to a request between the socket and its handler: route, limits, who asks, permission, idempotency, audit,
// and how the answer is dressed. Owned by the server; begin() and finish() on any thread, the rest on a worker with its
// store.
class Dispatcher {
public:
    using Clock = std::function<UtcMs()>;
    using Log = std::function<void(const QJsonObject &line)>;

    Dispatcher(Routes routes, Authenticator &authenticator, Clock clock, Log log, const DispatcherOptions &options);

    // False: the answer is ready, nothing more is to be read.
    bool begin(Exchange &exchange);
    // Who asks, and whether he may, when that is known without asking the database. False says nothing: admit() decides.
    bool admitAtOnce(Exchange &exchange);
    // Who asks, and whether he may. False: as above.
    bool admit(Exchange &exchange, ServerStore *store);
    // What run() of an admitted exchange will ask the store first.
    void foresee(Exchange &exchange, ServerStore &store);
    // The handler, with the whole body.
    void run(Exchange &exchange, ServerStore *store);
    // An answer that is a refusal, from anywhere on the way.
    void refuse(Exchange &exchange, const Error &error, int status = 0);
    // Counts and logs what was answered.
    void finish(const Exchange &exchange);

    const Router &router() const { return m_router; }
    Metrics &metrics() { return m_metrics; }

private:
    Result<ApiAnswer> handled(ApiRequest &request, const Exchange &exchange, ServerStore &store);
    std::optional<Error> barred(const Exchange &exchange) const;
    // `secrets`: the stamp of what inspect() looked for, when it did not ask the database for it.
    Result<ApiAnswer> once(ApiRequest &request, const Exchange &exchange, ServerStore &store, const std::optional<QByteArray> &secrets);
    // SecretShown when the value of a secret stands in the body; the audit tells of it.
    Result<void> inspect(const ApiRequest &request, const Exchange &exchange, ServerStore &store);
    std::unique_ptr<ApiRequest> requestOf(Exchange &exchange, ServerStore &store) const;
    // SecretStore::expect() found another list than the one that was looked for.
    static bool isSecretsMoved(const Error &error);
    bool isInspected(const ApiRequest &request, const Exchange &exchange) const;
    Result<void> record(const ApiRequest &request, const Exchange &exchange, ServerStore &store);
    void recordRefusal(const Exchange &exchange, ServerStore &store);
    void dress(Exchange &exchange);

    const Router m_router;
    Metrics m_metrics;
    Authenticator &m_authenticator;
    const Clock m_clock;
    const Log m_log;
    SecretWatch *const m_watch;
    RateLimits m_credentials, m_strangers, m_refusals;
    const std::function<bool()> m_diskIsFull;
};

} // namespace vox
