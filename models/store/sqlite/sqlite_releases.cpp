#include "models/store/sqlite/sqlite_releases.h"
#include "models/store/feed_entries.h"
#include "models/store/release_json.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray releaseColumns = "select number, author, created_utc_ms, message, documents from release ";
const QByteArray releaseById = releaseColumns + "where id = ?";
const QByteArray newestOfNumber = releaseColumns + "where number = ? order by rowid desc limit 1";
const QByteArray newestReleases = releaseColumns + "where ?1 = 0 or number < ?1 order by number desc, rowid desc limit ?2";

Release readRelease(const Statement &row)
{
    return {int(row.integer(0)), releaseMap(row.text(4)), row.text(1), {row.integer(2)}, row.text(3)};
}

} // namespace

Result<Release> SqliteReleases::one(Result<Statement> query, const QString &name)
{
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return Error(Error::Code::NotFound, {u"release"_s, name});
    return readRelease(*query);
}

Result<Release> SqliteReleases::release(const QString &id) { return one(m_db.query(releaseById.constData(), id), id); }

Result<Release> SqliteReleases::releaseByNumber(int number)
{
    return one(m_db.query(newestOfNumber.constData(), number), QString::number(number));
}

Result<int> SqliteReleases::numberOf(const QString &release)
{
    if (release.isEmpty()) return 0;
    auto query = m_db.query("select number from release where id = ?", release);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return Error(Error::Code::NotFound, {u"release"_s, release});
    return int(query->integer(0));
}

Result<QList<Release>> SqliteReleases::releases(int limit, int below)
{
    auto query = m_db.query(newestReleases.constData(), below, limit);
    if (!query) return query.error();
    QList<Release> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.append(readRelease(*query));
    }
}

Result<Release> SqliteReleases::make(const Release &release)
{
    Release kept = release;
    const auto done = m_db.transaction([&]() -> Result<void> {
        auto query = m_db.query("select coalesce(max(number), 0) + 1 from release");
        if (!query) return query.error();
        if (const auto row = query->next(); !row) return row.error();
        kept.number = int(query->integer(0));
        return write(kept, Origin::Here);
    });
    if (!done) return done.error();
    return kept;
}

Result<bool> SqliteReleases::take(const Release &release, Origin origin)
{
    const auto known = this->release(release.id());
    if (known) return false;
    if (known.error().code != Error::Code::NotFound) return known.error();
    if (auto wrote = write(release, origin); !wrote) return wrote.error();
    return true;
}

Result<void> SqliteReleases::write(const Release &release, Origin origin)
{
    for (auto it = release.documents.cbegin(); it != release.documents.cend(); ++it) {
        auto query = m_db.query("select 1 from revision where id = ? and document = ?", it.value(), it.key().text());
        if (!query) return query.error();
        const auto there = query->next();
        if (!there) return there.error();
        if (!*there) return Error(Error::Code::NotFound, {u"revision"_s, it.value()});
    }
    auto wrote = m_db.run("insert into release(id, number, author, created_utc_ms, message, documents) values(?, ?, ?, ?, ?, ?)",
                          release.id(), release.number, release.author, release.created.value, release.message, releaseMapText(release));
    if (wrote) wrote = m_feed.add(releasedEntry(release, origin));
    return wrote;
}

Result<EnvironmentState> SqliteReleases::environment(Environment environment)
{
    EnvironmentState state;
    state.environment = environment;
    auto query = m_db.query("select release, previous, generation, changed_by, changed_utc_ms, scheduled_release, scheduled_for_utc_ms, "
                            "scheduled_by from environment where name = ?",
                            enumName(environment));
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return state;
    state.release = query->text(0);
    state.previous = query->text(1);
    state.generation = query->integer(2);
    state.changedBy = query->text(3);
    state.changed = {query->integer(4)};
    state.scheduledRelease = query->text(5);
    state.scheduledFor = {query->integer(6)};
    state.scheduledBy = query->text(7);
    return state;
}

Result<QList<EnvironmentState>> SqliteReleases::environments()
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

Result<void> SqliteReleases::checkReleases(const EnvironmentState &state)
{
    if (state.environment == Environment::Draft) return Error(Error::Code::BadValue, {u"environment"_s, u"draft"_s});
    for (const QString &id : {state.release, state.previous, state.scheduledRelease}) {
        if (id.isEmpty()) continue;
        if (const auto known = release(id); !known) return known.error();
    }
    return {};
}

Result<EnvironmentState> SqliteReleases::move(const EnvironmentState &state)
{
    EnvironmentState moved = state;
    ++moved.generation;
    const auto done = m_db.transaction([&]() -> Result<void> {
        if (auto fine = checkReleases(state); !fine) return fine;
        const auto standing = environment(state.environment);
        if (!standing) return standing.error();
        if (standing->generation != state.generation) return Error(Error::Code::Conflict, {enumName(state.environment)});
        return write(moved, Origin::Here);
    });
    if (!done) return done.error();
    return moved;
}

Result<bool> SqliteReleases::take(const EnvironmentState &state, Origin origin)
{
    const auto standing = environment(state.environment);
    if (!standing) return standing.error();
    if (standing->generation >= state.generation) return false;
    if (auto fine = checkReleases(state); !fine) return fine.error();
    if (auto wrote = write(state, origin); !wrote) return wrote.error();
    return true;
}

Result<void> SqliteReleases::write(const EnvironmentState &state, Origin origin)
{
    auto wrote = m_db.run("insert or replace into environment(name, release, previous, generation, changed_by, changed_utc_ms, "
                          "scheduled_release, scheduled_for_utc_ms, scheduled_by) values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          enumName(state.environment), state.release, state.previous, state.generation, state.changedBy, state.changed.value,
                          state.scheduledRelease, state.scheduledFor.value, state.scheduledBy);
    if (wrote) wrote = m_feed.add(environmentEntry(state, origin));
    return wrote;
}

} // namespace vox
