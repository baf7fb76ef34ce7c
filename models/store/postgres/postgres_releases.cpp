#include "models/store/postgres/postgres_releases.h"
#include "models/store/feed_entries.h"
#include "models/store/release_json.h"
#include <QtEndian>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray releaseColumns = "select number, author, created_utc_ms, message, documents from release where workspace = $1 ";

Release readRelease(const Rows &rows, int row)
{
    return {int(rows.integer(row, 0)), releaseMap(rows.text(row, 4)), rows.text(row, 1), {rows.integer(row, 2)}, rows.text(row, 3)};
}

} // namespace

// Releases are numbered, and environments moved, one after another.
Result<void> PostgresReleases::lock()
{
    const QByteArray id = m_workspace.uuid().toRfc4122();
    const auto locked = m_db.write("select pg_advisory_xact_lock($1)", ~(qFromBigEndian<qint64>(id.constData()) ^ qFromBigEndian<qint64>(id.constData() + 8)));
    if (!locked) return locked.error();
    return {};
}

Result<Release> PostgresReleases::release(const QString &id)
{
    const auto rows = m_db.read(releaseColumns + "and id = $2", m_workspace.uuid(), id);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"release"_s, id});
    return readRelease(*rows, 0);
}

Result<Release> PostgresReleases::releaseByNumber(int number)
{
    const auto rows = m_db.read(releaseColumns + "and number = $2 order by created_utc_ms desc, id limit 1", m_workspace.uuid(), number);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"release"_s, QString::number(number)});
    return readRelease(*rows, 0);
}

Result<int> PostgresReleases::numberOf(const QString &release)
{
    if (release.isEmpty()) return 0;
    const auto rows = m_db.read("select number from release where workspace = $1 and id = $2", m_workspace.uuid(), release);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"release"_s, release});
    return int(rows->integer(0, 0));
}

Result<QList<Release>> PostgresReleases::releases(int limit, int below)
{
    const auto rows = m_db.read(releaseColumns + "and ($3 = 0 or number < $3) order by number desc, created_utc_ms desc limit $2", m_workspace.uuid(), limit, below);
    if (!rows) return rows.error();
    QList<Release> out;
    for (int row = 0; row < rows->size(); ++row) out.append(readRelease(*rows, row));
    return out;
}

Result<Release> PostgresReleases::make(const Release &release)
{
    Release kept = release;
    const auto done = m_db.transaction(
        [&]() -> Result<void> {
            if (auto locked = lock(); !locked) return locked;
            const auto next = m_db.read("select coalesce(max(number), 0) + 1 from release where workspace = $1", m_workspace.uuid());
            if (!next) return next.error();
            kept.number = int(next->integer(0, 0));
            return write(kept, Origin::Here);
        },
        Connection::Repeat::Allowed);
    if (!done) return done.error();
    return kept;
}

Result<bool> PostgresReleases::take(const Release &release, Origin origin)
{
    if (auto locked = lock(); !locked) return locked.error();
    const auto known = this->release(release.id());
    if (known) return false;
    if (known.error().code != Error::Code::NotFound) return known.error();
    if (auto wrote = write(release, origin); !wrote) return wrote.error();
    return true;
}

Result<void> PostgresReleases::write(const Release &release, Origin origin)
{
    QList<QUuid> documents;
    for (auto it = release.documents.keyBegin(); it != release.documents.keyEnd(); ++it) documents.append(it->uuid());
    const auto absent = m_db.read("select w.revision from unnest($2, $3) as w(document, revision) where not exists("
                                  "select 1 from revision r where r.workspace = $1 and r.id = w.revision and r.document = w.document) limit 1",
                                  m_workspace.uuid(), documents, QStringList(release.documents.values()));
    if (!absent) return absent.error();
    if (!absent->isEmpty()) return Error(Error::Code::NotFound, {u"revision"_s, absent->text(0, 0)});
    const auto wrote = m_db.write("insert into release(workspace, id, number, author, created_utc_ms, message, documents) values($1, $2, $3, $4, $5, $6, $7)",
                                  m_workspace.uuid(), release.id(), release.number, release.author, release.created.value, release.message,
                                  releaseMapText(release));
    if (!wrote) return wrote.error();
    m_chronicle.tell(releasedEntry(release, origin));
    return {};
}

