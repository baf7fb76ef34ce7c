#include "app/workspace/standing_agent.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/agents/agent.h"
#include "models/sync/settle.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
QString nameIn(const QJsonObject &content) { return content.value("name"_L1).toString(); }
} // namespace

Result<QJsonObject> parseContent(const QByteArray &bytes, const QString &name)
{
    const QJsonDocument json = QJsonDocument::fromJson(bytes);
    if (!json.isObject()) return Error(Error::Code::StoreBroken, {name}, u"content of a document"_s);
    return json.object();
}

Result<StandingAgent> readStanding(Store &store, DocumentId id)
{
    DocumentStore &documents = store.documents();
    const auto row = documents.find(id);
    if (!row) return row.error();
    if (row->kind != agentKind().name) return Error(Error::Code::NotFound, {u"agent"_s, id.text()});
    const auto copy = documents.workingCopy(id);
    if (!copy) return copy.error();
    StandingAgent out;
    out.row = *row;
    if (*copy) {
        out.copy = **copy;
        // In conflict the side that is worked on stands in front.
        if (const qsizetype at = out.row.heads.indexOf(out.copy.base); at > 0) out.row.heads.move(at, 0);
    } else {
        const auto bytes = documents.content(row->head());
        if (!bytes) return bytes.error();
        out.copy = {id, row->head(), row->schema, *bytes, row->name, row->changed, 0};
        out.revision = row->head();
    }
    if (row->deleted) return Error(Error::Code::NotFound, {u"agent"_s, row->name});
    const auto content = parseContent(out.copy.content, row->name);
    if (!content) return content.error();
    const ReadContent read = readContent(agentKind(), out.copy.schema, *content);
    out.content = read.content;
    out.schema = read.schema;
    out.readOnly = read.readOnly;
    return out;
}

namespace {

Result<MadeRevision> makeOnTop(Store &store, const RevisionRequest &request, const RevisionId &base)
{
    DocumentStore &documents = store.documents();
    const QByteArray content = canonicalJson(request.content);
    const auto row = documents.find(request.id);
    if (!row) return row.error();
    const bool onHead = base.isEmpty() ? row->heads.isEmpty() : row->heads.contains(base);
    if (!base.isEmpty()) {
        const auto before = documents.content(base);
        if (before && *before == content) {
            const auto gone = documents.discardWorkingCopy(request.id);
            if (!gone) return gone.error();
            return MadeRevision{onHead ? base : row->head(), !onHead};
        }
    }
    const QStringList parents = base.isEmpty() ? QStringList() : QStringList{base};
    const Revision revision = makeRevision(request.id, agentKind().name, agentKind().schema, parents, request.author, request.now,
                                           request.message, content);
    if (onHead) {
        const auto added = documents.addRevision(revision, content, request.name, DocumentStore::Copy::Discard);
        if (!added) return added.error();
        return MadeRevision{*added, false};
    }
    const auto grafted = store.replica().graft(revision, content);
    if (!grafted && grafted.error().code == Error::Code::NotFound) return Error(Error::Code::Conflict, {request.name});
    if (!grafted) return grafted.error();
    if (const auto gone = documents.discardWorkingCopy(request.id); !gone) return gone.error();
    const auto settled = settle(store, request.id);
    if (!settled) return settled.error();
    return MadeRevision{*grafted, true};
}

} // namespace

Result<MadeRevision> writeRevision(Store &store, const RevisionRequest &request)
{
    MadeRevision made;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto copy = store.documents().workingCopy(request.id);
        if (!copy) return copy.error();
        if ((*copy ? (*copy)->stamp : 0) != request.stamp) return Error(Error::Code::Conflict, {request.name});
        const auto top = makeOnTop(store, request, *copy ? (*copy)->base : request.base);
        if (!top) return top.error();
        made = *top;
        return {};
    });
    if (!done) return done.error();
    return made;
}

Result<void> removeAgent(Store &store, DocumentId id, const QString &author, UtcMs now)
{
    return store.transaction([&]() -> Result<void> {
        auto standing = readStanding(store, id);
        if (!standing) return standing.error();
        // What was being written is not lost: it becomes a revision first.
        RevisionId parent = standing->row.head();
        if (standing->copy.stamp > 0 && !standing->readOnly) {
            const auto made = writeRevision(store, {id, standing->content, nameIn(standing->content), author, {}, now,
                                                    standing->copy.base, standing->copy.stamp});
            if (!made) return made.error();
            parent = made->id;
        }
        // What came from elsewhere meanwhile may have been merged with it.
        if (const auto now = store.documents().find(id); now && !now->heads.contains(parent)) parent = now->head();
        const Revision tombstone = makeRevision(id, agentKind().name, standing->row.schema, {parent}, author, now, {}, tombstoneContent());
        const auto added = store.documents().addRevision(tombstone, tombstoneContent(), standing->row.name, DocumentStore::Copy::Discard);
        return added ? Result<void>() : Result<void>(added.error());
    });
}

Result<void> restoreAgent(Store &store, DocumentId id, const QString &author, UtcMs now)
{
    return store.transaction([&]() -> Result<void> {
        const auto row = store.documents().find(id);
        if (!row) return row.error();
        if (!row->deleted) return {};
        const auto tombstone = store.documents().revision(row->head());
        if (!tombstone) return tombstone.error();
        if (tombstone->header.parents.isEmpty()) return Error(Error::Code::NotFound, {u"revision"_s, row->name});
        const RevisionId last = tombstone->header.parents.first();
        const auto content = store.documents().content(last);
        if (!content) return content.error();
        const Revision again = makeRevision(id, row->kind, row->schema, {row->head()}, author, now, {}, *content);
        const auto added = store.documents().addRevision(again, *content, row->name, DocumentStore::Copy::Discard);
        return added ? Result<void>() : Result<void>(added.error());
    });
}

Result<DocumentId> createAgent(Store &store, const QJsonObject &content, int schema, const QString &author, UtcMs now)
{
    const DocumentId id = DocumentId::make(now);
    const QByteArray bytes = canonicalJson(content);
    const Revision first = makeRevision(id, agentKind().name, schema, {}, author, now, {}, bytes);
    const auto added = store.documents().addRevision(first, bytes, nameIn(content), DocumentStore::Copy::Discard);
    if (!added) return added.error();
    return id;
}

} // namespace vox
