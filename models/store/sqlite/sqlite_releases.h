#pragma once
#include "models/store/release_store.h"
#include "models/store/sqlite/sqlite_feed.h"

namespace vox {

// Releases and environments of a SqliteStore; owned by it.
class SqliteReleases final : public ReleaseStore {
public:
    SqliteReleases(Database &database, SqliteFeed &feed) : m_db(database), m_feed(feed) {}
    Result<Release> make(const Release &release) override;
    Result<Release> release(const QString &id) override;
    Result<Release> releaseByNumber(int number) override;
    Result<int> numberOf(const QString &release) override;
    Result<QList<Release>> releases(int limit, int below) override;
    Result<QList<EnvironmentState>> environments() override;
    Result<EnvironmentState> move(const EnvironmentState &state) override;

    // What another replica made: kept as it is when it is new. NotFound when a revision it names is not there.
    Result<bool> take(const Release &release, Origin origin);
    // Kept when its generation is greater than the stored one. NotFound when its release is not there.
    Result<bool> take(const EnvironmentState &state, Origin origin);
    Result<EnvironmentState> environment(Environment environment);

private:
    Result<Release> one(Result<Statement> query, const QString &name);
    Result<void> write(const Release &release, Origin origin);
    Result<void> write(const EnvironmentState &state, Origin origin);
    Result<void> checkReleases(const EnvironmentState &state);

    Database &m_db;
    SqliteFeed &m_feed;
};

} // namespace vox
