#include <utility>

#include "app/api/api_server.h"
#include "app/api/http/http_connection.h"
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <thread>

namespace vox {

namespace net = boost::asio;
using namespace Qt::StringLiterals;
using Failed = boost::system::error_code;
using tcp = net::ip::tcp;

struct ApiServer::Private {
    ListenOptions options;
    ServerCore core;
    std::unique_ptr<TlsContext> tls;
    net::io_context context;
    net::executor_work_guard<net::io_context::executor_type> work{context.get_executor()};
    tcp::acceptor acceptor{context};
    net::steady_timer pause{context}, look{context};
    std::vector<std::thread> threads;
    int port = 0;

    Private(const ListenOptions &options, Dispatcher &dispatcher, WorkerPool &workers)
        : options(options), core{dispatcher, workers, nullptr, options.times, options.proxies, {}}, context(options.threads)
    {
    }

    Result<void> listen();
    Result<void> secure();
    void renew();
    void lookLater();
    void accept();
    void accepted(tcp::socket socket);
    bool isFull(const std::string &address);
};

Result<void> ApiServer::Private::secure()
{
    if (options.certificateFile.isEmpty()) return {};
    auto opened = TlsContext::open(options.certificateFile, options.keyFile);
    if (!opened) return opened.error();
    tls = *std::move(opened);
    core.tls = tls.get();
    return {};
}

void ApiServer::Private::renew()
{
    const auto renewed = tls->renew();
    if (!options.log || (renewed && !*renewed)) return;
    if (renewed) return options.log({{u"what"_s, u"certificate"_s}, {u"file"_s, options.certificateFile}});
    options.log({{u"what"_s, u"certificate"_s}, {u"error"_s, renewed.error().codeName()}, {u"file"_s, renewed.error().args.value(0)}, {u"detail"_s, renewed.error().detail}});
}

void ApiServer::Private::lookLater()
{
    look.expires_after(options.lookAtCertificate);
    look.async_wait([this](const Failed &stopped) {
        if (stopped || core.stops) return;
        renew();
        lookLater();
    });
}

Result<void> ApiServer::Private::listen()
{
    Failed failed;
    const QString wanted = u"%1:%2"_s.arg(options.host).arg(options.port);
    tcp::resolver resolver(context);
    const auto found = resolver.resolve(options.host.toStdString(), std::to_string(options.port), tcp::resolver::passive, failed);
    if (failed || found.empty()) return Error(Error::Code::Unreachable, {wanted}, QString::fromStdString(failed.message()));
    const tcp::endpoint endpoint = found.begin()->endpoint();
    acceptor.open(endpoint.protocol(), failed);
    if (!failed) acceptor.set_option(net::socket_base::reuse_address(true), failed);
    if (!failed) acceptor.bind(endpoint, failed);
    if (!failed) acceptor.listen(net::socket_base::max_listen_connections, failed);
    if (failed) return Error(Error::Code::AddressTaken, {wanted}, QString::fromStdString(failed.message()));
    port = acceptor.local_endpoint(failed).port();
    return {};
}

bool ApiServer::Private::isFull(const std::string &address)
{
    if (core.connections >= options.mostConnections) return true;
    if (core.proxies.has(address)) return false;
    const std::lock_guard lock(core.mutex);
    const auto it = core.byAddress.find(Proxies::neighbourhood(address));
    return it != core.byAddress.end() && it->second >= options.mostPerAddress;
}

void ApiServer::Private::accept()
{
    acceptor.async_accept(net::make_strand(context), [this](const Failed &failed, tcp::socket socket) {
        if (failed == net::error::operation_aborted || core.stops) return;
        if (!failed) {
            accepted(std::move(socket));
            return accept();
        }
        // No more file descriptors: asking again at once would only burn the processor.
        pause.expires_after(std::chrono::milliseconds(100));
        pause.async_wait([this](const Failed &stopped) {
            if (!stopped) accept();
        });
    });
}

void ApiServer::Private::accepted(tcp::socket socket)
{
    Failed failed;
    const auto peer = socket.remote_endpoint(failed);
    if (failed) return;
    const std::string address = Proxies::plain(peer.address().to_string());
    if (isFull(address)) {
        static constexpr std::string_view kFull = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        socket.non_blocking(true, failed);
        if (!core.tls) socket.write_some(net::buffer(kFull.data(), kFull.size()), failed);
        return;
    }
    socket.set_option(tcp::no_delay(true), failed);
    std::make_shared<HttpConnection>(AnyStream(std::move(socket)), address, core)->start();
}

Result<std::unique_ptr<ApiServer>> ApiServer::start(const ListenOptions &options, Dispatcher &dispatcher, WorkerPool &workers, Upgrade upgrade,
                                                    const std::function<void(ServerCore &)> &ready)
{
    auto d = std::make_unique<Private>(options, dispatcher, workers);
    d->core.upgrade = std::move(upgrade);
    if (ready) ready(d->core);
    if (auto secured = d->secure(); !secured) return secured.error();
    if (auto listens = d->listen(); !listens) return listens.error();
    d->accept();
    if (d->tls) d->lookLater();
    Private *const shared = d.get();
    for (int i = 0; i < std::max(1, options.threads); ++i) d->threads.emplace_back([shared] { shared->context.run(); });
    return std::unique_ptr<ApiServer>(new ApiServer(std::move(d)));
}

ApiServer::ApiServer(std::unique_ptr<Private> d) : d(std::move(d)) {}

ApiServer::~ApiServer() { stop(std::chrono::milliseconds(0)); }

int ApiServer::port() const { return d->port; }

QString ApiServer::address() const
{
    const QString host = d->options.host.contains(u':') ? u'[' + d->options.host + u']' : d->options.host;
    return u"%1://%2:%3"_s.arg(d->tls ? u"https"_s : u"http"_s, host).arg(d->port);
}

void ApiServer::renewCertificate()
{
    if (d->tls) net::post(d->context, [this] { d->renew(); });
}

int ApiServer::connections() const { return d->core.connections; }

void ApiServer::endSessions()
{
    std::vector<std::shared_ptr<Session>> sessions;
    {
        const std::lock_guard lock(d->core.mutex);
        for (const auto &[key, session] : d->core.sessions)
            if (auto alive = session.lock()) sessions.push_back(std::move(alive));
    }
    for (const auto &session : sessions) session->stop();
}

void ApiServer::stop(std::chrono::milliseconds patience)
{
    if (d->threads.empty()) return;
    d->core.emptied = [this] { net::post(d->context, [this] { d->pause.cancel(); }); };
    d->core.stops = true;
    net::post(d->context, [this, patience] {
        Failed ignored;
        d->acceptor.close(ignored);
        d->look.cancel();
        d->pause.expires_after(patience);
        d->pause.async_wait([this](const Failed &cancelled) {
            if (!cancelled) d->context.stop();
        });
        if (d->core.connections == 0) d->pause.cancel();
    });
    endSessions();
    // run() returns when nothing is left to do: every connection has ended, and nobody waits for them to.
    d->work.reset();
    for (std::thread &thread : d->threads) thread.join();
    d->threads.clear();
    std::unique_lock lock(d->core.mutex);
    d->core.allBack.wait(lock, [this] { return d->core.errands == 0; });
    d->core.emptied = {};
}

} // namespace vox
