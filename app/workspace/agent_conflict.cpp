#include "app/workspace/agent_conflict.h"
#include "app/workspace/standing_agent.h"
#include "models/store/store.h"

namespace vox {

namespace {

Result<void> keepWorkingCopy(Store &store, const DocumentRow &row, const QString &author, UtcMs now)
{
    const auto copy = store.documents().workingCopy(row.id);
    if (!copy) return copy.error();
    if (!*copy) return {};
    const auto content = parseContent((*copy)->content, row.name);
    if (!content) return content.error();
    const auto made = writeRevision(store, {row.id, *content, (*copy)->name, author, {}, now, (*copy)->base, (*copy)->stamp});
    return made ? Result<void>() : Result<void>(made.error());
}

} // namespace

Result<ConflictInfo> openConflict(Store &store, DocumentId agent, const QString &author, UtcMs now)
{
    const auto row = store.documents().find(agent);
    if (!row) return row.error();
    if (row->heads.size() > 1)
        if (const auto kept = keepWorkingCopy(store, *row, author, now); !kept) return kept.error();
    return findConflict(store, agent, author);
}

} // namespace vox
