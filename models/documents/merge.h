#pragma once
#include "models/documents/kind_info.h"
#include "models/documents/merge_conflict.h"

namespace vox {

struct Merged {
    QJsonObject content; // where there is a conflict: ours
    QList<MergeConflict> conflicts;
};

// Three-way merge by the kind's fields against the common ancestor: scalars as wholes, objects by field, lists of
// objects by id (deletion against edit is a conflict), scalar lists as sets unless ordered, long text by line. Pure;
// the same three contents always give the same result.
Merged merge(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const FieldList &fields);
// The same with what the kind itself cannot accept of a merge, such as an edge that lost its node.
Merged merge(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const KindInfo &kind);

} // namespace vox
