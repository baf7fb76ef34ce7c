#include "tests/support/loopback/web_socket_server.h"
#include <utility> // boost/asio/awaitable.hpp forgets it
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <algorithm>
#include <mutex>
#include <set>
#include <thread>

namespace vox::test {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using Code = boost::system::error_code;

namespace {

class SocketPeer final : public WebSocketServer::Peer {
public:
    SocketPeer(Tcp::socket &socket, WebSocketServer::Request request) : m_stream(socket), m_socket(socket), m_request(std::move(request)) {}

    bool accept(const http::request<http::string_body> &request)
    {
        Code error;
        m_stream.accept(request, error);
        return !error;
    }
    const WebSocketServer::Request &request() const override { return m_request; }
    std::optional<std::string> receive() override
    {
        beast::flat_buffer buffer;
        Code error;
        m_stream.read(buffer, error);
        if (error) return std::nullopt;
        return beast::buffers_to_string(buffer.data());
    }
    bool send(const std::string &text) override
    {
        Code error;
        m_stream.text(true);
        m_stream.write(asio::buffer(text), error);
        return !error;
    }
    void close(int code) override
    {
        Code error;
        m_stream.close(beast::websocket::close_reason(std::uint16_t(code)), error);
    }
    void drop() override
    {
        Code error;
        m_socket.close(error);
    }

private:
    beast::websocket::stream<Tcp::socket &> m_stream;
    Tcp::socket &m_socket;
    WebSocketServer::Request m_request;
};

} // namespace

struct WebSocketServer::Private {
    Private(std::function<void(Peer &)> h, std::function<Welcome(const Request &)> w)
        : handler(std::move(h)), welcome(std::move(w)), acceptor(io, {asio::ip::address_v4::loopback(), 0})
    {
        port = acceptor.local_endpoint().port();
        accepting = std::thread([this] { accept(); });
    }

    void accept()
    {
        for (;;) {
            auto socket = std::make_shared<Tcp::socket>(io);
            Code error;
            acceptor.accept(*socket, error);
            const std::lock_guard lock(mutex);
            if (error || ending) return;
            sockets.insert(socket);
            threads.emplace_back([this, socket] { serve(*socket); });
        }
    }

    void serve(Tcp::socket &socket)
    {
        beast::flat_buffer buffer;
        http::request<http::string_body> request;
        Code error;
        http::read(socket, buffer, request, error);
        if (error) return;
        Request seen{std::string(request.target()), {}};
        for (const auto &field : request) {
            std::string name(field.name_string());
            std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
            seen.headers[name] = std::string(field.value());
        }
        {
            const std::lock_guard lock(mutex);
            requests.push_back(seen);
        }
        const Welcome answer = welcome ? welcome(seen) : Welcome();
        if (answer.status != 101) {
            http::response<http::string_body> refused(http::status(answer.status), 11);
            for (const auto &[name, value] : answer.headers) refused.set(name, value);
            refused.prepare_payload();
            http::write(socket, refused, error);
        } else {
            SocketPeer peer(socket, seen);
            if (peer.accept(request)) handler(peer);
        }
        socket.shutdown(Tcp::socket::shutdown_both, error);
        socket.close(error);
    }

    std::function<void(Peer &)> handler;
    std::function<Welcome(const Request &)> welcome;
    asio::io_context io;
    Tcp::acceptor acceptor;
    unsigned short port = 0;
    mutable std::mutex mutex; // guards what follows
    std::vector<Request> requests;
    std::set<std::shared_ptr<Tcp::socket>> sockets;
    std::vector<std::thread> threads;
    bool ending = false;
    std::thread accepting;
};

WebSocketServer::WebSocketServer(std::function<void(Peer &)> handler, std::function<Welcome(const Request &)> welcome)
    : d(std::make_unique<Private>(std::move(handler), std::move(welcome)))
{
}

WebSocketServer::~WebSocketServer()
{
    std::vector<std::thread> threads;
    {
        const std::lock_guard lock(d->mutex);
        d->ending = true;
        for (const auto &socket : d->sockets)
            if (socket->is_open()) ::shutdown(socket->native_handle(), SHUT_RDWR);
        threads.swap(d->threads);
    }
    Code error;
    Tcp::socket wake(d->io); // accept() returns
    wake.connect({asio::ip::address_v4::loopback(), d->port}, error);
    d->accepting.join();
    for (auto &thread : threads) thread.join();
}

std::string WebSocketServer::address() const { return "ws://127.0.0.1:" + std::to_string(d->port); }

std::vector<WebSocketServer::Request> WebSocketServer::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->requests;
}

} // namespace vox::test
