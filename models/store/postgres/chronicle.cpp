#include "models/store/postgres/chronicle.h"
#include "models/documents/canonical_json.h"

namespace vox {

using namespace Qt::StringLiterals;

Chronicle::Chronicle(Connection &connection, WorkspaceId workspace) : m_db(connection), m_workspace(workspace) { connection.attach(*this); }

// Travels with COMMIT, which must not follow when there is no such workspace: dividing by the rows that were found ends the
// journey before it (22012, NotFound of Connection).
Result<void> Chronicle::beforeCommit()
{
    if (m_entries.isEmpty() && !m_touched) return {};
    if (!m_entries.isEmpty()) return append();
    return m_db.writeLater("with place as (update feed_end set stamp = stamp + 1 where workspace = $1 returning 1) select 1 / count(*) from place", {},
                           m_workspace.uuid());
}

Result<void> Chronicle::append()
{
    QStringList types, subjects, facts;
    QList<qint64> times, origins;
    for (const FeedEntry &entry : std::as_const(m_entries)) {
        types.append(entry.type);
        subjects.append(entry.subject);
        facts.append(QString::fromUtf8(canonicalJson(entry.facts)));
        times.append(entry.at.value);
        origins.append(entry.origin == Origin::Here ? 0 : 1);
    }
    return m_db.writeLater(
        "with place as (update feed_end set number = number + $2, stamp = stamp + 1 where workspace = $1 returning number - $2 as before), "
        "entries as (insert into feed(workspace, number, type, subject, facts, at_utc_ms, origin) "
        "select $1, place.before + e.nth, e.type, e.subject, e.facts, "
        "case when e.at = 0 then (extract(epoch from clock_timestamp()) * 1000)::bigint else e.at end, e.origin "
        "from place, unnest($3, $4, $5, $6, $7) with ordinality as e(type, subject, facts, at, origin, nth)) "
        "select pg_notify('voxdesk_feed', $8) where 1 / (select count(*) from place) = 1",
        {}, m_workspace.uuid(), qint64(m_entries.size()), types, subjects, facts, times, origins, m_workspace.text());
}

void Chronicle::ended(End end)
{
    if (end == End::Kept && (m_touched || !m_entries.isEmpty())) ++m_written;
    m_entries.clear();
    m_touched = false;
}

} // namespace vox
