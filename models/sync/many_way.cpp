#include "models/sync/many_way.h"
#include "models/documents/merge.h"
#include "models/sync/named_path.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject contentIn(const Side &side)
{
    return side.state == Side::State::Content ? side.content : QJsonObject();
}

// Paths without those inside another one.
QStringList outermost(QStringList paths)
{
    paths.sort();
    paths.removeDuplicates();
    QStringList out;
    for (const QString &path : std::as_const(paths))
        if (out.isEmpty() || !path.startsWith(out.last() + u'/')) out.append(path);
    return out;
}

// The values of the heads at one place, joined as far as that goes without a decision.
class Place {
public:
    Place(Past &past, const KindInfo &kind, const QJsonObject &around, const QString &path)
        : m_past(past), m_kind(kind), m_around(around), m_path(path)
    {}

    void add(const QJsonValue &value, const RevisionId &head) { m_values.append({value, {head}}); }
    // Each head's value with every other edit that fits to it, so that whatever is chosen loses none of those.
    Result<QList<DifferentValue>> joined()
    {
        QList<DifferentValue> out;
        for (qsizetype i = 0; i < m_values.size(); ++i) {
            DifferentValue one = m_values[i];
            for (qsizetype j = 0; j < m_values.size(); ++j) {
                if (j == i) continue;
                const auto both = join(one, m_values[j]);
                if (!both) return both.error();
                if (*both) one = {**both, one.revisions + m_values[j].revisions};
            }
            const auto same = std::find_if(out.cbegin(), out.cend(), [&](const auto &other) { return other.value == one.value; });
            if (same == out.cend()) out.append(one);
        }
        return out;
    }

private:
    Result<std::optional<QJsonValue>> join(const DifferentValue &one, const DifferentValue &other)
    {
        if (one.value == other.value) return std::optional(one.value);
        const auto parted = m_past.before(one.revisions, other.revisions);
        if (!parted) return parted.error();
        const QJsonObject was = contentIn(*parted);
        const auto framed = [this](const QJsonValue &value) { return withValueAtNamed(m_around, m_path, value); };
        const Merged merged = merge(framed(valueAtNamed(was, m_path)), framed(one.value), framed(other.value), m_kind.fields);
        if (!merged.conflicts.isEmpty()) return std::optional<QJsonValue>();
        return std::optional(valueAtNamed(merged.content, m_path));
    }

    Past &m_past;
    const KindInfo &m_kind;
    const QJsonObject &m_around;
    const QString &m_path;
    QList<DifferentValue> m_values;
};

// Everything at once, with the first head's value where somebody must be asked; and where that is.
struct Folded {
    QJsonObject content;
    QStringList asked;
};

Result<Folded> fold(Past &past, const QStringList &heads, const QList<Side> &sides, const KindInfo &kind)
{
    Folded out{sides.first().content, {}};
    for (qsizetype i = 1; i < heads.size(); ++i) {
        const auto parted = past.before(heads.first(i), {heads[i]});
        if (!parted) return parted.error();
        const Merged merged = merge(contentIn(*parted), out.content, sides[i].content, kind.fields);
        out.content = merged.content;
        for (const MergeConflict &conflict : merged.conflicts) out.asked.append(conflict.path);
    }
    out.asked = outermost(out.asked);
    return out;
}

} // namespace

Result<ManyWay> putAllTogether(Store &store, Ancestry &ancestry, const QStringList &heads, const KindInfo *kind)
{
    ManyWay out;
    Past past(store, ancestry, kind);
    const auto bases = ancestry.commonToAll(heads);
    if (!bases) return bases.error();
    out.bases = *bases;
    const auto base = past.of(out.bases);
    if (!base) return base.error();
    out.base = *base;
    QStringList having;
    QList<Side> contents;
    for (const RevisionId &head : heads) {
        const auto side = past.read(head);
        if (!side) return side.error();
        out.sides.append(*side);
        if (side->state != Side::State::Content) continue;
        having.append(head);
        contents.append(*side);
    }
    out.best = contentIn(out.sides.first());
    if (having.isEmpty()) return out;
    const auto folded = fold(past, having, contents, *kind);
    if (!folded) return folded.error();
    out.best = folded->content;
    for (const QString &path : folded->asked) {
        Place place(past, *kind, folded->content, path);
        for (qsizetype i = 0; i < having.size(); ++i) place.add(valueAtNamed(contents[i].content, path), having[i]);
        const auto values = place.joined();
        if (!values) return values.error();
        const auto kept = std::find_if(values->cbegin(), values->cend(), [](const auto &one) { return !one.value.isUndefined(); });
        out.best = withValueAtNamed(out.best, path, kept == values->cend() ? QJsonValue(QJsonValue::Undefined) : kept->value);
        if (values->size() > 1) out.places.append({path, valueAtNamed(contentIn(out.base), path), *values});
    }
    if (!kind->checkMerge) return out;
    // What fits together on each side but not in all of them: who has it stands against who has not.
    for (const MergeConflict &conflict : kind->checkMerge(out.best)) {
        ConflictPlace place{conflict.path, valueAtNamed(contentIn(out.base), conflict.path), {}};
        for (qsizetype i = 0; i < having.size(); ++i) {
            const QJsonValue value = valueAtNamed(contents[i].content, conflict.path);
            const auto same = std::find_if(place.values.begin(), place.values.end(), [&](const auto &other) { return other.value == value; });
            if (same == place.values.end()) place.values.append({value, {having[i]}});
            else same->revisions.append(having[i]);
        }
        out.places.append(place);
    }
    return out;
}

} // namespace vox
