#pragma once
#include "app/api/routes/operation_routes.h"
#include "app/api/routes/people_routes.h"

namespace vox {

// Every route of the server: the one table.
Routes allRoutes(const Operations &operations, const PeopleServices &people);

} // namespace vox
