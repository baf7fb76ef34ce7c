#include <utility>

#include "app/api/http/http_connection.h"
#include "app/api/problem.h"
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <openssl/err.h>
#include <openssl/sslerr.h>

namespace vox {

namespace net = boost::asio;
using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

std::string_view textOf(const boost::beast::flat_buffer &buffer)
{
    return {static_cast<const char *>(buffer.data().data()), buffer.data().size()};
}

const char *reasonOf(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 409: return "Conflict";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

// A value that came from outside must not begin a header of its own.
QByteArray oneLine(QByteArray value)
{
    for (char &c : value)
        if (c == '\r' || c == '\n' || c == '\0') c = ' ';
    return value;
}

std::string headOf(const Exchange &exchange, bool keepAlive, bool secure)
{
    const ApiAnswer &answer = exchange.answer;
    const qint64 length = answer.stream ? answer.stream->length : answer.body.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) { head += name + ": " + oneLine(value) + "\r\n"; };
    if (answer.status != 204 && answer.status != 304) {
        add("Content-Length", QByteArray::number(length));
        if (length > 0) add("Content-Type", answer.contentType);
    }
    if (!exchange.requestId.isEmpty()) add("X-Request-Id", exchange.requestId.toLatin1());
    for (auto it = answer.headers.begin(); it != answer.headers.end(); ++it) add(it.key(), it.value());
    add("Cache-Control", "no-store");
    add("X-Content-Type-Options", "nosniff");
    add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    add("Referrer-Policy", "no-referrer");
    if (secure) add("Strict-Transport-Security", "max-age=31536000");
    add("Connection", keepAlive ? "keep-alive" : "close");
    head += "\r\n";
    return head.toStdString();
}

// A browser or a program that speaks HTTP where TLS is expected: OpenSSL recognises it.
bool spokePlainly(const boost::system::error_code &failed)
{
    return failed.category() == net::error::get_ssl_category() && ERR_GET_REASON(unsigned(failed.value())) == SSL_R_HTTP_REQUEST;
}

constexpr qsizetype kLargeBody = 4 << 20; // bytes

// Nobody is let in on the way: who must ask the database for that is not among the quick ones.
WorkerPool::Lane laneOf(const Exchange &exchange)
{
    if (!exchange.admitted) return WorkerPool::Lane::Other;
    const qsizetype weight = exchange.body.size() * (exchange.head.headers.contains("content-encoding") ? 8 : 1); // packed ones grow
    if (weight > kLargeBody) return WorkerPool::Lane::Large;
    const QByteArray &target = exchange.head.target;
    const bool searches = target.contains("text=") || target.contains("name="); // which may take seconds
    if (exchange.route->foresee && !searches) return WorkerPool::Lane::Quick;
    return exchange.route->oneStep ? WorkerPool::Lane::Change : WorkerPool::Lane::Other;
}

constexpr std::string_view kSpeakTls = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: 106\r\nConnection: close\r\n\r\n"
    "{\"type\":\"urn:voxdesk:request-broken\",\"title\":\"This port speaks HTTPS.\",\"args\":[],\"status\":400,\"detail\":\"\"}";

} // namespace

HttpConnection::HttpConnection(AnyStream stream, std::string address, ServerCore &core)
    : m_core(core), m_seat(core, std::move(address)), m_stream(std::move(stream)), m_strand(m_stream.get_executor())
{
}

HttpConnection::~HttpConnection()
{
    m_core.bodyBytes -= m_reserved;
    m_core.leave(this);
}

void HttpConnection::start()
{
    m_core.enter(shared_from_this());
    net::dispatch(m_strand, [self = shared_from_this()] {
        if (!self->m_core.tls) return self->readHead();
        self->m_stream.secure(self->m_core.tls->current());
        self->m_stream.expiresAfter(self->m_core.times.head);
        self->m_stream.tls()->async_handshake(net::ssl::stream_base::server, [self](const Failed &failed) {
            if (!failed) return self->readHead();
            if (!spokePlainly(failed)) return self->close();
            net::async_write(self->m_stream.tcp(), net::buffer(kSpeakTls.data(), kSpeakTls.size()), [self](const Failed &unheard, std::size_t) {
                self->m_stream.unsecure();
                unheard ? self->close() : self->finishSending();
            });
        });
    });
}

