#include "models/dialogue/nodes/step.h"

namespace vox {

std::span<const NodeType *const> nodeTypes()
{
    static const NodeType *const all[] = {&startNode, &sayNode, &listenNode, &branchNode, &setNode,
                                          &knowledgeNode, &toolNode, &modelNode, &handoverNode, &endNode};
    return all;
}

const NodeType *nodeType(const QString &name)
{
    for (const NodeType *type : nodeTypes())
        if (name == QLatin1String(type->name)) return type;
    return nullptr;
}

} // namespace vox
