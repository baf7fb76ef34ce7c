#pragma once
#include "models/sync/past.h"

namespace vox {

// One of the values a place has come to. Undefined: it is not there.
struct DifferentValue {
    QJsonValue value;
    QStringList revisions; // the heads whose edits are in it: a head that fits to several values is in each of them

    friend bool operator==(const DifferentValue &, const DifferentValue &) = default;
};

// Something that was changed differently by several. `path` names list items by id, as in Change.
struct ConflictPlace {
    QString path;
    QJsonValue base;              // before all of them; undefined: was not there
    QList<DifferentValue> values; // two or more; the first head's comes first
};

// Any number of heads put together at once.
struct ManyWay {
    QStringList bases;           // lowest common ancestors of all
    Side base;                   // Deleted when there is none: nothing was there before
    QList<Side> sides;           // in the order of the heads
    QList<ConflictPlace> places; // by path
    QJsonObject best;            // everything nobody needs to be asked about; at the places the first head's value, or what it deleted
};

// Puts the heads that have content together; those that are deleted, erased or newer are only read. At each place two heads
// count as different only where both changed what was there when those two parted, and their edits do not fit together: a
// decision that one of them was built upon is not asked for again. Never loses an edit without a place that shows it.
Result<ManyWay> putAllTogether(Store &store, Ancestry &ancestry, const QStringList &heads, const KindInfo *kind);

} // namespace vox