void HttpConnection::stop()
{
    net::post(m_strand, [self = shared_from_this()] {
        if (self->m_waiting) self->close();
    });
}

template <typename Then> void HttpConnection::read(Then then)
{
    const std::size_t room = std::min<std::size_t>(16 * 1024, m_buffer.max_size() - m_buffer.size());
    m_stream.async_read_some(m_buffer.prepare(room), [self = shared_from_this(), then](const Failed &failed, std::size_t got) {
        if (failed) return self->close();
        self->m_buffer.commit(got);
        then(*self);
    });
}

template <typename Work, typename Then> void HttpConnection::onWorker(Work work, Then then)
{
    WorkerPool::Job job;
    job.work = [self = shared_from_this(), work, then](ServerStore *store) {
        work(*self, store);
        net::post(self->m_strand, [self, then] { then(*self); });
    };
    job.lane = laneOf(m_exchange);
    if (job.lane == WorkerPool::Lane::Quick)
        job.foresee = [self = shared_from_this()](ServerStore &store) { self->m_core.dispatcher.foresee(self->m_exchange, store); };
    const bool taken = m_core.onWorker(std::move(job));
    if (taken) return;
    m_core.dispatcher.refuse(m_exchange, Error(Error::Code::Overloaded));
    answer();
}

void HttpConnection::readHead()
{
    m_reader.next();
    m_exchange = {};
    m_core.bodyBytes -= std::exchange(m_reserved, 0);
    m_waiting = m_buffer.size() == 0;
    if (m_core.stops) return close();
    if (m_waiting) {
        m_buffer.shrink_to_fit(); // an idle connection costs little
        m_stream.expiresAfter(m_core.times.idle);
        return read([](HttpConnection &c) {
            c.m_waiting = false;
            c.m_stream.expiresAfter(c.m_core.times.head);
            c.feedHead();
        });
    }
    m_stream.expiresAfter(m_core.times.head);
    feedHead();
}

void HttpConnection::feedHead()
{
    m_buffer.consume(m_reader.feed(textOf(m_buffer)));
    switch (m_reader.state()) {
    case RequestReader::State::Head: return read([](HttpConnection &c) { c.feedHead(); }); // the deadline stays
    case RequestReader::State::HeadDone: return headDone();
    default: return broken();
    }
}

void HttpConnection::headDone()
{
    m_exchange.head = m_reader.head();
    m_exchange.address = QString::fromStdString(m_core.proxies.clientOf(m_seat.address(), m_exchange.head.headers.value("x-forwarded-for")));
    m_keepAlive = m_exchange.head.keepAlive;
    m_stream.expiresNever(); // workers take their time; what is sent ahead waits in the socket
    if (!m_core.dispatcher.begin(m_exchange)) return answer();
    const bool admits = m_core.dispatcher.admitAtOnce(m_exchange);
    if (m_exchange.head.hasBody() && admits) return admitted(true);
    if (m_exchange.head.hasBody())
        return onWorker([](HttpConnection &c, ServerStore *store) { c.m_waiting = !c.m_core.dispatcher.admit(c.m_exchange, store); },
                        [](HttpConnection &c) { c.admitted(!std::exchange(c.m_waiting, false)); });
    m_reader.allowBody(0);
    if (m_exchange.head.wantsWebSocket && m_core.upgrade && m_exchange.route->upgrades)
        return onWorker([](HttpConnection &c, ServerStore *store) { c.m_waiting = !c.m_core.dispatcher.admit(c.m_exchange, store); },
                        [](HttpConnection &c) {
                            if (std::exchange(c.m_waiting, false)) return c.answer();
                            c.m_core.upgrade(std::move(c.m_stream), std::move(c.m_exchange));
                        });
    onWorker([](HttpConnection &c, ServerStore *store) {
        if (c.m_exchange.admitted || c.m_core.dispatcher.admit(c.m_exchange, store)) c.m_core.dispatcher.run(c.m_exchange, store);
    }, [](HttpConnection &c) { c.answer(); });
}

