#pragma once
#include <QJsonObject>

namespace vox {

// RFC 7396: null removes, objects merge, everything else replaces.
QJsonValue mergePatched(const QJsonValue &target, const QJsonValue &patch);

} // namespace vox
