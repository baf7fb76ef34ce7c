#include "models/sync/conflict.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include "models/sync/named_path.h"
#include "models/sync/settle.h"
#include "models/sync/three_way.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

ConflictSide shown(const RevisionId &id, const Revision &header, const Side &side)
{
    return {id, header.author, header.created, header.message, side.state == Side::State::Deleted, side.content};
}

} // namespace

Result<ConflictInfo> findConflict(Store &store, DocumentId document, const QString &me)
{
    const auto row = store.documents().find(document);
    if (!row) return row.error();
    if (row->heads.size() < 2) return Error(Error::Code::NotFound, {u"conflict"_s, row->name});
    QStringList heads = row->heads;
    heads.sort();
    Ancestry ancestry(store);
    QList<Revision> headers;
    qsizetype mine = 0;
    for (const RevisionId &head : std::as_const(heads)) {
        const auto header = ancestry.header(head);
        if (!header) return header.error();
        headers.append(*header);
        if (header->author == me && headers[mine].author != me) mine = headers.size() - 1;
    }
    const qsizetype other = mine == 0 ? 1 : 0;
    const KindInfo *kind = findKind(row->kind);
    const auto both = putTogether(store, ancestry, heads[mine], heads[other], kind);
    if (!both) return both.error();
    ConflictInfo out;
    out.document = document;
    out.kind = row->kind;
    out.name = row->name;
    out.heads = heads;
    if (!both->bases.isEmpty()) {
        const auto header = ancestry.header(both->bases.first());
        if (!header) return header.error();
        out.before = shown(both->bases.first(), *header, both->base);
    }
    out.ours = shown(heads[mine], headers[mine], both->ours);
    out.theirs = shown(heads[other], headers[other], both->theirs);
    out.conflicts = both->conflicts;
    out.merged = both->best;
    out.readOnly = !kind || both->ours.state == Side::State::Newer || both->theirs.state == Side::State::Newer;
    return out;
}

QJsonObject withTheirs(const ConflictInfo &conflict, const QStringList &paths)
{
    QJsonObject content = conflict.merged;
    for (const MergeConflict &one : conflict.conflicts)
        if (paths.contains(one.path)) content = withValueAtNamed(content, one.path, one.theirs);
    return content;
}

Result<RevisionId> resolve(Store &store, const Resolution &resolution)
{
    RevisionId made;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto row = store.documents().find(resolution.document);
        if (!row) return row.error();
        if (!row->heads.contains(resolution.ours) || !row->heads.contains(resolution.theirs) || resolution.ours == resolution.theirs)
            return Error(Error::Code::Conflict, {row->name});
        const KindInfo *kind = findKind(row->kind);
        if (!kind) return Error(Error::Code::NewerSchema, {row->kind, QString::number(row->schema)});
        const QByteArray content = resolution.content ? canonicalJson(*resolution.content) : tombstoneContent();
        QStringList parents{resolution.ours, resolution.theirs};
        parents.sort();
        const Revision revision = makeRevision(resolution.document, row->kind, kind->schema, parents, resolution.author, resolution.now,
                                               resolution.message, content);
        const QString name = resolution.content ? resolution.content->value("name"_L1).toString(row->name) : row->name;
        // What is being written meanwhile was begun on one of the sides and meets the decision like any other change.
        const auto added = store.documents().addRevision(revision, content, name, DocumentStore::Copy::Keep);
        if (!added) return added.error();
        made = *added;
        const auto settled = settle(store, resolution.document);
        return settled ? Result<void>() : Result<void>(settled.error());
    });
    if (!done) return done.error();
    return made;
}

} // namespace vox
