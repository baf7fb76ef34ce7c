#include "models/sync/settle.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include "models/sync/three_way.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The revision that joins two heads; nothing when a person must decide.
struct Joint {
    Revision revision;
    QByteArray content;
    QString name;
};

Result<std::optional<Joint>> join(Store &store, Ancestry &ancestry, const RevisionId &one, const RevisionId &other)
{
    const auto ours = ancestry.header(one), theirs = ancestry.header(other);
    if (!ours) return ours.error();
    if (!theirs) return theirs.error();
    if (ours->kind != theirs->kind) return std::optional<Joint>();
    const KindInfo *kind = findKind(ours->kind);
    const auto both = putTogether(store, ancestry, one, other, kind);
    if (!both) return both.error();
    if (!both->merged) return std::optional<Joint>();
    Joint joint;
    const bool deleted = both->merged->state == Side::State::Deleted;
    joint.content = deleted ? tombstoneContent() : canonicalJson(both->merged->content);
    joint.name = both->merged->content.value("name"_L1).toString();
    const int schema = deleted ? std::max(ours->schema, theirs->schema) : kind->schema;
    joint.revision = makeRevision(ours->document, ours->kind, schema, {one, other}, u"merge"_s, std::max(ours->created, theirs->created), {},
                                  joint.content);
    return std::optional(joint);
}

} // namespace

Result<Settled> settle(Store &store, DocumentId document)
{
    const auto row = store.documents().find(document);
    if (!row) return row.error();
    Settled out{row->heads, 0};
    out.heads.removeDuplicates();
    std::sort(out.heads.begin(), out.heads.end());
    Ancestry ancestry(store);
    bool joined = true;
    while (joined) {
        joined = false;
        for (qsizetype i = 0; i < out.heads.size() && !joined; ++i) {
            for (qsizetype j = i + 1; j < out.heads.size() && !joined; ++j) {
                const auto joint = join(store, ancestry, out.heads[i], out.heads[j]);
                if (!joint) return joint.error();
                if (!*joint) continue;
                const QString name = (*joint)->name.isEmpty() ? row->name : (*joint)->name;
                const auto added = store.documents().addRevision((*joint)->revision, (*joint)->content, name, DocumentStore::Copy::Keep);
                if (!added) return added.error();
                out.heads.removeAt(j);
                out.heads.removeAt(i);
                out.heads.insert(std::lower_bound(out.heads.begin(), out.heads.end(), *added), *added);
                ++out.merges;
                joined = true;
            }
        }
    }
    return out;
}

Result<QList<DocumentId>> settleAll(Store &store, const QList<DocumentId> &documents)
{
    QList<DocumentId> split;
    for (const DocumentId id : documents) {
        const auto settled = settle(store, id);
        if (!settled) return settled.error();
        if (settled->heads.size() > 1) split.append(id);
    }
    return split;
}

} // namespace vox
