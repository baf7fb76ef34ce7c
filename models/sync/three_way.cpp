#include "models/sync/three_way.h"
#include "models/store/store.h"
#include "models/sync/named_path.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 12; // of virtual bases inside virtual bases

// The common past of several revisions as one content: one revision's own, or a merge of several by the same rules. What they
// disagree about stays as it was before them, so that neither side looks as if it had not touched it.
class Past {
public:
    Past(Store &store, Ancestry &ancestry, const KindInfo *kind) : m_store(store), m_ancestry(ancestry), m_kind(kind) {}

    Result<Side> of(const QStringList &bases, int depth = 0)
    {
        if (bases.isEmpty()) return Side{Side::State::Deleted, {}};
        auto past = read(bases.first());
        for (qsizetype i = 1; i < bases.size() && past && depth < deepest; ++i) {
            const auto before = m_ancestry.common(bases.first(i), {bases[i]});
            if (!before) return before.error();
            const auto base = of(*before, depth + 1);
            if (!base) return base.error();
            const auto other = read(bases[i]);
            if (!other) return other.error();
            past = together(*base, *past, *other);
        }
        return past;
    }

private:
    Result<Side> read(const RevisionId &id)
    {
        const auto revision = m_ancestry.header(id);
        if (!revision) return revision.error();
        return readSide(m_store, *revision, id, m_kind);
    }

    Side together(const Side &base, const Side &ours, const Side &theirs) const
    {
        if (ours == theirs || theirs == base) return ours;
        if (ours == base) return theirs;
        if (ours.state != Side::State::Content || theirs.state != Side::State::Content) return base;
        Merged merged = merge(base.content, ours.content, theirs.content, m_kind->fields);
        for (const MergeConflict &conflict : merged.conflicts)
            merged.content = withValueAtNamed(merged.content, conflict.path, conflict.base);
        return Side{Side::State::Content, merged.content};
    }

    Store &m_store;
    Ancestry &m_ancestry;
    const KindInfo *m_kind;
};

} // namespace

Result<Side> readSide(Store &store, const Revision &revision, const RevisionId &id, const KindInfo *kind)
{
    if (revision.isTombstone()) return Side{Side::State::Deleted, {}};
    const auto bytes = store.documents().content(id);
    if (!bytes && bytes.error().code == Error::Code::NotFound) return Side{Side::State::Gone, {}};
    if (!bytes) return bytes.error();
    const QJsonDocument json = QJsonDocument::fromJson(*bytes);
    if (!json.isObject()) return Side{Side::State::Newer, {}}; // no content of ours has this shape
    if (!kind) return Side{Side::State::Newer, json.object()};
    const ReadContent read = readContent(*kind, revision.schema, json.object());
    return Side{read.readOnly ? Side::State::Newer : Side::State::Content, read.content};
}

Result<ThreeWay> putTogether(Store &store, Ancestry &ancestry, const RevisionId &ours, const RevisionId &theirs, const KindInfo *kind)
{
    ThreeWay out;
    const auto bases = ancestry.common({ours}, {theirs});
    if (!bases) return bases.error();
    out.bases = *bases;
    for (const auto &[id, side] : {std::pair{ours, &out.ours}, std::pair{theirs, &out.theirs}}) {
        const auto revision = ancestry.header(id);
        if (!revision) return revision.error();
        const auto read = readSide(store, *revision, id, kind);
        if (!read) return read.error();
        *side = *read;
    }
    const auto base = Past(store, ancestry, kind).of(out.bases);
    if (!base) return base.error();
    out.base = *base;
    out.best = out.ours.content;
    const auto is = [](const Side &side, Side::State state) { return side.state == state; };
    if (is(out.ours, Side::State::Newer) || is(out.theirs, Side::State::Newer) || is(out.ours, Side::State::Gone) ||
        is(out.theirs, Side::State::Gone))
        return out;
    const bool known = is(out.base, Side::State::Content) || is(out.base, Side::State::Deleted);
    if (out.ours == out.theirs) out.merged = out.ours;
    else if (known && out.theirs == out.base) out.merged = out.ours;
    else if (known && out.ours == out.base) out.merged = out.theirs;
    else if (is(out.ours, Side::State::Content) && is(out.theirs, Side::State::Content)) {
        const Merged merged = merge(is(out.base, Side::State::Content) ? out.base.content : QJsonObject(), out.ours.content,
                                    out.theirs.content, *kind);
        out.best = merged.content;
        out.conflicts = merged.conflicts;
        if (merged.conflicts.isEmpty()) out.merged = Side{Side::State::Content, merged.content};
    }
    if (out.merged) out.best = out.merged->content;
    return out;
}

} // namespace vox
