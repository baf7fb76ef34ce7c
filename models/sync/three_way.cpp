#include "models/sync/three_way.h"
#include "models/documents/merge.h"

namespace vox {

Result<ThreeWay> putTogether(Store &store, Ancestry &ancestry, const RevisionId &ours, const RevisionId &theirs, const KindInfo *kind)
{
    ThreeWay out;
    const auto bases = ancestry.common({ours}, {theirs});
    if (!bases) return bases.error();
    out.bases = *bases;
    Past past(store, ancestry, kind);
    for (const auto &[id, side] : {std::pair{ours, &out.ours}, std::pair{theirs, &out.theirs}}) {
        const auto read = past.read(id);
        if (!read) return read.error();
        *side = *read;
    }
    const auto base = past.of(out.bases);
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
