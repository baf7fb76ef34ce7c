#pragma once
#include "app/identity/caller.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/people/people.h"

namespace vox {

class ServerStore;

// A personal key that has just been made. Its token is shown once.
struct MadeKey {
    QByteArray token; // "vxk_…"
    ApiKeyInfo info;
};

constexpr int kMostKeysOfOne = 50;

// A key for whoever asks. Scopes are names of permissions that he has himself at this moment (Forbidden {scope}; BadValue for
// an unknown one; MissingField for none); `expires` 0 means never, else it lies ahead (OutOfRange).
Result<MadeKey> makeKey(ServerStore &store, const Caller &by, const QString &name, const QStringList &scopes, UtcMs expires, UtcMs now);
// His own, or everybody's for who may manage keys.
Result<QList<ApiKeyInfo>> keysSeenBy(ServerStore &store, const Caller &by);
// NotFound for a key of somebody else, unless he may manage keys.
Result<void> revokeKey(ServerStore &store, const Caller &by, const QString &id);

} // namespace vox
