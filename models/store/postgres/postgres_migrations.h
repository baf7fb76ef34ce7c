#pragma once
#include "models/store/postgres/connection.h"

namespace vox {

// Brings a database to the newest form: resources/sql/postgres/001.sql and on, each step in a transaction of its own, one
// program at a time. StoreNewer when a newer program did so before; StoreBroken when the database does not speak UTF-8.
Result<void> migrate(Connection &connection);

} // namespace vox
