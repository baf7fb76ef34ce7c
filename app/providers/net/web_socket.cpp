#include "app/providers/net/web_socket.h"
#include "app/providers/net/shared_call.h"
#include <utility> // boost/asio/awaitable.hpp forgets it
#include <QHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>
#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace vox {

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;
using Code = boost::system::error_code;

namespace {

using Shared = SharedCall<WebSockets::Handlers>;

// One socket on the network thread, over TCP or TLS alike.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(WebSockets::Request request, std::shared_ptr<Shared> shared, std::function<void()> gone)
        : m_request(std::move(request)), m_shared(std::move(shared)), m_gone(std::move(gone))
    {
    }
    virtual ~Connection() = default;
    virtual void open(asio::io_context &io) = 0;
    virtual void abort() = 0; // at once, without a word
    virtual void bye() = 0;

    void send(QByteArray text)
    {
        m_queuedBytes += text.size();
        if (m_queuedBytes > m_request.longestQueue)
            return over(Error(Error::Code::TooLarge, {address(), QString::number(m_request.longestQueue)}));
        m_queue.push_back(std::move(text));
        if (m_opened && m_queue.size() == 1) write();
    }

protected:
    virtual void write() = 0;
    QString address() const { return shownAddress(m_request.url); }

    Error errorOf(const Code &code, int timeoutMs) const
    {
        if (code == beast::error::timeout || code == asio::error::timed_out)
            return Error(Error::Code::TimedOut, {address(), QString::number(timeoutMs)});
        if (code == asio::error::connection_refused) return Error(Error::Code::Refused, {address()});
        if (code == websocket::error::message_too_big || code == websocket::error::buffer_overflow)
            return Error(Error::Code::TooLarge, {address(), QString::number(m_request.longestMessage)});
        return Error(Error::Code::Unreachable, {address()}, QString::fromStdString(code.message()));
    }

    void over(const std::optional<Error> &error)
    {
        if (std::exchange(m_over, true)) return;
        m_shared->deliver(m_shared, [error](const WebSockets::Handlers &h) { if (h.closed) h.closed(error); });
        abort();
        m_gone();
    }

    const WebSockets::Request m_request;
    const std::shared_ptr<Shared> m_shared;
    const std::function<void()> m_gone;
    std::deque<QByteArray> m_queue; // the first is being written
    qsizetype m_queuedBytes = 0;
    bool m_opened = false, m_over = false;
};

