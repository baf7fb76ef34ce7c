#include "models/kinds/kinds.h"
#include "models/kinds/agents/agent.h"

namespace vox {

const QList<const KindInfo *> &kinds()
{
    static const QList<const KindInfo *> all{&agentKind()};
    return all;
}

const KindInfo *findKind(const QString &name)
{
    for (const KindInfo *kind : kinds())
        if (kind->name == name) return kind;
    return nullptr;
}

} // namespace vox
