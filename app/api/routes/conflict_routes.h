#pragma once
#include "app/api/route.h"
#include "models/documents/kind_info.h"

namespace vox {

// A document with more than one head: shown with both sides, decided by who names all of them. `base`: "/api/v1/agents".
Routes conflictRoutes(const KindInfo &kind, const QString &base, const QString &tag);

} // namespace vox
