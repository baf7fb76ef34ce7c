#include "app/api/scheduler.h"
#include "models/store/audit_store.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"
#include "models/sync/publishing.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSweepMs = 10 * 60 * 1000;

AuditEntry entryOf(const EnvironmentState &state, UtcMs now)
{
    AuditEntry entry;
    entry.atUtcMs = now.value;
    entry.actor = state.changedBy;
    entry.via = u"system"_s;
    entry.action = u"environment.published"_s;
    entry.subject = enumName(state.environment);
    entry.outcome = u"done"_s;
    entry.facts = {{u"release"_s, state.release}, {u"scheduled"_s, true}};
    return entry;
}

} // namespace

void Scheduler::tick(ServerStore &store, UtcMs now)
{
    const auto complain = [this](const Error &error) {
        m_log({{u"what"_s, u"scheduler"_s}, {u"error"_s, error.codeName()}, {u"detail"_s, error.detail}});
    };
    const auto workspaces = store.workspaces();
    if (!workspaces) return complain(workspaces.error());
    for (const WorkspaceInfo &workspace : *workspaces) {
        const auto done = store.transaction([&]() -> Result<void> {
            const auto moved = publishDue(store.workspace(workspace.id), now);
            if (!moved) return moved.error();
            for (const EnvironmentState &state : *moved)
                if (const auto added = store.audit().add(workspace.id, entryOf(state, now)); !added) return added.error();
            return {};
        });
        if (!done) complain(done.error());
    }
    if (now.value - m_swept.value < kSweepMs) return;
    m_swept = now;
    if (const auto swept = store.people().sweep(now); !swept) complain(swept.error());
}

} // namespace vox
