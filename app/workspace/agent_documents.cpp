#include "app/workspace/agent_documents.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/demo_content.h"
#include "app/workspace/standing_agent.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/documents/document_file.h"
#include "models/kinds/agents/agent.h"
#include "models/people/role.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// One's role may not.
template <typename T> QFuture<Result<T>> forbidden()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(Error(Error::Code::Forbidden, {enumName(Permission::WriteDocuments)})));
    promise.finish();
    return promise.future();
}

Result<AgentSnapshot> snapshot(Store &store, DocumentId id)
{
    const auto standing = readStanding(store, id);
    if (!standing) return standing.error();
    return AgentSnapshot{id, standing->content, standing->schema, standing->readOnly, standing->revision,
                         standing->readOnly ? Problems() : validate(agentKind(), standing->content)};
}

AgentRow listRow(const StandingAgent &standing)
{
    AgentRow out;
    out.id = standing.row.id;
    out.name = standing.row.name;
    out.description = standing.content.value("description"_L1).toString();
    for (const QJsonValue &tag : standing.content.value("languages"_L1).toArray()) out.languages.append(tag.toString());
    out.nodes = int(standing.content.value("flow"_L1)["nodes"_L1].toArray().size());
    out.goalMs = standing.content.value("goal_ms"_L1).toInt(Agent().goalMs);
    out.changed = standing.row.changed;
    out.head = standing.row.head();
    out.conflict = standing.row.heads.size() > 1;
    out.readOnly = standing.readOnly;
    if (standing.readOnly) return out;
    for (const Problem &problem : validate(agentKind(), standing.content))
        ++(problem.severity == Problem::Severity::Error ? out.errors : out.warnings);
    return out;
}

Result<DocumentId> findByName(Store &store, const QString &nameOrId)
{
    const auto rows = store.documents().list(agentKind().name);
    if (!rows) return rows.error();
    QList<DocumentId> found;
    for (const DocumentRow &row : *rows)
        if (row.id.text() == nameOrId.toLower() || row.name.compare(nameOrId, Qt::CaseInsensitive) == 0) found.append(row.id);
    if (found.size() > 1) return Error(Error::Code::Conflict, {nameOrId});
    if (found.isEmpty()) return Error(Error::Code::NotFound, {u"agent"_s, nameOrId});
    return found.first();
}

} // namespace

struct AgentDocuments::Private {
    Workspace &workspace;
    QHash<DocumentId, std::weak_ptr<AgentDocument>> open;
};

AgentDocuments::AgentDocuments(Workspace &workspace) : d(new Private{workspace, {}})
{
    connect(&workspace, &Workspace::changedElsewhere, this, &AgentDocuments::listChanged);
}

AgentDocuments::~AgentDocuments() = default;

// Tells the lists once the write is there.
template <typename T> static QFuture<T> announcing(AgentDocuments *agents, const QFuture<T> &future)
{
    whenDone(future, agents, [agents](const T &done) {
        if (done) emit agents->listChanged();
    });
    return future;
}

QFuture<Result<QList<AgentRow>>> AgentDocuments::list()
{
    return d->workspace.stores().read([](Store &store) -> Result<QList<AgentRow>> {
        const auto rows = store.documents().list(agentKind().name);
        if (!rows) return rows.error();
        QList<AgentRow> out;
        for (const DocumentRow &row : *rows) {
            const auto standing = readStanding(store, row.id);
            if (standing) out.append(listRow(*standing));
            else if (standing.error().code != Error::Code::NotFound) return standing.error();
        }
        return out;
    });
}

QFuture<Result<AgentSnapshot>> AgentDocuments::load(DocumentId id)
{
    return d->workspace.stores().read([id](Store &store) { return snapshot(store, id); });
}

QFuture<Result<AgentSnapshot>> AgentDocuments::loadByName(const QString &nameOrId)
{
    return d->workspace.stores().read([nameOrId](Store &store) -> Result<AgentSnapshot> {
        const auto id = findByName(store, nameOrId);
        if (!id) return id.error();
        return snapshot(store, *id);
    });
}

QFuture<Result<std::shared_ptr<AgentDocument>>> AgentDocuments::open(DocumentId id)
{
    using Opened = Result<std::shared_ptr<AgentDocument>>;
    auto promise = std::make_shared<QPromise<Opened>>();
    promise->start();
    const auto answer = [promise](Opened opened) {
        promise->addResult(std::move(opened));
        promise->finish();
    };
    const QFuture<Opened> future = promise->future();
    if (auto session = d->open.value(id).lock()) {
        answer(session);
        return future;
    }
    whenDone(d->workspace.stores().read([id](Store &store) { return readStanding(store, id); }), this,
             [this, id, answer](const Result<StandingAgent> &standing) {
                 if (!standing) return answer(standing.error());
                 auto session = d->open.value(id).lock(); // somebody may have been faster
                 if (!session) {
                     session = std::make_shared<AgentDocument>(d->workspace, *standing);
                     connect(session.get(), &AgentDocument::saveStateChanged, this, [this, raw = session.get()] {
                         if (raw->saveState() == AgentDocument::SaveState::Saved) emit listChanged();
                     });
                     d->open.insert(id, session);
                 }
                 answer(session);
             });
    return future;
}

