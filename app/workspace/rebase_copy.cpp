#include "app/workspace/rebase_copy.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include "models/sync/three_way.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The head that grew out of `base`; empty when that is no single one.
Result<RevisionId> grown(Ancestry &ancestry, const DocumentRow &row, const RevisionId &base)
{
    RevisionId found;
    for (const RevisionId &head : row.heads) {
        const auto above = ancestry.reaches(head, base);
        if (!above) return above.error();
        if (!*above) continue;
        if (!found.isEmpty()) return RevisionId();
        found = head;
    }
    return found;
}

Result<void> rescue(Store &store, const WorkingCopy &copy, const QString &kind, const QString &author, UtcMs now)
{
    const auto made = store.replica().graft(makeRevision(copy.document, kind, copy.schema, {copy.base}, author, now, {}, copy.content), copy.content);
    if (!made) return made.error();
    return store.documents().discardWorkingCopy(copy.document);
}

} // namespace

Result<void> rebaseCopy(Store &store, DocumentId document, const QString &author, UtcMs now)
{
    const auto row = store.documents().find(document);
    if (!row) return row.error();
    if (!row->hasWorkingCopy) return {};
    const auto copy = store.documents().workingCopy(document);
    if (!copy) return copy.error();
    const KindInfo *kind = findKind(row->kind);
    if (!*copy || !kind || (*copy)->base.isEmpty() || row->heads.contains((*copy)->base)) return {};
    Ancestry ancestry(store);
    const auto head = grown(ancestry, *row, (*copy)->base);
    if (!head) return head.error();
    if (head->isEmpty()) return {};
    const auto side = [&](const RevisionId &id) -> Result<Side> {
        const auto header = ancestry.header(id);
        if (!header) return header.error();
        return readSide(store, *header, id, kind);
    };
    const auto base = side((*copy)->base), theirs = side(*head);
    if (!base) return base.error();
    if (!theirs) return theirs.error();
    if (base->state != Side::State::Content) return {};
    const ReadContent ours = readContent(*kind, (*copy)->schema, QJsonDocument::fromJson((*copy)->content).object());
    if (ours.readOnly) return {};
    if (ours.content == base->content || ours.content == theirs->content) return store.documents().discardWorkingCopy(document);
    if (theirs->state == Side::State::Deleted) return rescue(store, **copy, row->kind, author, now);
    if (theirs->state != Side::State::Content) return {};
    const Merged merged = merge(base->content, ours.content, theirs->content, *kind);
    if (!merged.conflicts.isEmpty()) return {};
    const WorkingCopy next{document, *head, kind->schema, canonicalJson(merged.content), merged.content.value("name"_L1).toString(row->name),
                           now, (*copy)->stamp};
    const auto written = store.documents().putWorkingCopy(next, row->kind);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace vox
