#include "models/store/postgres/people_parts.h"

namespace vox {

PeopleParts makePeopleParts(Connection &) { return {}; }

} // namespace vox
