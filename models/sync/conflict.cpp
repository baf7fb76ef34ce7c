#include "models/sync/conflict.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/kinds.h"
#include "models/store/store.h"
#include "models/sync/named_path.h"
#include "models/sync/settle.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

ConflictSide shown(const RevisionId &id, const Revision &header, const Side &side)
{
    const bool deleted = side.state == Side::State::Deleted, erased = side.state == Side::State::Gone;
    return {id, header.author, header.created, header.message, deleted, erased, side.content};
}

// Mine first, then by age.
Result<QStringList> inOrder(Ancestry &ancestry, const QStringList &heads, const QString &me)
{
    QList<std::pair<RevisionId, Revision>> known;
    for (const RevisionId &head : heads) {
        const auto header = ancestry.header(head);
        if (!header) return header.error();
        known.append({head, *header});
    }
    const auto age = [](const auto &one) { return std::pair(one.second.created.value, one.first); };
    std::sort(known.begin(), known.end(), [&](const auto &a, const auto &b) { return age(a) < age(b); });
    for (qsizetype i = known.size() - 1; i >= 0; --i) {
        if (known[i].second.author != me) continue;
        known.move(i, 0);
        break;
    }
    QStringList out;
    for (const auto &one : std::as_const(known)) out.append(one.first);
    return out;
}

} // namespace

bool ConflictInfo::anyDeleted() const
{
    return std::any_of(sides.cbegin(), sides.cend(), [](const ConflictSide &side) { return side.deleted; });
}

QStringList ConflictInfo::heads() const
{
    QStringList out;
    for (const ConflictSide &side : sides) out.append(side.revision);
    return out;
}

Result<ConflictInfo> findConflict(Store &store, DocumentId document, const QString &me)
{
    const auto row = store.documents().find(document);
    if (!row) return row.error();
    if (row->heads.size() < 2) return Error(Error::Code::NotFound, {u"conflict"_s, row->name});
    Ancestry ancestry(store);
    const auto heads = inOrder(ancestry, row->heads, me);
    if (!heads) return heads.error();
    const KindInfo *kind = findKind(row->kind);
    const auto all = putAllTogether(store, ancestry, *heads, kind);
    if (!all) return all.error();
    ConflictInfo out{document, row->kind, row->name, {}, {}, all->places, all->best, kind == nullptr};
    if (!all->bases.isEmpty()) {
        const auto header = ancestry.header(all->bases.first());
        if (!header) return header.error();
        out.before = shown(all->bases.first(), *header, all->base);
    }
    for (qsizetype i = 0; i < heads->size(); ++i) {
        const auto header = ancestry.header(heads->at(i));
        if (!header) return header.error();
        out.sides.append(shown(heads->at(i), *header, all->sides[i]));
        out.readOnly = out.readOnly || all->sides[i].state == Side::State::Newer;
    }
    return out;
}

QJsonObject withChoices(const ConflictInfo &conflict, const QHash<QString, int> &choices)
{
    QJsonObject content = conflict.merged;
    for (const ConflictPlace &place : conflict.places) {
        const int choice = choices.value(place.path, -1);
        if (choice >= 0 && choice < place.values.size()) content = withValueAtNamed(content, place.path, place.values[choice].value);
    }
    return content;
}

Result<RevisionId> resolve(Store &store, const Resolution &resolution)
{
    RevisionId made;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto row = store.documents().find(resolution.document);
        if (!row) return row.error();
        QStringList parents = resolution.heads;
        parents.removeDuplicates();
        parents.sort();
        const auto stands = [&](const RevisionId &head) { return row->heads.contains(head); };
        if (parents.size() < 2 || !std::all_of(parents.cbegin(), parents.cend(), stands)) return Error(Error::Code::Conflict, {row->name});
        const KindInfo *kind = findKind(row->kind);
        if (!kind) return Error(Error::Code::NewerSchema, {row->kind, QString::number(row->schema)});
        const QByteArray content = resolution.content ? canonicalJson(*resolution.content) : tombstoneContent();
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
