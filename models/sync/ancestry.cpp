#include "models/sync/ancestry.h"
#include "models/store/store.h"
#include <QSet>
#include <set>
#include <tuple>

namespace vox {

namespace {

enum Paint { One = 1, Other = 2, Stale = 4 };

// Youngest first, so that the walk rarely passes the common ancestors.
using PlaceInTime = std::tuple<qint64, RevisionId>;

} // namespace

Result<Revision> Ancestry::header(const RevisionId &id)
{
    const auto known = m_headers.constFind(id);
    if (known != m_headers.cend()) return *known;
    auto stored = m_store.documents().revision(id);
    if (!stored) return stored.error();
    m_headers.insert(id, stored->header);
    return stored->header;
}

// Paints downwards from both groups; where the colours meet is a common ancestor, and everything below it is stale.
Result<QStringList> Ancestry::common(const QStringList &ones, const QStringList &others)
{
    QHash<RevisionId, int> paint;
    std::set<PlaceInTime> open;
    int fresh = 0; // open places that are not stale
    const auto put = [&](const RevisionId &id, int colours) -> Result<void> {
        int &had = paint[id];
        if ((had & colours) == colours) return {};
        const auto revision = header(id);
        if (!revision) return revision.error();
        const bool wasFresh = open.count({-revision->created.value, id}) > 0 && !(had & Stale);
        had |= colours;
        open.insert({-revision->created.value, id});
        fresh += int(!(had & Stale)) - int(wasFresh);
        return {};
    };
    for (const RevisionId &id : ones)
        if (const auto done = put(id, One); !done) return done.error();
    for (const RevisionId &id : others)
        if (const auto done = put(id, Other); !done) return done.error();
    QSet<RevisionId> met;
    while (fresh > 0) {
        const RevisionId id = std::get<1>(*open.begin());
        open.erase(open.begin());
        int colours = paint.value(id);
        if (!(colours & Stale)) --fresh;
        if ((colours & (One | Other)) == (One | Other) && !(colours & Stale)) met.insert(id);
        if (met.contains(id)) colours |= Stale;
        const auto revision = header(id);
        if (!revision) return revision.error();
        for (const RevisionId &parent : revision->parents)
            if (const auto done = put(parent, colours); !done) return done.error();
    }
    QStringList out;
    for (const RevisionId &id : met)
        if (!(paint.value(id) & Stale)) out.append(id);
    return lowest(out); // a stale mark may still have been on its way to one of several
}

Result<QStringList> Ancestry::lowest(QStringList revisions)
{
    revisions.removeDuplicates();
    revisions.sort();
    for (qsizetype i = 0; revisions.size() > 1 && i < revisions.size();) {
        bool redundant = false;
        for (const RevisionId &younger : std::as_const(revisions)) {
            if (younger == revisions[i] || redundant) continue;
            const auto below = reaches(younger, revisions[i]);
            if (!below) return below.error();
            redundant = *below;
        }
        if (redundant) revisions.removeAt(i);
        else ++i;
    }
    return revisions;
}

Result<QStringList> Ancestry::commonToAll(const QStringList &revisions)
{
    QStringList out = revisions.first(1);
    for (const RevisionId &next : revisions.mid(1)) {
        QStringList below;
        for (const RevisionId &one : std::as_const(out)) {
            const auto shared = common({one}, {next});
            if (!shared) return shared.error();
            below += *shared;
        }
        const auto both = lowest(below);
        if (!both) return both.error();
        out = *both;
    }
    return out;
}

Result<bool> Ancestry::reaches(const RevisionId &younger, const RevisionId &elder)
{
    QStringList open{younger};
    QSet<RevisionId> seen{younger};
    while (!open.isEmpty()) {
        const RevisionId id = open.takeLast();
        if (id == elder) return true;
        const auto revision = header(id);
        if (!revision) return revision.error();
        for (const RevisionId &parent : revision->parents) {
            if (seen.contains(parent)) continue;
            seen.insert(parent);
            open.append(parent);
        }
    }
    return false;
}

} // namespace vox
