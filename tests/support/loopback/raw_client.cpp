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
    bool connected = false, ended = false;
    std::string closeReason;

    // Asynchronous underneath, so that a silent server ends in a timeout.
    template <typename Start> Failed finish(Start start)
    {
        Failed result = net::error::timed_out;
        stream.expires_after(std::chrono::seconds(10));
        start([&result](const Failed &failed, std::size_t) { result = failed; });
        context.restart();
        context.run();
        ended = ended || (result && result != boost::beast::error::timeout);
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

std::optional<std::string> RawClient::readMessage()
{
    const auto have = [this](std::size_t bytes) {
        while (d->buffer.size() < bytes) {
            std::size_t got = 0;
            const Failed failed = d->finish([&](auto done) {
                d->stream.async_read_some(d->buffer.prepare(4096), [&got, done](const Failed &f, std::size_t n) {
                    got = n;
                    done(f, n);
                });
            });
            d->buffer.commit(got);
            if (failed) return false;
        }
        return true;
    };
    const auto byte = [this](std::size_t at) { return std::size_t(static_cast<const unsigned char *>(d->buffer.data().data())[at]); };
    for (;;) {
        if (!have(2)) return std::nullopt;
        const std::size_t kind = byte(0) & 0x0F;
        std::size_t size = byte(1) & 0x7F, head = 2;
        if (size == 126) {
            if (!have(4)) return std::nullopt;
            size = byte(2) << 8 | byte(3);
            head = 4;
        }
        if (size == 127 || !have(head + size)) return std::nullopt; // nothing that long is ever sent
        const std::string payload(static_cast<const char *>(d->buffer.data().data()) + head, size);
        d->buffer.consume(head + size);
        if (kind == 1) return payload;
        if (kind == 8) {
            d->closeReason = payload.size() > 2 ? payload.substr(2) : std::string();
            return std::nullopt;
        }
        if (kind == 9 && !send({"\x8A\x80\0\0\0\0", 6})) return std::nullopt;
    }
}

std::string RawClient::closeReason() const { return d->closeReason; }

bool RawClient::sendMessage(std::string_view text)
{
    std::string frame = "\x81";
    if (text.size() < 126) frame += char(0x80 | text.size());
    else frame += {char(0xFE), char(text.size() >> 8), char(text.size() & 0xFF)};
    frame += std::string(4, '\0'); // a mask of zeros
    return send(frame + std::string(text));
}

std::string RawClient::unread() const { return {static_cast<const char *>(d->buffer.data().data()), d->buffer.size()}; }

bool RawClient::isClosed()
{
    if (d->ended) return true; // an end is told once
    const Failed failed = d->finish([&](auto done) { d->stream.async_read_some(d->buffer.prepare(1), done); });
    return failed && failed != boost::beast::error::timeout;
}

void RawClient::finishSending()
{
    Failed ignored;
    d->stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
}

} // namespace vox::test
