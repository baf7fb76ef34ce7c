#pragma once
#include "models/store/replica_store.h"
#include <QList>

namespace vox {

class Store;

// What became of a document with several heads.
struct Settled {
    QList<RevisionId> heads;  // one when it is settled; more: a conflict, or content this program cannot merge
    int merges = 0;           // revisions that were made
};

// Merges the heads of a document by the fields of its kind as far as that goes without a decision, pairwise in an order
// that depends on the revisions alone. Replicas with equal sets of revisions make the same revisions (author "merge", the
// time of the latest parent, no message). What was written by a newer program, is of an unknown kind or was erased is
// left alone. To be called inside a transaction after revisions came in.
Result<Settled> settle(Store &store, DocumentId document);
// All that are split now; answers those that still are.
Result<QList<DocumentId>> settleAll(Store &store, const QList<DocumentId> &documents);

} // namespace vox
