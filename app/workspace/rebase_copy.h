#pragma once
#include "models/base/result.h"
#include "models/base/ids.h"
#include "models/base/time.h"

namespace vox {

class Store;

// What is being written (the working copy) after its document got revisions from elsewhere: it goes on from the new head with both
// sides' changes when they fit together. When they do not it stays as it is on the revision it was begun on; becoming a
// revision it will be a second head, for a person to decide. Where the document was deleted it becomes one at once, by
// `author`. On a writing thread, in the transaction of what came.
Result<void> rebaseCopy(Store &store, DocumentId document, const QString &author, UtcMs now);

} // namespace vox