void HttpConnection::admitted(bool may)
{
    if (!may) return answer();
    const qint64 limit = m_exchange.route->bodyLimit;
    m_reader.allowBody(limit);
    if (m_reader.state() == RequestReader::State::Broken) return broken();
    m_reserved = m_exchange.head.contentLength.value_or(limit);
    if (m_core.bodyBytes.fetch_add(m_reserved) + m_reserved > ServerCore::mostBodyBytes) {
        m_core.dispatcher.refuse(m_exchange, Error(Error::Code::Overloaded));
        return answer();
    }
    m_bodyBegan = Steady::now();
    m_bodyRead = 0;
    if (!m_exchange.head.expectsContinue || m_buffer.size() > 0) return feedBody();
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    m_stream.expiresAfter(m_core.times.write);
    net::async_write(m_stream, net::buffer(kContinue.data(), kContinue.size()), [self = shared_from_this()](const Failed &failed, std::size_t) {
        if (failed) return self->close();
        self->readBody();
    });
}

void HttpConnection::readBody()
{
    // A body may rest for a while, and may be slow, but not for ever.
    const auto whole = m_bodyBegan + m_core.times.body + std::chrono::milliseconds(m_bodyRead * 1000 / m_core.times.slowestBytesPerSecond);
    m_stream.expiresAt(std::min(Steady::now() + m_core.times.body, whole));
    read([](HttpConnection &c) { c.feedBody(); });
}

void HttpConnection::feedBody()
{
    while (m_buffer.size() > 0 && m_reader.state() == RequestReader::State::Body) {
        const std::size_t used = m_reader.feed(textOf(m_buffer));
        m_buffer.consume(used);
        m_bodyRead += qint64(used);
        if (used == 0) break;
    }
    switch (m_reader.state()) {
    case RequestReader::State::Body:
        if (m_buffer.size() >= m_buffer.max_size()) return close(); // a chunk's head without an end
        return readBody();
    case RequestReader::State::Done: return bodyDone();
    default: return broken();
    }
}

void HttpConnection::bodyDone()
{
    m_exchange.body = m_reader.takeBody();
    m_stream.expiresNever();
    onWorker([](HttpConnection &c, ServerStore *store) { c.m_core.dispatcher.run(c.m_exchange, store); },
             [](HttpConnection &c) { c.answer(); });
}

// After bytes that are no request nothing on this connection can be trusted.
void HttpConnection::broken()
{
    const int status = m_reader.status();
    if (m_exchange.requestId.isEmpty()) {
        m_exchange.address = QString::fromStdString(m_seat.address());
        m_exchange.began = Steady::now();
    }
    const Error error = status == 413 ? Error(Error::Code::TooLarge, {u"body"_s, QString::number(m_exchange.route ? m_exchange.route->bodyLimit : 0)})
                                      : Error(Error::Code::RequestBroken, {m_reader.reason()});
    m_core.dispatcher.refuse(m_exchange, error, status);
    m_keepAlive = false;
    answer();
}

void HttpConnection::answer()
{
    // What was refused before its body came is followed by that body: nothing after it can be told apart.
    if (m_reader.state() != RequestReader::State::Done) m_keepAlive = m_keepAlive && !m_reader.head().hasBody() && m_reader.state() == RequestReader::State::HeadDone;
    if (m_core.stops) m_keepAlive = false;
    writeHead();
}

