#pragma once
#include "app/api/route.h"

namespace vox {

// The OpenAPI 3.1 document of these routes; shapes of documents come from Fields.
QJsonObject openApi(const Routes &routes, const QString &version);

} // namespace vox
