#pragma once
#include "app/api/route.h"

namespace vox {

// Environments and releases: publish now or later, roll back, compare, and how what hosts run differs from what is
// published.
Routes environmentRoutes();
// The drift half of it.
Routes driftRoutes();

} // namespace vox
