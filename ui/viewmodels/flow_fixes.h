#pragma once
#include "ui/viewmodels/flow_view_model.h"

namespace vox {

// The one obvious repair of a problem in a flow, when there is one: connect an outcome that leads nowhere, remove an arrow
// that points at nothing. `target` is the node it would lead to.
struct FlowFix {
    enum class What { Connect, RemoveArrows };
    What what = What::Connect;
    QString node, port, target;
};
std::optional<FlowFix> obviousFix(const FlowViewModel &model, const Problem &problem);
void applyFix(FlowViewModel &model, const FlowFix &fix);

} // namespace vox
