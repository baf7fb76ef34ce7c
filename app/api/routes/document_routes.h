#pragma once
#include "app/api/route.h"

namespace vox {

// The documents of every kind in kinds(), from its fields alone: /api/v1/agents and the like.
Routes documentRoutes();

} // namespace vox
