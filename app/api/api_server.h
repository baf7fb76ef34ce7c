#pragma once
#include "app/api/dispatcher.h"
#include "app/api/http/server_core.h"
#include "app/api/worker_pool.h"
#include "models/base/result.h"
#include <memory>

namespace vox {

struct ListenOptions {
    QString host = QStringLiteral("127.0.0.1");
    int port = 0;                    // 0: any
    QString certificateFile;         // PEM, with the chain; empty: plain HTTP
    QString keyFile;                 // PEM
    Proxies proxies;                 // whose X-Forwarded-For is believed
    int threads = 1;                 // for the network
    int mostConnections = 1024;
    int mostPerAddress = 256;        // not counted for proxies
    ServerTimes times;
    std::chrono::milliseconds lookAtCertificate{10'000}; // how often, for a renewed one
    std::function<void(const QJsonObject &line)> log = {};
};

// The door of the server: HTTP/1.1 on one address. Owned by the program; made, stopped and destroyed on one thread. Hands
// requests to the dispatcher and the workers, who outlive it.
class ApiServer {
public:
    // AddressTaken {address} with the system's words, Unreachable for a host that is none, FileUnreadable for a certificate.
    // `upgrade` takes over connections that become WebSockets; `ready` sees the core before the first connection can.
    using Upgrade = std::function<void(AnyStream stream, Exchange exchange)>;
    static Result<std::unique_ptr<ApiServer>> start(const ListenOptions &options, Dispatcher &dispatcher, WorkerPool &workers,
                                                    Upgrade upgrade = {}, const std::function<void(ServerCore &)> &ready = {});
    ~ApiServer();

    int port() const;
    QString address() const; // "https://127.0.0.1:8443"
    int connections() const;
    // Takes a renewed certificate at once instead of at the next look. Any thread.
    void renewCertificate();

    // Nothing new is accepted; what is under way may end within `patience`. Blocks until then.
    void stop(std::chrono::milliseconds patience);

private:
    void endSessions();
    struct Private;
    explicit ApiServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vox
