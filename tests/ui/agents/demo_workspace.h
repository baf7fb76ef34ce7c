#pragma once
#include "app/workspace/agent_documents.h"
#include "app/workspace/demo_past.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "models/documents/canonical_json.h"
#include "models/store/store.h"
#include "tests/unit/app/workspace/await.h"
#include <QJsonDocument>
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
    // Of an agent in conflict, one more version from before it parted: another goal, another description.
    bool addThird(DocumentId id)
    {
        const auto grafted = await(workspace->stores().write([id](Store &store) -> Result<void> {
            const auto row = store.documents().find(id);
            if (!row) return row.error();
            const auto head = store.documents().revision(row->heads.first());
            if (!head) return head.error();
            const auto bytes = store.documents().content(head->header.parents.first());
            if (!bytes) return bytes.error();
            QJsonObject content = QJsonDocument::fromJson(*bytes).object();
            content.insert(QStringLiteral("goal_ms"), 1234);
            content.insert(QStringLiteral("description"), QStringLiteral("Only in the third"));
            const QByteArray third = canonicalJson(content);
            const Revision revision = makeRevision(id, row->kind, row->schema, head->header.parents, QStringLiteral("Tom Reed"),
                                                   UtcMs{head->header.created.value - 60'000}, QStringLiteral("Shorter goal"), third);
            const auto made = store.replica().graft(revision, third);
            return made ? Result<void>() : Result<void>(made.error());
        }));
        return bool(grafted);
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
