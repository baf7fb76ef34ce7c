#pragma once
#include "app/api/route.h"

namespace vox {

// The exchange of revisions with consoles: changes, items, missing. The forms are those of models/sync/wire.h.
Routes syncRoutes();

} // namespace vox
