#include "models/dialogue/nodes/step.h"

namespace vox {

namespace {

QList<Port> ports(const QJsonObject &) { return {nextPort()}; }
QString summary(const QJsonObject &, const QString &) { return {}; }
void check(const Node &, CheckContext &) {}
DialogueStep step(const StepContext &context, const DialogueEvent &) { return Stepping(context).leave(QStringLiteral("next")); }
const FieldList &fields()
{
    static const FieldList none;
    return none;
}

} // namespace

const NodeType startNode{"start", QT_TRANSLATE_NOOP("NodeType", "Start"),
                         QT_TRANSLATE_NOOP("NodeType", "Every call begins here."), fields, ports, summary, check, step};

} // namespace vox
