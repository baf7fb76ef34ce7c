#pragma once
#include "models/base/error.h"
#include "models/base/time.h"
#include <optional>

namespace vox {

// How a workspace stands to its server: what the status bar always shows. A value.
struct SyncState {
    enum class Kind {
        Local,    // the workspace has no server
        Synced,   // everything made here is there, and the server was heard of
        Pending,  // `pending` revisions or conversations are still to be sent; on its way
        Offline,  // the server does not answer `since`; `pending` wait
        Conflict, // synced, but `conflicts` documents wait for a person
        Refused,  // the server does not let us (signed out, role, certificate, disk): `why`; `pending` wait
    };

    Kind kind = Kind::Local;
    int pending = 0;
    int conflicts = 0;            // counted in every kind
    UtcMs since;                  // of this kind
    UtcMs lastSynced;             // 0: never
    std::optional<Error> why;     // Offline and Refused
    friend bool operator==(const SyncState &, const SyncState &) = default;
};

} // namespace vox
