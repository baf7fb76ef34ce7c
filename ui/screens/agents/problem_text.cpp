#include "ui/screens/agents/problem_text.h"
#include "app/wording/wording.h"
#include <QCoreApplication>

namespace vox {

QString problemText(const Problem &problem, const FlowViewModel &model)
{
    Error error = problem.error;
    const Node *node = model.node(problem.node);
    // Arguments are ids and port names; people know titles and labels.
    for (QString &arg : error.args) {
        if (const Node *named = model.node(arg)) arg = model.title(*named);
        if (!node) continue;
        for (const Port &port : model.ports(node->id))
            if (arg == port.name || arg == port.label || (port.labelNoop && arg == QLatin1StringView(port.labelNoop))) {
                arg = model.portLabel(port);
                break;
            }
    }
    const QString sentence = wording::whatHappened(error);
    if (!node) return sentence;
    const QString title = model.title(*node);
    if (sentence.startsWith(title)) return sentence;
    return QCoreApplication::translate("vox::Problems", "%1: %2", "node: what is wrong").arg(title, sentence);
}

} // namespace vox
