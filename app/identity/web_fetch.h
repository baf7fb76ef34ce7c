#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QList>
#include <QUrl>

namespace vox {

struct WebRequest {
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};
struct WebAnswer {
    int status = 0;
    QByteArray body;
};

// How the server itself asks another one: an OpenID provider. Blocks the thread that asks, for a few seconds at most. Any
// thread. An implementation follows no redirects and reads at most 256 KiB.
class WebFetch {
public:
    virtual ~WebFetch() = default;
    // Unreachable, TimedOut, TooLarge, AddressForbidden, Overloaded. An HTTP status is no error here.
    virtual Result<WebAnswer> send(const WebRequest &request) = 0;
};

// https, or http to this very machine: whom an owner may name as a provider.
bool mayBeAsked(const QUrl &url);

} // namespace vox
