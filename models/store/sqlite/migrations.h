#pragma once
#include "models/store/sqlite/database.h"
#include "models/store/sqlite/sqlite_store.h"

namespace vox {

// Makes an empty database ours, or brings ours to the newest form, step by step, each in a transaction of its own.
// StoreNewer when a newer program made it, StoreBroken when it is somebody else's.
Result<void> migrate(Database &database, const SqliteStore::Birth &birth);

} // namespace vox
