#pragma once
#include "models/store/feed_store.h"
#include "models/store/postgres/chronicle.h"

namespace vox {

// The feed of a PostgresStore; owned by it. A cursor is the number of the last entry read. What a transaction has added is
// seen after it has ended.
class PostgresFeed final : public FeedStore {
public:
    PostgresFeed(Connection &connection, WorkspaceId workspace, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_chronicle(chronicle)
    {
    }
    Result<FeedPage> after(const FeedCursor &cursor, int limit) override;
    Result<FeedPage> madeHereAfter(const FeedCursor &cursor, int limit) override;
    Result<FeedCursor> end() override;
    Result<void> add(const FeedEntry &entry) override;

private:
    Result<FeedPage> read(const QByteArray &sql, const FeedCursor &cursor, int limit);
    Result<qint64> last();

    Connection &m_db;
    WorkspaceId m_workspace;
    Chronicle &m_chronicle;
};

} // namespace vox
