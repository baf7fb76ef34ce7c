#pragma once
#include "app/identity/caller.h"
#include "app/security/master_keys.h"
#include "models/base/time.h"
#include "models/people/people.h"

namespace vox {

class ServerStore;

// The server's secrets: written by people, opened by nobody but this process, at the moment a provider or tool needs one.
// One per server, any thread, with that thread's own store. No function gives a value to a route.
class SecretVault {
public:
    explicit SecretVault(MasterKeys keys) : m_keys(std::move(keys)) {}

    // Replaces what was there. BadValue {"name", …} for a name that documents could not refer to; MissingField for an empty
    // value; TooLarge over 16 KiB.
    Result<SecretInfo> put(ServerStore &store, const Caller &by, const QString &name, const QByteArray &value, UtcMs now) const;
    Result<void> remove(ServerStore &store, const Caller &by, const QString &name) const;
    // SecretMissing {name}; BadValue when no master key opens it.
    Result<QByteArray> open(ServerStore &store, WorkspaceId workspace, const QString &name) const;
    // Seals under the current master key what is sealed under an older one; answers how many. At each start of a server.
    Result<int> reseal(ServerStore &store) const;

private:
    MasterKeys m_keys;
};

// Lower case, digits, "_", "-", "."; 64 characters at most.
bool isSecretName(const QString &name);

} // namespace vox
