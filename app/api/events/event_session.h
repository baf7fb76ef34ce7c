#pragma once
#include "app/api/events/event_hub.h"
#include "app/api/http/server_core.h"
#include "app/identity/authenticator.h"
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>

namespace vox {

// What event sessions share; outlives them.
struct EventParts {
    ServerCore &core;
    EventHub &hub;
    Authenticator &authenticator;
    std::function<UtcMs()> clock;
    std::chrono::milliseconds firstMessage{5'000};  // a stranger's token must come by then
    std::chrono::milliseconds stall{20'000};        // an event that is not taken for so long makes its reader too slow
    std::chrono::milliseconds recheck{5'000};       // whether the caller may still listen
    std::chrono::milliseconds goodbye{10'000};      // for the upgrade, and for a client to close what was closed
    std::chrono::milliseconds silence{60'000};      // a ping after half of it; without an answer the connection ends
};

// One WebSocket that follows the feed: one entry a text message, as models/sync/wire.h writes it, filtered by what the caller
// may see. Reads the feed from its own place, so that a slow reader is behind and never costs memory; one who takes
// nothing at all is closed and may come back with the last cursor he saw. Runs on the strand of its socket.
class EventSession final : public Session, public FeedFollower, public std::enable_shared_from_this<EventSession> {
public:
    EventSession(AnyStream stream, Exchange exchange, EventParts &parts);
    ~EventSession() override;
    void start();
    void stop() override;
    void wake(std::shared_ptr<const FeedStep> step) override;

private:
    using Failed = boost::system::error_code;
    using Socket = boost::beast::websocket::stream<AnyStream>;
    void accept();
    void accepted();
    void findPlace(void (EventSession::*then)());
    void awaitToken();
    void identify(const QString &token, bool first);
    void begin();
    void listen();
    void readOn();
    void take(const FeedPage &page);
    void write();
    void watch();
    void close(boost::beast::websocket::close_code code, const char *reason);
    template <typename Work, typename Then> void onWorker(Work work, Then then);

    EventParts &m_parts;
    Seat m_seat;
    Socket m_socket;
    const AnyStream::executor_type m_strand;
    Exchange m_exchange;
    QString m_token;
    FeedCursor m_cursor;
    boost::beast::flat_buffer m_in{8 * 1024};
    std::deque<QByteArray> m_out;
    boost::asio::steady_timer m_stall, m_again;
    bool m_reading = false, m_writing = false, m_more = false, m_slow = false, m_open = false, m_over = false;
};

// Who may see an entry of the feed.
Permission permissionFor(const FeedEntry &entry);

} // namespace vox
