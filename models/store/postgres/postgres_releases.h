#pragma once
#include "models/store/postgres/chronicle.h"
#include "models/store/release_store.h"

namespace vox {

// Releases and environments of a PostgresStore; owned by it.
class PostgresReleases final : public ReleaseStore {
public:
    PostgresReleases(Connection &connection, WorkspaceId workspace, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_chronicle(chronicle)
    {
    }
    Result<Release> make(const Release &release) override;
    Result<Release> release(const QString &id) override;
    Result<Release> releaseByNumber(int number) override;
    Result<int> numberOf(const QString &release) override;
    Result<QList<Release>> releases(int limit, int below) override;
    Result<QList<EnvironmentState>> environments() override;
    Result<EnvironmentState> move(const EnvironmentState &state) override;

    // What another replica made: kept as it is when it is new. NotFound when a revision it names is not there. Inside a
    // transaction, as the next one.
    Result<bool> take(const Release &release, Origin origin);
    // Kept when its generation is greater than the stored one. NotFound when its release is not there.
    Result<bool> take(const EnvironmentState &state, Origin origin);
    Result<EnvironmentState> environment(Environment environment);

private:
    Result<void> lock();
    Result<void> write(const Release &release, Origin origin);
    Result<void> write(const EnvironmentState &state, Origin origin);
    Result<void> checkReleases(const EnvironmentState &state);

    Connection &m_db;
    WorkspaceId m_workspace;
    Chronicle &m_chronicle;
};

} // namespace vox
