#include "ui/viewmodels/flow_fixes.h"
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Where a free outcome most likely belongs: for a failure the nearest hand-over, else the nearest node below, an end among
// them. Nothing when the flow has neither.
QString likelyTarget(const FlowViewModel &model, const Node &from, const Port &port)
{
    const Node *best = nullptr;
    double cheapest = 1e18;
    for (const Node &node : model.flow().nodes) {
        if (node.id == from.id || node.type == "start"_L1) continue;
        const QPointF away = node.position - from.position;
        double cost = std::hypot(away.x(), away.y()) + (away.y() <= 0 ? 4000 : 0);
        if (port.role == Port::Role::Failure) cost += node.type == "handover"_L1 ? 0 : node.type == "end"_L1 ? 10000 : 20000;
        if (cost >= cheapest) continue;
        cheapest = cost;
        best = &node;
    }
    return best ? best->id : QString();
}

// Problems name an outcome by its port, the author's words for it or ours.
bool isAbout(const Error &error, const Port &port)
{
    const QStringList names{port.name, port.label, QString::fromUtf8(port.labelNoop ? port.labelNoop : "")};
    return std::any_of(names.cbegin(), names.cend(), [&](const QString &name) { return !name.isEmpty() && error.args.contains(name); });
}

} // namespace

std::optional<FlowFix> obviousFix(const FlowViewModel &model, const Problem &problem)
{
    const Node *node = model.node(problem.node);
    if (!node) return std::nullopt;
    for (const Port &port : model.ports(node->id)) {
        if (!port.required || model.edgeAt(node->id, port.name) || !isAbout(problem.error, port)) continue;
        const QString target = likelyTarget(model, *node, port);
        if (!target.isEmpty()) return FlowFix{FlowFix::What::Connect, node->id, port.name, target};
    }
    for (const Edge *edge : model.edgesOf(node->id))
        if (!model.node(edge->to)) return FlowFix{FlowFix::What::RemoveArrows, node->id, edge->port, {}};
    return std::nullopt;
}

void applyFix(FlowViewModel &model, const FlowFix &fix)
{
    switch (fix.what) {
    case FlowFix::What::Connect: model.connectPort(fix.node, fix.port, fix.target); break;
    case FlowFix::What::RemoveArrows: model.disconnectPort(fix.node, fix.port); break;
    }
}

} // namespace vox