QList<AgentTemplate> AgentDocuments::templates() const
{
    QList<AgentTemplate> out;
    for (const QString &id : bundledAgents()) {
        const QJsonObject content = QJsonDocument::fromJson(bundledAgent(id)).object().value("content"_L1).toObject();
        out.append({id, content.value("name"_L1).toString(), content.value("description"_L1).toString(),
                    content.value("languages"_L1)[0].toString()});
    }
    return out;
}

QFuture<Result<DocumentId>> AgentDocuments::createFromTemplate(const QString &templateId, const QString &name)
{
    if (!d->workspace.mayEdit()) return forbidden<DocumentId>();
    const auto create = [templateId, name, owner = d->workspace.author(), now = d->workspace.now()](Store &store) -> Result<DocumentId> {
        const ParsedFile parsed = parseDocumentFile(agentKind(), bundledAgent(templateId), now);
        if (!parsed.file) return Error(Error::Code::NotFound, {u"template"_s, templateId});
        QJsonObject content = parsed.file->content;
        if (!name.isEmpty()) content.insert("name"_L1, name);
        return createAgent(store, content, parsed.file->schema, owner, now);
    };
    return announcing(this, d->workspace.stores().write(create));
}

QFuture<Result<DocumentId>> AgentDocuments::duplicate(DocumentId id, const QString &nameOfCopy)
{
    if (!d->workspace.mayEdit()) return forbidden<DocumentId>();
    const auto copy = [id, nameOfCopy, owner = d->workspace.author(), now = d->workspace.now()](Store &store) -> Result<DocumentId> {
        const auto standing = readStanding(store, id);
        if (!standing) return standing.error();
        QJsonObject content = standing->content;
        if (!nameOfCopy.isEmpty()) content.insert("name"_L1, nameOfCopy);
        return createAgent(store, content, standing->schema, owner, now);
    };
    return announcing(this, d->workspace.stores().write(copy));
}

QFuture<Result<void>> AgentDocuments::remove(DocumentId id)
{
    if (!d->workspace.mayEdit()) return forbidden<void>();
    const auto work = [id, owner = d->workspace.author(), now = d->workspace.now()](Store &store) { return removeAgent(store, id, owner, now); };
    return announcing(this, d->workspace.stores().write(work));
}

QFuture<Result<void>> AgentDocuments::restore(DocumentId id)
{
    if (!d->workspace.mayEdit()) return forbidden<void>();
    const auto work = [id, owner = d->workspace.author(), now = d->workspace.now()](Store &store) { return restoreAgent(store, id, owner, now); };
    return announcing(this, d->workspace.stores().write(work));
}

QFuture<Result<AgentImport>> AgentDocuments::importFile(const QByteArray &bytes)
{
    if (!d->workspace.mayEdit()) return forbidden<AgentImport>();
    const auto import = [bytes, now = d->workspace.now()](Store &store) -> Result<AgentImport> {
        const ParsedFile parsed = parseDocumentFile(agentKind(), bytes, now);
        if (!parsed.file) return AgentImport{{}, parsed.problems};
        const auto id = createAgent(store, parsed.file->content, parsed.file->schema, u"import"_s, now);
        if (!id) return id.error();
        return AgentImport{*id, parsed.problems};
    };
    return announcing(this, d->workspace.stores().write(import));
}

QFuture<Result<QByteArray>> AgentDocuments::exportFile(DocumentId id)
{
    return d->workspace.stores().read([id](Store &store) -> Result<QByteArray> {
        const auto standing = readStanding(store, id);
        if (!standing) return standing.error();
        return writeDocumentFile(agentKind(), standing->schema, standing->content);
    });
}

QFuture<Result<QList<StoredRevision>>> AgentDocuments::history(DocumentId id)
{
    return d->workspace.stores().read([id](Store &store) { return store.documents().history(id); });
}

QFuture<Result<QJsonObject>> AgentDocuments::contentOf(const RevisionId &revision)
{
    return d->workspace.stores().read([revision](Store &store) -> Result<QJsonObject> {
        const auto stored = store.documents().revision(revision);
        if (!stored) return stored.error();
        const auto bytes = store.documents().content(revision);
        if (!bytes) return bytes.error();
        const auto content = parseContent(*bytes, revision);
        if (!content) return content.error();
        return readContent(agentKind(), stored->header.schema, *content).content;
    });
}

QFuture<Result<RevisionId>> AgentDocuments::revisionForCall(DocumentId id)
{
    if (const auto session = d->open.value(id).lock()) return session->makeRevision();
    return d->workspace.stores().write([id, owner = d->workspace.author(), now = d->workspace.now(), may = d->workspace.mayEdit()](Store &store) -> Result<RevisionId> {
        const auto standing = readStanding(store, id);
        if (!standing) return standing.error();
        if (!standing->revision.isEmpty() || standing->readOnly || !may) return standing->row.head();
        const auto made = writeRevision(store, {id, standing->content, standing->row.name, owner, {}, now, standing->copy.base, standing->copy.stamp});
        if (!made) return made.error();
        return made->id;
    });
}

} // namespace vox
