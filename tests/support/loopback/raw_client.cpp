#include <utility>

#include "tests/support/loopback/raw_client.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <limits>

namespace vox::test {

namespace net = boost::asio;
namespace http = boost::beast::http;
using Failed = boost::system::error_code;

struct RawClient::Private {
    net::io_context context;
    boost::beast::tcp_stream stream{context};
    boost::beast::flat_buffer buffer;
    bool connected = false;

    // Asynchronous underneath, so that a silent server ends in a timeout.
    template <typename Start> Failed finish(Start start)
    {
        Failed result = net::error::timed_out;
        stream.expires_after(std::chrono::seconds(10));
        start([&result](const Failed &failed, std::size_t) { result = failed; });
        context.restart();
        context.run();
        return result;
    }
};

RawClient::RawClient(int port) : d(std::make_unique<Private>())
{
    Failed failed;
    d->stream.socket().connect({net::ip::address_v4::loopback(), static_cast<unsigned short>(port)}, failed);
    d->connected = !failed;
}

RawClient::~RawClient() = default;

bool RawClient::send(std::string_view bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        std::size_t now = 0;
        const Failed failed = d->finish([&](auto done) {
            d->stream.async_write_some(net::buffer(bytes.data() + sent, bytes.size() - sent), [&now, done](const Failed &f, std::size_t n) {
                now = n;
                done(f, n);
            });
        });
        if (failed) return false;
        sent += now;
    }
    return true;
}

std::optional<RawClient::Answer> RawClient::read(bool head)
{
    for (;;) {
        http::response_parser<http::string_body> parser;
        parser.body_limit(std::numeric_limits<std::uint64_t>::max());
        parser.skip(head);
        const Failed failed = d->finish([&](auto done) { http::async_read(d->stream, d->buffer, parser, done); });
        if (failed) return std::nullopt;
        if (parser.get().result_int() == 100) continue;
        Answer answer;
        answer.status = int(parser.get().result_int());
        for (const auto &field : parser.get()) {
            std::string name(field.name_string());
            for (char &c : name) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
            answer.headers[name] = std::string(field.value());
        }
        answer.body = parser.get().body();
        return answer;
    }
}

std::optional<RawClient::Answer> RawClient::ask(std::string_view verb, std::string_view target, std::string_view headers, std::string_view body)
{
    std::string text = std::string(verb) + ' ' + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(headers);
    if (!body.empty() || verb == "POST" || verb == "PATCH" || verb == "PUT") text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    text += "\r\n";
    text += body;
    if (!send(text)) return std::nullopt;
    return read(verb == "HEAD");
}

bool RawClient::isClosed()
{
    const Failed failed = d->finish([&](auto done) { d->stream.async_read_some(d->buffer.prepare(1), done); });
    return failed && failed != boost::beast::error::timeout;
}

void RawClient::finishSending()
{
    Failed ignored;
    d->stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
}

} // namespace vox::test
