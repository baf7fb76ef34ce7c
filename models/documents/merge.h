#pragma once
#include "models/base/field.h"
#include <QJsonObject>

namespace vox {

// Two people changed the same thing differently. `path` as in Change.
struct MergeConflict {
    QString path;
    QJsonValue base;   // undefined: was not there
    QJsonValue ours;   // undefined: deleted by us
    QJsonValue theirs; // undefined: deleted by them
};

struct Merged {
    QJsonObject content; // where there is a conflict: ours
    QList<MergeConflict> conflicts;
};

// Three-way merge by the kind's fields against the common ancestor: scalars as wholes, objects by field, lists of
// objects by id (deletion against edit is a conflict), scalar lists as sets unless ordered, long text by line. Pure;
// the same three contents always give the same result.
Merged merge(const QJsonObject &base, const QJsonObject &ours, const QJsonObject &theirs, const FieldList &fields);

} // namespace vox
