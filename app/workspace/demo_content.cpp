#include "app/workspace/demo_content.h"
#include "models/documents/canonical_json.h"
#include "models/documents/document_file.h"
#include "models/kinds/agents/agent.h"
#include "models/store/store.h"
#include <QFile>

static void initWorkspaceResources() { Q_INIT_RESOURCE(workspace_resources); }

namespace vox {

using namespace Qt::StringLiterals;

QStringList bundledAgents() { return {u"order_desk"_s, u"first_line"_s, u"blank_en"_s, u"blank_ru"_s}; }

QByteArray bundledAgent(const QString &name)
{
    initWorkspaceResources();
    QFile file(u":/demo/"_s + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> addDemoAgents(Store &store, UtcMs now)
{
    return store.transaction([&]() -> Result<void> {
        const auto there = store.documents().list(agentKind().name);
        if (!there) return there.error();
        if (!there->isEmpty()) return {}; // another process was faster
        for (const QString &name : bundledAgents().first(2)) {
            const ParsedFile parsed = parseDocumentFile(agentKind(), bundledAgent(name), now);
            if (!parsed.file) return parsed.problems.isEmpty() ? Error(Error::Code::AgentInvalid, {name, u"0"_s}) : parsed.problems.first().error;
            const QByteArray content = canonicalJson(parsed.file->content);
            const Revision first = makeRevision(DocumentId::make(now), u"agent"_s, parsed.file->schema, {}, u"demo"_s, now, {}, content);
            const auto added = store.documents().addRevision(first, content, parsed.file->content.value("name"_L1).toString(),
                                                             DocumentStore::Copy::Discard);
            if (!added) return added.error();
        }
        return {};
    });
}

} // namespace vox
