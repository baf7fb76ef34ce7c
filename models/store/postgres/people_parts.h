#pragma once
#include "models/store/audit_store.h"
#include "models/store/people_store.h"
#include "models/store/postgres/connection.h"
#include "models/store/secret_store.h"
#include <memory>

namespace vox {

// The parts of a PostgresServerStore that know people, their doors, the audit and secrets. Each holds the connection by
// reference and lives no longer than it.
struct PeopleParts {
    std::unique_ptr<PeopleStore> people;
    std::unique_ptr<AuditStore> audit;
    std::unique_ptr<SecretStore> secrets;
};
PeopleParts makePeopleParts(Connection &connection);

} // namespace vox
