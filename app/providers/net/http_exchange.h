#pragma once
#include "app/providers/net/egress_rules.h"
#include "app/providers/net/http_client.h"
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <atomic>
#include <mutex>

namespace vox {

// What the executor's side and the network's side share of one call. Once closed it is silent at once, and the executor,
// which may die then, is not touched again.
struct HttpCall {
    std::mutex door; // guards executor
    Executor *executor = nullptr;
    std::atomic_bool live{true};
    HttpClient::Handlers handlers;

    template <typename F> void deliver(const std::shared_ptr<HttpCall> &self, F call)
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

// One request on the network thread, through its redirects. With egress rules each hop's name is looked up here, its
// addresses are judged, and the connection goes to the judged one. Deletes itself at the end.
class HttpExchange final : public QObject {
public:
    HttpExchange(QNetworkAccessManager &network, const HttpRequest &request, std::shared_ptr<HttpCall> call);

    std::function<void()> gone;

private:
    void hop();
    void resolve();
    void connectTo(const std::optional<QHostAddress> &address);
    bool redirects() const;
    void follow();
    void begin();
    void read();
    void finish();
    void fail(const Error &error) { end(error); }
    void end(const Result<HttpResponse> &result);

    QNetworkAccessManager &m_network;
    HttpRequest m_request; // of the current hop
    std::shared_ptr<HttpCall> m_call;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    HttpResponse m_response;
    qint64 m_received = 0;
    int m_hops = 0;
    bool m_began = false;
    bool m_over = false;
};

} // namespace vox
