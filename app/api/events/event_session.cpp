#include <utility>

#include "app/api/events/event_session.h"
#include "models/store/store.h"
#include "models/sync/wire.h"
#include <QJsonDocument>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace vox {

namespace net = boost::asio;
namespace http = boost::beast::http;
namespace websocket = boost::beast::websocket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 200;

http::request<http::empty_body> upgradeOf(const RequestHead &head)
{
    const auto view = [](const QByteArray &bytes) { return boost::beast::string_view(bytes.constData(), std::size_t(bytes.size())); };
    http::request<http::empty_body> request(http::verb::get, view(head.target), 11);
    for (auto it = head.headers.begin(); it != head.headers.end(); ++it) request.insert(view(it.key()), view(*it));
    return request;
}

} // namespace

Permission permissionFor(const FeedEntry &entry)
{
    const auto about = [&entry](QLatin1StringView prefix) { return entry.type.startsWith(prefix); };
    if (about("document."_L1) || about("content."_L1) || about("release."_L1) || about("environment."_L1)) return Permission::ReadDocuments;
    if (about("conversation."_L1)) return Permission::ReadConversations;
    if (about("person."_L1) || about("invitation."_L1)) return Permission::ReadPeople;
    if (about("key."_L1)) return Permission::ManageKeys;
    if (about("secret."_L1)) return Permission::WriteSecrets;
    if (about("identity_provider."_L1)) return Permission::ManageWorkspace;
    return Permission::ReadOperations; // what this program does not know yet
}

EventSession::EventSession(AnyStream stream, Exchange exchange, EventParts &parts)
    : m_parts(parts), m_seat(parts.core, exchange.address.toStdString()), m_socket(std::move(stream)), m_strand(m_socket.get_executor()),
      m_exchange(std::move(exchange)), m_stall(m_strand), m_again(m_strand)
{
    const QByteArray header = m_exchange.head.headers.value("authorization");
    if (header.left(7).toLower() == "bearer ") m_token = QString::fromLatin1(header.mid(7).trimmed());
}

EventSession::~EventSession() { m_parts.core.leave(this); }

void EventSession::start()
{
    m_parts.core.enter(shared_from_this());
    net::dispatch(m_strand, [self = shared_from_this()] {
        self->m_socket.next_layer().expiresNever(); // the WebSocket has times of its own
        websocket::stream_base::timeout times = websocket::stream_base::timeout::suggested(boost::beast::role_type::server);
        times.handshake_timeout = self->m_parts.goodbye;
        times.idle_timeout = self->m_parts.silence;
        times.keep_alive_pings = true;
        self->m_socket.set_option(times);
        self->m_socket.set_option(websocket::stream_base::decorator([](websocket::response_type &answer) { answer.erase(http::field::server); }));
        self->m_socket.read_message_max(4 * 1024);
        self->m_socket.text(true);
        // "From now" means from before the client hears that it is connected: what it does next it also sees.
        if (self->m_exchange.caller.isStranger()) self->accept();
        else self->findPlace(&EventSession::accept);
    });
}

void EventSession::accept()
{
    m_socket.async_accept(upgradeOf(m_exchange.head), [self = shared_from_this()](const Failed &failed) {
        if (!failed) self->accepted();
    });
}

void EventSession::stop()
{
    net::post(m_strand, [self = shared_from_this()] { self->close(websocket::close_code::going_away, "the server stops"); });
}

void EventSession::accepted()
{
    m_open = true;
    m_exchange.answer.status = 101;
    m_parts.core.dispatcher.finish(m_exchange);
    if (m_exchange.caller.isStranger()) awaitToken();
    else begin();
}

// A browser cannot send headers with an upgrade: {"token": "…"} as the first message does as well.
void EventSession::awaitToken()
{
    m_again.expires_after(m_parts.firstMessage);
    m_again.async_wait([self = shared_from_this()](const Failed &cancelled) {
        if (!cancelled) self->close(websocket::close_code::policy_error, "no token came");
    });
    m_socket.async_read(m_in, [self = shared_from_this()](const Failed &failed, std::size_t) {
        self->m_again.cancel();
        if (failed) return;
        const QByteArray text(static_cast<const char *>(self->m_in.data().data()), qsizetype(self->m_in.size()));
        self->m_in.consume(self->m_in.size());
        self->identify(QJsonDocument::fromJson(text).object().value("token"_L1).toString(), true);
    });
}

void EventSession::identify(const QString &token, bool first)
{
    m_token = token;
    onWorker([](EventSession &s, ServerStore *store) -> Result<Caller> {
        if (!store) return Error(Error::Code::Overloaded);
        return s.m_parts.authenticator.authenticate(*store, s.m_token, s.m_exchange.address, s.m_parts.clock());
    }, [first](EventSession &s, const Result<Caller> &caller) {
        // A database that is away says nothing about the caller.
        if (!caller && caller.error().code != Error::Code::SignInNeeded && !first) return s.watch();
        if (!caller || !caller->may(Permission::ReadEvents)) return s.close(websocket::close_code::policy_error, "you may not follow events");
        s.m_exchange.caller = *caller;
        if (first) s.findPlace(&EventSession::begin);
        else s.watch();
    });
}

