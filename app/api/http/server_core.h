#pragma once
#include "app/api/dispatcher.h"
#include "app/api/http/any_stream.h"
#include "app/api/http/proxies.h"
#include "app/api/http/tls_context.h"
#include "app/api/worker_pool.h"
#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace vox {

struct ServerTimes {
    std::chrono::milliseconds head{10'000};    // from the first byte of a request to the last of its head
    std::chrono::milliseconds idle{60'000};    // between requests
    std::chrono::milliseconds body{20'000};    // without a byte of a body
    int slowestBytesPerSecond = 8 * 1024;      // of a body on the whole
    std::chrono::milliseconds write{30'000};   // without a byte taken
    std::chrono::milliseconds linger{2'000};   // reading on after a refusal, so that the client sees it
};

// Something that holds a connection: stopped when the server stops.
class Session {
public:
    virtual ~Session() = default;
    // From any thread. A request under way is finished; what only waits ends now.
    virtual void stop() = 0;
};

// What all connections of a server share. Owned by the server, outlives them; members are safe on any thread.
struct ServerCore {
    Dispatcher &dispatcher;
    WorkerPool &workers;
    TlsContext *tls = nullptr; // null: plain HTTP
    ServerTimes times;
    Proxies proxies;
    // Takes over a connection whose caller asked for a WebSocket and may have it.
    std::function<void(AnyStream stream, Exchange exchange)> upgrade;

    std::atomic<bool> stops = false;
    std::function<void()> emptied; // called when the last connection ends while the server stops
    std::atomic<int> connections = 0;
    // Bodies that are being received, all together.
    std::atomic<qint64> bodyBytes = 0;
    static constexpr qint64 mostBodyBytes = qint64(160) << 20;

    // Work of connections on worker threads. The network must not go before it has come back from there.
    // False when too much waits already.
    bool onWorker(WorkerPool::Job errand);
    int errands = 0; // under mutex
    std::condition_variable allBack;

    std::mutex mutex;
    std::map<const Session *, std::weak_ptr<Session>> sessions; // under mutex
    std::map<std::string, int> byAddress;                       // by neighbourhood; under mutex

    void enter(const std::shared_ptr<Session> &session);
    void leave(const Session *session);
};

// One of the places for connections; taken as long as it lives.
class Seat {
public:
    Seat(ServerCore &core, std::string address);
    ~Seat();
    Seat(const Seat &) = delete;
    Seat &operator=(const Seat &) = delete;
    const std::string &address() const { return m_address; }

private:
    ServerCore &m_core;
    const std::string m_address, m_neighbourhood;
};

} // namespace vox
