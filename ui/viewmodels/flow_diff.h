#pragma once
#include "models/dialogue/flow.h"
#include <QHash>

namespace vox {

// How a node or arrow of a flow stands against another version of it.
enum class DiffMark : quint8 { None, Same, Added, Removed, Changed };

// Two versions of a flow compared by id. A node that only moved is the same; an arrow that leads elsewhere is changed.
struct FlowDiff {
    QHash<QString, DiffMark> before; // node and edge ids of the older flow: Same, Removed, Changed
    QHash<QString, DiffMark> after;  // of the newer one: Same, Added, Changed
    int added = 0, removed = 0, changed = 0; // nodes and arrows
};
FlowDiff compareFlows(const Flow &before, const Flow &after);

} // namespace vox