void HttpConnection::writeHead()
{
    const bool bare = m_exchange.head.isHead() || m_exchange.answer.status == 204 || m_exchange.answer.status == 304;
    m_head = headOf(m_exchange, m_keepAlive, m_stream.tls() != nullptr);
    m_exchange.sent = bare ? 0 : m_exchange.answer.body.size();
    const std::array<net::const_buffer, 2> buffers{
        net::buffer(m_head), bare ? net::const_buffer() : net::buffer(m_exchange.answer.body.constData(), std::size_t(m_exchange.answer.body.size()))};
    m_stream.expiresAfter(m_core.times.write + std::chrono::milliseconds(m_exchange.sent * 1000 / m_core.times.slowestBytesPerSecond));
    const bool streams = !bare && m_exchange.answer.stream;
    auto rest = buffers;
    if (sendAtOnce(rest) && !streams) return answered({});
    net::async_write(m_stream, rest, [self = shared_from_this(), streams](const Failed &failed, std::size_t) {
        if (streams && !failed) return self->writeStream(0);
        self->answered(failed);
    });
}

// Most answers fit into the socket's buffer: nothing has to be waited for then. What did not fit stays in `buffers`.
bool HttpConnection::sendAtOnce(std::array<net::const_buffer, 2> &buffers)
{
    if (m_stream.tls()) return false;
    Failed failed;
    auto &socket = m_stream.tcp().socket();
    socket.non_blocking(true, failed);
    std::size_t sent = failed ? 0 : socket.send(buffers, 0, failed);
    if (failed) sent = 0; // what is wrong shows again
    bool whole = true;
    for (net::const_buffer &buffer : buffers) {
        const std::size_t part = std::min(sent, buffer.size());
        buffer += part;
        sent -= part;
        whole = whole && buffer.size() == 0;
    }
    return whole;
}

void HttpConnection::writeStream(qint64 offset)
{
    const qint64 length = m_exchange.answer.stream->length;
    m_exchange.sent = offset;
    if (offset >= length) return answered({});
    m_stream.expiresNever();
    constexpr qint64 kPiece = 256 * 1024;
    m_piece.clear();
    const bool taken = m_core.onWorker({[self = shared_from_this(), offset, most = std::min(kPiece, length - offset)](ServerStore *store) {
        if (store)
            if (auto piece = self->m_exchange.answer.stream->read(*store, offset, most)) self->m_piece = *std::move(piece);
        net::post(self->m_strand, [self, offset, most] {
            // Too late for another status: a connection that ends early tells the client that something is missing.
            if (self->m_piece.isEmpty() || self->m_piece.size() > most) return self->answered(net::error::connection_aborted);
            self->m_stream.expiresAfter(self->m_core.times.write);
            net::async_write(self->m_stream, net::buffer(self->m_piece.constData(), std::size_t(self->m_piece.size())),
                             [self, offset](const Failed &failed, std::size_t) {
                                 if (failed) return self->answered(failed);
                                 self->writeStream(offset + self->m_piece.size());
                             });
        });
    }});
    if (!taken) answered(net::error::no_buffer_space);
}

void HttpConnection::answered(const Failed &failed)
{
    m_core.dispatcher.finish(m_exchange);
    if (failed) return close();
    if (!m_keepAlive) return finishSending();
    // What was sent ahead is answered after the stack has come down.
    if (m_buffer.size() > 0) return net::post(m_strand, [self = shared_from_this()] { self->readHead(); });
    readHead();
}

// Closing at once would take the answer from a client that is still sending.
void HttpConnection::finishSending()
{
    Failed ignored;
    // Under TLS the answer's length alone says that it is whole: a goodbye cannot be followed by reading on.
    if (!m_stream.tls()) m_stream.tcp().socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
    m_stream.expiresAfter(m_core.times.linger);
    linger(kLinger);
}

void HttpConnection::linger(std::size_t left)
{
    m_buffer.consume(m_buffer.size());
    m_stream.async_read_some(m_buffer.prepare(16 * 1024), [self = shared_from_this(), left](const Failed &failed, std::size_t got) {
        if (!failed && got < left) return self->linger(left - got);
        if (!self->m_stream.tls() || failed == boost::beast::error::timeout) return self->close();
        self->m_stream.tls()->async_shutdown([self](const Failed &) { self->close(); });
    });
}

void HttpConnection::close()
{
    Failed ignored;
    m_stream.tcp().socket().close(ignored);
}

} // namespace vox
