#pragma once
#include "models/documents/kind_info.h"
#include "models/documents/merge.h"
#include "models/sync/ancestry.h"

namespace vox {

class Store;

// The content of a revision as a merge sees it.
struct Side {
    enum class State { Content, Deleted, Gone, Newer }; // Gone: erased; Newer: not ours to touch
    State state = State::Content;
    QJsonObject content; // of the kind's own schema

    friend bool operator==(const Side &, const Side &) = default;
};
// `kind` null: unknown to this program, which makes every content Newer.
Result<Side> readSide(Store &store, const Revision &revision, const RevisionId &id, const KindInfo *kind);

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
