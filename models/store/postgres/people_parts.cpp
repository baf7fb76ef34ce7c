#include "models/store/postgres/people_parts.h"
#include "models/store/postgres/postgres_audit.h"
#include "models/store/postgres/postgres_people.h"
#include "models/store/postgres/postgres_secrets.h"

namespace vox {

PeopleParts makePeopleParts(Connection &connection)
{
    return {std::make_unique<PostgresPeople>(connection), std::make_unique<PostgresAudit>(connection), std::make_unique<PostgresSecrets>(connection)};
}

} // namespace vox
