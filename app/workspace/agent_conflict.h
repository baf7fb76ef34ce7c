#pragma once
#include "models/sync/conflict.h"
#include <QJsonObject>

namespace vox {

class Store;

// What a person decides about an agent that was changed in two places. What was being written becomes a revision of its
// side first, so that nothing is lost. NotFound when there is nothing (left) to decide. On a writing thread.
Result<ConflictInfo> openConflict(Store &store, DocumentId agent, const QString &author, UtcMs now);

} // namespace vox
