#pragma once
#include "app/api/http/request_head.h"
#include <cstddef>
#include <memory>
#include <string_view>

namespace vox {

// Reads requests from bytes as they come, without a socket. Bytes it does not use stay with the caller, who hands them in
// again with more behind them. It stops behind a head until the body is allowed, so that nothing of a body is kept for
// somebody who may not send it. One per connection.
class RequestReader {
public:
    enum class State { Head, HeadDone, Body, Done, Broken };
    static constexpr std::size_t headLimit = 16 * 1024;
    static constexpr int headerCount = 100;

    RequestReader();
    ~RequestReader();

    // How many of these bytes were used; 0 when it needs more to go on.
    std::size_t feed(std::string_view bytes);
    State state() const;
    // From HeadDone on.
    const RequestHead &head() const;
    // The body may come, `limit` bytes at most. Without a body the request is Done at once. 413 when the head announces more.
    void allowBody(qint64 limit);
    QByteArray takeBody();
    // Ready for the next request of the connection.
    void next();

    // In Broken: 400, 413, 431, 501 or 505, and why.
    int status() const;
    QString reason() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
