#pragma once
#include "models/documents/merge.h"
#include "models/sync/past.h"

namespace vox {

class Store;

// Two heads put together.
struct ThreeWay {
    QStringList bases;         // lowest common ancestors
    Side base;                 // Deleted when there is none: nothing was there before
    Side ours;
    Side theirs;
    // What came of it; no side while only a person can tell.
    std::optional<Side> merged;
    QList<MergeConflict> conflicts;
    QJsonObject best;          // merged content with ours where they conflict
};
Result<ThreeWay> putTogether(Store &store, Ancestry &ancestry, const RevisionId &ours, const RevisionId &theirs, const KindInfo *kind);

} // namespace vox
