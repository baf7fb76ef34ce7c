#include "tests/support/loopback/loopback_server.h"
#include <utility> // boost/asio/awaitable.hpp forgets it
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <algorithm>
#include <cctype>
#include <mutex>
#include <set>
#include <thread>

namespace vox::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Socket = asio::ip::tcp::socket;

namespace {

class SocketConnection final : public LoopbackServer::Connection {
public:
    explicit SocketConnection(Socket &socket) : m_socket(socket) {}

    bool send(std::string_view bytes) override
    {
        boost::system::error_code error;
        asio::write(m_socket, asio::buffer(bytes.data(), bytes.size()), error);
        return !error;
    }

    void waitForPeer() override
    {
        boost::system::error_code error;
        char byte = 0;
        while (!error) m_socket.read_some(asio::buffer(&byte, 1), error);
    }

private:
    Socket &m_socket;
};

} // namespace

bool LoopbackServer::Connection::respond(int status, std::string_view contentType, std::string_view body, std::string_view moreHeaders)
{
    std::string answer = "HTTP/1.1 " + std::to_string(status) + " x\r\nConnection: close\r\nContent-Type: ";
    answer.append(contentType).append("\r\nContent-Length: ").append(std::to_string(body.size())).append("\r\n");
    answer.append(moreHeaders).append("\r\n").append(body);
    return send(answer);
}

bool LoopbackServer::Connection::beginStream(std::string_view contentType)
{
    return send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + std::string(contentType) + "\r\n\r\n");
}

bool LoopbackServer::Connection::event(std::string_view data) { return send("data: " + std::string(data) + "\n\n"); }

struct LoopbackServer::Private {
    explicit Private(Handler h) : handler(std::move(h)), acceptor(io, {asio::ip::address_v4::loopback(), 0}) {}

    void accept()
    {
        for (;;) {
            auto socket = std::make_shared<Socket>(io);
            boost::system::error_code error;
            acceptor.accept(*socket, error);
            const std::lock_guard lock(mutex);
            if (ending || error) return;
            open.insert(socket);
            threads.emplace_back([this, socket] { serve(*socket); });
        }
    }

    void serve(Socket &socket)
    {
        boost::beast::flat_buffer buffer;
        http::request<http::string_body> parsed;
        boost::system::error_code error;
        http::read(socket, buffer, parsed, error);
        if (!error) {
            Request request{std::string(parsed.method_string()), std::string(parsed.target()), parsed.body(), {}};
            for (const auto &field : parsed) {
                std::string name(field.name_string());
                std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
                request.headers[name] = std::string(field.value());
            }
            {
                const std::lock_guard lock(mutex);
                seen.push_back(request);
            }
            SocketConnection connection(socket);
            handler(request, connection);
        }
        const std::lock_guard lock(mutex);
        socket.shutdown(Socket::shutdown_both, error);
        socket.close(error);
    }

    Handler handler;
    asio::io_context io;
    asio::ip::tcp::acceptor acceptor;
    mutable std::mutex mutex;
    bool ending = false;
    std::set<std::shared_ptr<Socket>> open;
    std::vector<Request> seen;
    std::vector<std::thread> threads;
    std::thread accepting;
};

LoopbackServer::LoopbackServer(Handler handler) : d(std::make_unique<Private>(std::move(handler)))
{
    d->accepting = std::thread([this] { d->accept(); });
}

LoopbackServer::~LoopbackServer()
{
    boost::system::error_code error;
    {
        const std::lock_guard lock(d->mutex);
        d->ending = true;
        for (const auto &socket : d->open)
            if (socket->is_open()) socket->shutdown(Socket::shutdown_both, error);
    }
    // A blocking accept ends only by a connection.
    Socket last(d->io);
    last.connect({asio::ip::address_v4::loopback(), d->acceptor.local_endpoint().port()}, error);
    d->accepting.join();
    for (auto &thread : d->threads) thread.join();
}

int LoopbackServer::port() const { return d->acceptor.local_endpoint().port(); }

std::string LoopbackServer::address() const { return "http://127.0.0.1:" + std::to_string(port()); }

std::vector<LoopbackServer::Request> LoopbackServer::requests() const
{
    const std::lock_guard lock(d->mutex);
    return d->seen;
}

} // namespace vox::test
