#pragma once
#include "app/workspace/agent_documents.h"
#include "app/workspace/demo_past.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "tests/unit/app/workspace/await.h"
#include <QTemporaryDir>

namespace vox::test {

// A workspace whose demo agents have a past: versions, releases, and two agents in conflict.
struct PastWorkspace {
    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;

    PastWorkspace()
    {
        const UtcMs now = Workspace::systemClock()();
        const auto before = [now] { return UtcMs{now.value - qint64(10) * 24 * 3600 * 1000}; };
        {
            auto made = Workspace::open(folder.path(), Workspace::Role::Tool, Workspace::Missing::CreateDemo, before);
            if (!made) return;
            const auto added = await((*made)->stores().write([now](Store &store) { return addDemoPast(store, now); }));
            if (!added) qFatal("%s %s", qPrintable(added.error().codeName()), qPrintable(added.error().args.join(u' ')));
        }
        auto opened = Workspace::open(folder.path(), Workspace::Role::Console, Workspace::Missing::Refuse);
        if (opened) workspace = std::move(*opened);
    }
    DocumentId idOf(const QString &name)
    {
        const auto rows = await(workspace->agents().list());
        if (rows)
            for (const AgentRow &row : *rows)
                if (row.name == name) return row.id;
        return {};
    }
};

} // namespace vox::test