template <typename Stream> class StreamConnection final : public Connection {
public:
    template <typename... Args>
    StreamConnection(asio::io_context &io, WebSockets::Request request, std::shared_ptr<Shared> shared, std::function<void()> gone, Args &...args)
        : Connection(std::move(request), std::move(shared), std::move(gone)), m_resolver(io), m_socket(io, args...)
    {
        m_host = m_request.url.host(QUrl::FullyEncoded).toStdString();
    }

    void open(asio::io_context &) override
    {
        const bool secure = m_request.url.scheme() == "wss"_L1;
        const std::string port = std::to_string(m_request.url.port(secure ? 443 : 80));
        m_deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(m_request.openTimeoutMs);
        tcp().expires_at(m_deadline);
        m_resolver.async_resolve(m_host, port, [self = self()](const Code &error, const Tcp::resolver::results_type &found) {
            if (self->failed(error)) return;
            self->tcp().async_connect(found, [self](const Code &error, const Tcp::endpoint &) {
                if (self->failed(error)) return;
                Code ignored;
                self->tcp().socket().set_option(Tcp::no_delay(true), ignored);
                self->secure();
            });
        });
    }

    void abort() override
    {
        m_resolver.cancel();
        Code ignored;
        tcp().socket().close(ignored);
    }

    void bye() override
    {
        m_over = true;
        if (!m_opened) return abort();
        m_socket.async_close(websocket::close_code::normal, [self = self()](const Code &) { self->abort(); });
    }

private:
    std::shared_ptr<StreamConnection> self() { return std::static_pointer_cast<StreamConnection>(shared_from_this()); }
    beast::tcp_stream &tcp() { return beast::get_lowest_layer(m_socket); }

    bool failed(const Code &error)
    {
        if (m_over) return true;
        if (!error) return false;
        over(errorOf(error, m_request.openTimeoutMs));
        return true;
    }

    void secure()
    {
        if constexpr (std::is_same_v<Stream, beast::ssl_stream<beast::tcp_stream>>) {
            auto &tls = m_socket.next_layer();
            SSL_set_tlsext_host_name(tls.native_handle(), m_host.c_str());
            tls.set_verify_callback(asio::ssl::host_name_verification(m_host));
            tls.async_handshake(asio::ssl::stream_base::client, [self = self()](const Code &error) {
                if (!self->failed(error)) self->shake();
            });
        } else {
            shake();
        }
    }

    void shake()
    {
        tcp().expires_never(); // the WebSocket's own timeouts take over
        useTimeouts(std::max<Duration>(m_deadline - std::chrono::steady_clock::now(), std::chrono::milliseconds(1)));
        m_socket.read_message_max(size_t(m_request.longestMessage));
        m_socket.set_option(websocket::stream_base::decorator([headers = m_request.headers](websocket::request_type &request) {
            for (const auto &[name, value] : headers) request.set(name.toStdString(), value.toStdString());
        }));
        QString target = m_request.url.path(QUrl::FullyEncoded);
        if (target.isEmpty()) target = u"/"_s;
        if (m_request.url.hasQuery()) target += u'?' + m_request.url.query(QUrl::FullyEncoded);
        const int port = m_request.url.port();
        const std::string host = port < 0 ? m_host : m_host + ':' + std::to_string(port);
        m_socket.async_handshake(m_answer, host, target.toStdString(), [self = self()](const Code &error) { self->shaken(error); });
    }

    // `handshake` is also how long a good-bye may take.
    using Duration = std::chrono::steady_clock::duration;
    void useTimeouts(Duration handshake)
    {
        websocket::stream_base::timeout timeouts{};
        timeouts.handshake_timeout = handshake;
        timeouts.idle_timeout = std::chrono::milliseconds(m_request.silenceTimeoutMs);
        timeouts.keep_alive_pings = true;
        m_socket.set_option(timeouts);
    }

    void shaken(const Code &error)
    {
        if (m_over) return;
        if (error == websocket::error::upgrade_declined) {
            HttpResponse answer;
            answer.status = m_answer.result_int();
            answer.body = QByteArray::fromStdString(m_answer.body()).left(500);
            for (const auto &header : m_answer)
                answer.headers.append(qMakePair(QByteArray::fromStdString(std::string(header.name_string())).toLower(),
                                                QByteArray::fromStdString(std::string(header.value()))));
            return over(errorOfStatus(answer, m_request.url).value_or(Error(Error::Code::BadAnswer, {address(), u"WebSocket"_s})));
        }
        if (failed(error)) return;
        m_opened = true;
        useTimeouts(std::chrono::seconds(2));
        m_shared->deliver(m_shared, [](const WebSockets::Handlers &h) { if (h.opened) h.opened(); });
        if (!m_queue.empty()) write();
        read();
    }

    void read()
    {
        m_socket.async_read(m_buffer, [self = self()](const Code &error, std::size_t) {
            if (self->m_over) return;
            if (error == websocket::error::closed) return self->over(self->goodBye());
            if (error) return self->over(self->errorOf(error, self->m_request.silenceTimeoutMs));
            const QByteArray message = QByteArray::fromStdString(beast::buffers_to_string(self->m_buffer.data()));
            self->m_buffer.consume(self->m_buffer.size());
            self->m_shared->deliver(self->m_shared, [message](const WebSockets::Handlers &h) { if (h.message) h.message(message); });
            self->read();
        });
    }

    std::optional<Error> goodBye() const
    {
        const auto &reason = m_socket.reason();
        if (reason.code == websocket::close_code::normal || reason.code == websocket::close_code::going_away) return std::nullopt;
        return Error(Error::Code::Unreachable, {address()}, u"%1 %2"_s.arg(int(reason.code)).arg(QString::fromUtf8(reason.reason.data(), qsizetype(reason.reason.size()))));
    }

    void write() override
    {
        m_socket.text(true);
        const QByteArray &text = m_queue.front();
        m_socket.async_write(asio::buffer(text.constData(), size_t(text.size())), [self = self()](const Code &error, std::size_t) {
            if (self->m_over) return;
            if (error) return self->over(self->errorOf(error, self->m_request.silenceTimeoutMs));
            self->m_queuedBytes -= self->m_queue.front().size();
            self->m_queue.pop_front();
            if (!self->m_queue.empty()) self->write();
        });
    }

    Tcp::resolver m_resolver;
    websocket::stream<Stream> m_socket;
    beast::flat_buffer m_buffer;
    websocket::response_type m_answer;
    std::string m_host;
    std::chrono::steady_clock::time_point m_deadline;
};