Result<EnvironmentState> PostgresReleases::environment(Environment environment)
{
    EnvironmentState state;
    state.environment = environment;
    const auto rows = m_db.read("select release, previous, generation, changed_by, changed_utc_ms, scheduled_release, scheduled_for_utc_ms, "
                                "scheduled_by from environment where workspace = $1 and name = $2",
                                m_workspace.uuid(), enumName(environment));
    if (!rows) return rows.error();
    if (rows->isEmpty()) return state;
    state.release = rows->text(0, 0);
    state.previous = rows->text(0, 1);
    state.generation = rows->integer(0, 2);
    state.changedBy = rows->text(0, 3);
    state.changed = {rows->integer(0, 4)};
    state.scheduledRelease = rows->text(0, 5);
    state.scheduledFor = {rows->integer(0, 6)};
    state.scheduledBy = rows->text(0, 7);
    return state;
}

Result<QList<EnvironmentState>> PostgresReleases::environments()
{
    QList<EnvironmentState> out;
    for (const auto &row : EnumNames<Environment>::all) {
        if (row.value == Environment::Draft) continue;
        const auto state = environment(row.value);
        if (!state) return state.error();
        out.append(*state);
    }
    return out;
}

Result<void> PostgresReleases::checkReleases(const EnvironmentState &state)
{
    if (state.environment == Environment::Draft) return Error(Error::Code::BadValue, {u"environment"_s, u"draft"_s});
    for (const QString &id : {state.release, state.previous, state.scheduledRelease}) {
        if (id.isEmpty()) continue;
        if (const auto known = release(id); !known) return known.error();
    }
    return {};
}

Result<EnvironmentState> PostgresReleases::move(const EnvironmentState &state)
{
    EnvironmentState moved = state;
    ++moved.generation;
    const auto done = m_db.transaction(
        [&]() -> Result<void> {
            if (auto locked = lock(); !locked) return locked;
            if (auto fine = checkReleases(state); !fine) return fine;
            const auto standing = environment(state.environment);
            if (!standing) return standing.error();
            if (standing->generation != state.generation) return Error(Error::Code::Conflict, {enumName(state.environment)});
            return write(moved, Origin::Here);
        },
        Connection::Repeat::Allowed);
    if (!done) return done.error();
    return moved;
}

Result<bool> PostgresReleases::take(const EnvironmentState &state, Origin origin)
{
    if (auto locked = lock(); !locked) return locked.error();
    const auto standing = environment(state.environment);
    if (!standing) return standing.error();
    if (standing->generation >= state.generation) return false;
    if (auto fine = checkReleases(state); !fine) return fine.error();
    if (auto wrote = write(state, origin); !wrote) return wrote.error();
    return true;
}

Result<void> PostgresReleases::write(const EnvironmentState &state, Origin origin)
{
    const auto wrote = m_db.write(
        "insert into environment(workspace, name, release, previous, generation, changed_by, changed_utc_ms, scheduled_release, "
        "scheduled_for_utc_ms, scheduled_by) values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict(workspace, name) do update set "
        "release = excluded.release, previous = excluded.previous, generation = excluded.generation, changed_by = excluded.changed_by, "
        "changed_utc_ms = excluded.changed_utc_ms, scheduled_release = excluded.scheduled_release, "
        "scheduled_for_utc_ms = excluded.scheduled_for_utc_ms, scheduled_by = excluded.scheduled_by",
        m_workspace.uuid(), enumName(state.environment), state.release, state.previous, state.generation, state.changedBy, state.changed.value,
        state.scheduledRelease, state.scheduledFor.value, state.scheduledBy);
    if (!wrote) return wrote.error();
    m_chronicle.tell(environmentEntry(state, origin));
    return {};
}

} // namespace vox
