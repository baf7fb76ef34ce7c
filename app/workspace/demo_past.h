#pragma once
#include "models/base/result.h"
#include "models/base/time.h"

namespace vox {

class Store;

// Gives the demo agents of a workspace a past, as a team that works on them leaves one: versions by several people with
// what they wrote, releases in staging and production, and in each language one more agent that two people changed at the
// same time. For pictures and tests. The agents must have been made before `now` less ten days.
Result<void> addDemoPast(Store &store, UtcMs now);

} // namespace vox
