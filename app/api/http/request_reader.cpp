#include <utility>

#include "app/api/http/request_reader.h"
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <limits>
#include <optional>

namespace vox {

namespace http = boost::beast::http;
using namespace Qt::StringLiterals;

namespace {

// Said at most once: two different ones are how one request is smuggled behind another.
constexpr std::string_view kOnce[] = {"host", "content-length", "transfer-encoding", "authorization", "content-type",
                                      "content-encoding", "expect", "if-match", "idempotency-key", "x-request-id"};

bool isTokenByte(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || std::string_view("!#$%&'*+-.^_`|~").find(char(c)) != std::string_view::npos;
}

// What Beast forgives and we do not: folded lines, bare CR or LF, spaces before the colon, bytes that are no text.
QString complaintAbout(std::string_view head)
{
    std::size_t at = 0;
    int lines = 0;
    while (at + 2 < head.size()) {
        const std::size_t end = head.find('\r', at);
        if (end == std::string_view::npos || end + 1 >= head.size() || head[end + 1] != '\n') return u"a line does not end in CR LF"_s;
        const std::string_view line = head.substr(at, end - at);
        for (const unsigned char c : line)
            if (c == '\n' || c == 0x7F || (c < 0x20 && c != '\t')) return u"a control character stands in the head"_s;
        if (lines > 0 && !line.empty()) {
            const std::size_t colon = line.find(':');
            if (line.front() == ' ' || line.front() == '\t') return u"a header is folded over two lines"_s;
            if (colon == std::string_view::npos || colon == 0) return u"a header has no name"_s;
            for (const unsigned char c : line.substr(0, colon))
                if (!isTokenByte(c)) return u"a header's name holds a character it may not"_s;
        }
        ++lines;
        at = end + 2;
    }
    return lines > RequestReader::headerCount ? u"there are too many headers"_s : QString();
}

std::optional<Method> methodOf(const QByteArray &verb)
{
    if (verb == "GET" || verb == "HEAD") return Method::Get;
    if (verb == "POST") return Method::Post;
    if (verb == "PUT") return Method::Put;
    if (verb == "PATCH") return Method::Patch;
    if (verb == "DELETE") return Method::Delete;
    return std::nullopt;
}

bool hasToken(const QByteArray &list, const QByteArray &token)
{
    for (const QByteArray &part : list.split(','))
        if (part.trimmed().toLower() == token) return true;
    return false;
}

// Digits only: "+5", "5, 5" and "0x5" are no lengths.
std::optional<qint64> lengthOf(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 18) return std::nullopt;
    for (const char c : text)
        if (c < '0' || c > '9') return std::nullopt;
    return text.toLongLong();
}

} // namespace

struct RequestReader::Private {
    State state = State::Head;
    std::optional<http::request_parser<http::string_body>> parser;
    RequestHead head;
    std::size_t scanned = 0;
    int status = 0;
    QString reason;

    void fail(int with, const QString &why)
    {
        state = State::Broken;
        status = with;
        reason = why;
    }

    std::size_t readHead(std::string_view bytes)
    {
        const std::size_t end = bytes.find("\r\n\r\n", scanned > 3 ? scanned - 3 : 0);
        if (end == std::string_view::npos) {
            scanned = bytes.size();
            if (bytes.size() >= headLimit) fail(431, u"the head is longer than 16 KiB"_s);
            return 0;
        }
        scanned = 0;
        if (end + 4 > headLimit) return fail(431, u"the head is longer than 16 KiB"_s), 0;
        const std::string_view text = bytes.substr(0, end + 4);
        if (const QString why = complaintAbout(text); !why.isEmpty()) return fail(400, why), 0;
        parser.emplace();
        parser->header_limit(headLimit);
        parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // allowBody() sets it; "none" refuses all in 1.74
        boost::beast::error_code failed;
        parser->put(boost::asio::buffer(text.data(), text.size()), failed);
        if (failed == http::error::bad_version) return fail(505, u"only HTTP/1.0 and HTTP/1.1 are spoken"_s), 0;
        if (failed || !parser->is_header_done()) return fail(400, QString::fromStdString(failed.message())), 0;
        readFields();
        if (state != State::Broken) state = State::HeadDone;
        return text.size();
    }

