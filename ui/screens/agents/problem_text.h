#pragma once
#include "ui/viewmodels/flow_view_model.h"

namespace vox {

// One sentence about a problem for the strip and the inspector: "Book slot: the outcome “failed” leads nowhere."
QString problemText(const Problem &problem, const FlowViewModel &model);

} // namespace vox
