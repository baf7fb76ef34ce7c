#pragma once
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <chrono>
#include <memory>
#include <optional>

namespace vox {

// A connection with or without TLS as one type, so that everything above is written and compiled once. Belongs to one
// connection; used on its strand.
class AnyStream {
public:
    using executor_type = boost::beast::tcp_stream::executor_type;
    using Tls = boost::asio::ssl::stream<boost::beast::tcp_stream &>;

    explicit AnyStream(boost::asio::ip::tcp::socket &&socket) : m_tcp(std::make_unique<boost::beast::tcp_stream>(std::move(socket))) {}

    void secure(std::shared_ptr<boost::asio::ssl::context> context)
    {
        m_tls = std::make_unique<Tls>(*m_tcp, *context);
        m_context = std::move(context);
    }
    // After a handshake that failed: what follows is plain.
    void unsecure() { m_tls.reset(); }
    Tls *tls() { return m_tls.get(); }
    boost::beast::tcp_stream &tcp() { return *m_tcp; }
    executor_type get_executor() { return m_tcp->get_executor(); }

    // What is under way fails with a timeout when it takes longer.
    void expiresAfter(std::chrono::milliseconds time) { m_tcp->expires_after(time); }
    void expiresAt(std::chrono::steady_clock::time_point time) { m_tcp->expires_at(time); }
    void expiresNever() { m_tcp->expires_never(); }

    template <typename Buffers, typename Token> auto async_read_some(const Buffers &buffers, Token &&token)
    {
        if (m_tls) return m_tls->async_read_some(buffers, std::forward<Token>(token));
        return m_tcp->async_read_some(buffers, std::forward<Token>(token));
    }
    template <typename Buffers, typename Token> auto async_write_some(const Buffers &buffers, Token &&token)
    {
        if (m_tls) return m_tls->async_write_some(buffers, std::forward<Token>(token));
        return m_tcp->async_write_some(buffers, std::forward<Token>(token));
    }

private:
    std::unique_ptr<boost::beast::tcp_stream> m_tcp;
    std::shared_ptr<boost::asio::ssl::context> m_context; // outlives a newer certificate's arrival
    std::unique_ptr<Tls> m_tls;
};

// What a WebSocket does when its time is over, and how it ends: Beast finds these by the argument's namespace.
inline void beast_close_socket(AnyStream &stream)
{
    boost::beast::error_code ignored;
    stream.tcp().socket().shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
    stream.tcp().socket().close(ignored);
}
inline void teardown(boost::beast::role_type, AnyStream &stream, boost::beast::error_code &failed)
{
    beast_close_socket(stream);
    failed = {};
}
// At once: waiting for the other side to close would let it hold the connection for as long as it likes.
template <typename Handler> void async_teardown(boost::beast::role_type, AnyStream &stream, Handler &&handler)
{
    beast_close_socket(stream);
    boost::asio::post(stream.get_executor(), boost::beast::bind_front_handler(std::forward<Handler>(handler), boost::beast::error_code()));
}

} // namespace vox