// Where to begin: at the place that was asked for, else where the feed ends now.
void EventSession::findPlace(void (EventSession::*then)())
{
    const QUrlQuery query(QString::fromLatin1(m_exchange.head.target.mid(m_exchange.path().size() + 1)));
    if (query.hasQueryItem(u"after"_s)) {
        m_cursor = query.queryItemValue(u"after"_s, QUrl::FullyDecoded);
        return (this->*then)();
    }
    onWorker([](EventSession &s, ServerStore *store) -> Result<FeedCursor> {
        if (!store) return Error(Error::Code::Overloaded);
        return store->workspace(s.m_exchange.caller.workspace).feed().end();
    }, [then](EventSession &s, const Result<FeedCursor> &end) {
        if (!end) return s.close(websocket::close_code::try_again_later, "the database is away");
        s.m_cursor = *end;
        (s.*then)();
    });
}

void EventSession::begin()
{
    listen();
    watch();
    m_parts.hub.follow(m_exchange.caller.workspace, weak_from_this());
    readOn();
}

// Nothing is expected from a client but pings, pongs and the end.
void EventSession::listen()
{
    m_socket.async_read(m_in, [self = shared_from_this()](const Failed &failed, std::size_t) {
        self->m_in.consume(self->m_in.size());
        if (!failed) return self->listen();
        self->m_over = true;
        self->m_again.cancel();
        self->m_stall.cancel();
    });
}

// A revoked key or a changed role counts for who already listens, too.
void EventSession::watch()
{
    m_again.expires_after(m_parts.recheck);
    m_again.async_wait([self = shared_from_this()](const Failed &cancelled) {
        if (!cancelled && !self->m_over) self->identify(self->m_token, false);
    });
}

void EventSession::wake(std::shared_ptr<const FeedStep> step)
{
    net::post(m_strand, [self = shared_from_this(), step] {
        if (self->m_over) return;
        const bool idle = !self->m_reading && !self->m_writing;
        if (idle && step && step->from == self->m_cursor) return self->take(step->page);
        self->m_more = true;
        if (idle) self->readOn();
    });
}

void EventSession::readOn()
{
    m_reading = true;
    m_more = false;
    onWorker([](EventSession &s, ServerStore *store) -> Result<FeedPage> {
        if (!store) return Error(Error::Code::Overloaded);
        return store->workspace(s.m_exchange.caller.workspace).feed().after(s.m_cursor, kPage);
    }, [](EventSession &s, const Result<FeedPage> &page) {
        s.m_reading = false;
        if (page) return s.take(*page);
        if (page.error().code == Error::Code::BadValue) return s.close(websocket::close_code::policy_error, "this place is not of this feed: begin anew");
        s.close(websocket::close_code::try_again_later, "the database is away");
    });
}

void EventSession::take(const FeedPage &page)
{
    for (const FeedEntry &entry : page.entries)
        if (m_exchange.caller.may(permissionFor(entry))) m_out.push_back(QJsonDocument(wire::writeEntry(entry)).toJson(QJsonDocument::Compact));
    m_cursor = page.next;
    m_more = m_more || page.more;
    write();
}

void EventSession::write()
{
    if (m_over || m_writing) return;
    if (m_slow) return close(websocket::close_code::policy_error, "too slow: come back with the last cursor");
    if (m_out.empty()) {
        m_stall.cancel();
        if (m_more && !m_reading) readOn();
        return;
    }
    m_writing = true;
    m_stall.expires_after(m_parts.stall);
    m_stall.async_wait([self = shared_from_this()](const Failed &cancelled) {
        if (cancelled) return;
        // The reason can only be told when there is room for it again; who leaves none for long is cut off.
        self->m_slow = true;
        self->m_stall.expires_after(self->m_parts.stall);
        self->m_stall.async_wait([self](const Failed &stopped) {
            Failed ignored;
            if (!stopped) self->m_socket.next_layer().tcp().socket().close(ignored);
        });
    });
    m_socket.async_write(net::buffer(m_out.front().constData(), std::size_t(m_out.front().size())), [self = shared_from_this()](const Failed &failed, std::size_t) {
        self->m_writing = false;
        if (failed) {
            self->m_over = true;
            self->m_stall.cancel();
            return;
        }
        self->m_out.pop_front();
        self->write();
    });
}

void EventSession::close(websocket::close_code code, const char *reason)
{
    if (std::exchange(m_over, true)) return;
    m_again.cancel();
    m_stall.cancel();
    Failed ignored;
    if (!m_open) {
        m_socket.next_layer().tcp().socket().close(ignored);
        return;
    }
    m_socket.async_close({code, reason}, [self = shared_from_this()](const Failed &) {});
}

template <typename Work, typename Then> void EventSession::onWorker(Work work, Then then)
{
    const bool taken = m_parts.core.onWorker({[self = shared_from_this(), work, then](ServerStore *store) {
        net::post(self->m_strand, [self, then, value = work(*self, store)] {
            if (!self->m_over) then(*self, value);
        });
    }});
    if (!taken) close(websocket::close_code::try_again_later, "the server has too much to do");
}

} // namespace vox
