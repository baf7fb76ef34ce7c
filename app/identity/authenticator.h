#pragma once
#include "app/identity/caller.h"
#include "models/base/result.h"
#include "models/base/time.h"

namespace vox {

class ServerStore;

// Turns a bearer token into who holds it. Called on any worker thread, with that worker's own store, before a body is
// read and before a connection is upgraded; implementations keep nothing that is not safe on many threads.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    // SignInNeeded for a token that is unknown, forged, expired or revoked, or whose person left: never more than that.
    virtual Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs now) = 0;
    // Who holds a token that was asked for a moment ago, without a store; nothing otherwise. Any thread.
    virtual std::optional<Caller> known(const QString & /*token*/, const QString & /*address*/, UtcMs /*now*/) { return std::nullopt; }
    // Whoever may come in may have changed: known() is to find out anew. Any thread.
    virtual void forget() {}
};

} // namespace vox