    void readFields()
    {
        const auto &message = parser->get();
        head = {};
        for (const auto &field : message) {
            const auto name = QByteArray(field.name_string().data(), qsizetype(field.name_string().size())).toLower();
            const QByteArray value(field.value().data(), qsizetype(field.value().size()));
            if (!head.headers.contains(name)) {
                head.headers.insert(name, value);
                continue;
            }
            for (const std::string_view once : kOnce)
                if (name == QByteArrayView(once.data(), qsizetype(once.size())))
                    return fail(400, u"the header %1 stands twice"_s.arg(QLatin1String(name)));
            head.headers[name] += ", " + value;
        }
        const auto verb = message.method_string(), target = message.target();
        head.verb = QByteArray(verb.data(), qsizetype(verb.size()));
        head.method = methodOf(head.verb);
        head.target = QByteArray(target.data(), qsizetype(target.size()));
        if (!head.target.startsWith('/') && !(head.target == "*" && head.verb == "OPTIONS"))
            return fail(400, u"the target is no path"_s);
        if (message.version() >= 11 && !head.headers.contains("host")) return fail(400, u"the header Host is missing"_s);
        head.keepAlive = message.keep_alive();
        head.wantsWebSocket = hasToken(head.headers.value("connection"), "upgrade")
            && head.headers.value("upgrade").trimmed().toLower() == "websocket";
        readFraming(message.version());
    }

    void readFraming(unsigned version)
    {
        const bool coded = head.headers.contains("transfer-encoding"), sized = head.headers.contains("content-length");
        if (coded && sized) return fail(400, u"Content-Length and Transfer-Encoding exclude each other"_s);
        if (coded) {
            if (version < 11) return fail(400, u"HTTP/1.0 knows no Transfer-Encoding"_s);
            if (head.headers.value("transfer-encoding").trimmed().toLower() != "chunked")
                return fail(501, u"only chunked is understood as Transfer-Encoding"_s);
            head.chunked = true;
        }
        if (sized) {
            head.contentLength = lengthOf(head.headers.value("content-length"));
            if (!head.contentLength) return fail(400, u"Content-Length is no number"_s);
        }
        if (const auto it = head.headers.constFind("expect"); it != head.headers.constEnd()) {
            if (it->trimmed().toLower() != "100-continue") return fail(417, u"only 100-continue can be expected"_s);
            head.expectsContinue = true;
        }
    }

    std::size_t readBody(std::string_view bytes)
    {
        boost::beast::error_code failed;
        const std::size_t used = parser->put(boost::asio::buffer(bytes.data(), bytes.size()), failed);
        if (failed == http::error::body_limit) return fail(413, u"the body is larger than this address takes"_s), used;
        if (failed && failed != http::error::need_more) return fail(400, QString::fromStdString(failed.message())), used;
        if (parser->is_done()) state = State::Done;
        return used;
    }
};

RequestReader::RequestReader() : d(std::make_unique<Private>()) {}
RequestReader::~RequestReader() = default;

std::size_t RequestReader::feed(std::string_view bytes)
{
    if (bytes.empty()) return 0;
    switch (d->state) {
    case State::Head: return d->readHead(bytes);
    case State::Body: return d->readBody(bytes);
    default: return 0;
    }
}

RequestReader::State RequestReader::state() const { return d->state; }
const RequestHead &RequestReader::head() const { return d->head; }
int RequestReader::status() const { return d->status; }
QString RequestReader::reason() const { return d->reason; }

void RequestReader::allowBody(qint64 limit)
{
    Q_ASSERT(d->state == State::HeadDone);
    if (!d->head.hasBody()) {
        d->state = State::Done;
        return;
    }
    if (d->head.contentLength.value_or(0) > limit) return d->fail(413, u"the body is larger than this address takes"_s);
    d->parser->body_limit(std::uint64_t(limit));
    d->parser->eager(true);
    // Growing by doubling would take twice its room; what nobody sends takes none.
    if (d->head.contentLength) d->parser->get().body().reserve(std::size_t(*d->head.contentLength));
    d->state = State::Body;
}

QByteArray RequestReader::takeBody()
{
    if (!d->parser || d->state != State::Done) return {};
    const std::string body = std::exchange(d->parser->get().body(), {}); // not kept twice while a handler works on it
    return QByteArray(body.data(), qsizetype(body.size()));
}

void RequestReader::next()
{
    d->parser.reset();
    d->state = State::Head;
    d->scanned = 0;
}

} // namespace vox
