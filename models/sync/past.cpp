#include "models/sync/past.h"
#include "models/documents/merge.h"
#include "models/store/store.h"
#include "models/sync/named_path.h"
#include <QJsonDocument>

namespace vox {

namespace {

constexpr int deepest = 12; // of virtual bases inside virtual bases

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

Result<Side> Past::of(const QStringList &bases, int depth)
{
    if (bases.isEmpty()) return Side{Side::State::Deleted, {}};
    auto past = read(bases.first());
    for (qsizetype i = 1; i < bases.size() && past && depth < deepest; ++i) {
        const auto earlier = m_ancestry.common(bases.first(i), {bases[i]});
        if (!earlier) return earlier.error();
        const auto base = of(*earlier, depth + 1);
        if (!base) return base.error();
        const auto other = read(bases[i]);
        if (!other) return other.error();
        past = together(*base, *past, *other);
    }
    return past;
}

Result<Side> Past::before(const QStringList &ones, const QStringList &others)
{
    const auto bases = m_ancestry.common(ones, others);
    if (!bases) return bases.error();
    return of(*bases);
}

Result<Side> Past::read(const RevisionId &id)
{
    const auto revision = m_ancestry.header(id);
    if (!revision) return revision.error();
    return readSide(m_store, *revision, id, m_kind);
}

Side Past::together(const Side &base, const Side &ours, const Side &theirs) const
{
    if (ours == theirs || theirs == base) return ours;
    if (ours == base) return theirs;
    if (ours.state != Side::State::Content || theirs.state != Side::State::Content) return base;
    Merged merged = merge(base.content, ours.content, theirs.content, m_kind->fields);
    for (const MergeConflict &conflict : merged.conflicts)
        merged.content = withValueAtNamed(merged.content, conflict.path, conflict.base);
    return Side{Side::State::Content, merged.content};
}

} // namespace vox
