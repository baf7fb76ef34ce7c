#pragma once
#include <QJsonValue>
#include <QString>

namespace vox {

// Two people changed the same thing differently. `path` names list items by id, as in Change. A value.
struct MergeConflict {
    QString path;
    QJsonValue base;   // undefined: was not there
    QJsonValue ours;   // undefined: deleted by us
    QJsonValue theirs; // undefined: deleted by them
};

} // namespace vox
