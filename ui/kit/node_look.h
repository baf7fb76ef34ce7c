#pragma once
#include "ui/kit/colours.h"
#include <QStringView>
#include <span>

namespace vox::kit {

// How one node type looks on canvas, palette and lists. `pill`: start and end are pills, not boxes.
struct NodeLook {
    const char *type;
    const char *icon;
    Meaning meaning;
    bool pill = false;
};

// One row per node type of models/dialogue.
std::span<const NodeLook> nodeLooks();
// A type without a row (made by a newer version) looks like a neutral box.
const NodeLook &nodeLook(QStringView type);

} // namespace vox::kit