// The system's certificates, which Qt finds on every platform and OpenSSL only on some.
void trustSystem(asio::ssl::context &tls)
{
    tls.set_verify_mode(asio::ssl::verify_peer);
    const auto roots = QSslConfiguration::systemCaCertificates();
    for (const QSslCertificate &root : roots) {
        const QByteArray pem = root.toPem();
        Code ignored; // one that OpenSSL cannot read does not count
        tls.add_certificate_authority(asio::buffer(pem.constData(), size_t(pem.size())), ignored);
    }
}

} // namespace

// Everything but `mutex`, `calls` and `next` belongs to the thread.
class WebSockets::Thread {
public:
    Thread() : work(asio::make_work_guard(io)), thread([this] { io.run(); }) {}
    ~Thread()
    {
        asio::post(io, [this] {
            for (const auto &connection : std::as_const(open)) connection->abort();
            open.clear();
            work.reset();
            io.stop();
        });
        thread.join();
    }

    // Reading the certificates takes tens of milliseconds: once, and only when a wss address is opened.
    asio::ssl::context &secure()
    {
        if (!tls) {
            tls.emplace(asio::ssl::context::tls_client);
            trustSystem(*tls);
        }
        return *tls;
    }

    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> work;
    std::optional<asio::ssl::context> tls;
    QHash<SocketId, std::shared_ptr<Connection>> open;
    std::mutex mutex; // guards calls
    QHash<SocketId, std::shared_ptr<Shared>> calls;
    std::atomic<SocketId> next{1};
    std::thread thread; // last: it uses the rest
};

WebSockets::WebSockets() : m_thread(std::make_unique<Thread>()) {}

WebSockets::~WebSockets()
{
    const std::lock_guard lock(m_thread->mutex);
    for (const auto &shared : std::as_const(m_thread->calls)) shared->close();
}

WebSockets::SocketId WebSockets::open(const Request &request, Executor &executor, Handlers handlers)
{
    Thread *thread = m_thread.get();
    const SocketId id = thread->next++;
    auto shared = std::make_shared<Shared>();
    shared->executor = &executor;
    handlers.closed = [thread, id, closed = std::move(handlers.closed)](const std::optional<Error> &error) {
        {
            const std::lock_guard lock(thread->mutex);
            thread->calls.remove(id);
        }
        if (closed) closed(error);
    };
    shared->handlers = std::move(handlers);
    {
        const std::lock_guard lock(thread->mutex);
        thread->calls.insert(id, shared);
    }
    asio::post(thread->io, [thread, id, request, shared] {
        if (!shared->live.load(std::memory_order_acquire)) return;
        const auto gone = [thread, id] { thread->open.remove(id); };
        std::shared_ptr<Connection> connection;
        if (request.url.scheme() == "wss"_L1)
            connection = std::make_shared<StreamConnection<beast::ssl_stream<beast::tcp_stream>>>(thread->io, request, shared, gone, thread->secure());
        else
            connection = std::make_shared<StreamConnection<beast::tcp_stream>>(thread->io, request, shared, gone);
        thread->open.insert(id, connection);
        connection->open(thread->io);
    });
    return id;
}

void WebSockets::send(SocketId socket, QByteArray text)
{
    Thread *thread = m_thread.get();
    asio::post(thread->io, [thread, socket, text = std::move(text)]() mutable {
        if (const auto connection = thread->open.value(socket)) connection->send(std::move(text));
    });
}

void WebSockets::close(SocketId socket)
{
    {
        const std::lock_guard lock(m_thread->mutex);
        const auto shared = m_thread->calls.take(socket);
        if (!shared) return;
        shared->close();
    }
    Thread *thread = m_thread.get();
    asio::post(thread->io, [thread, socket] {
        if (const auto connection = thread->open.take(socket)) connection->bye();
    });
}

} // namespace vox
