#pragma once
#include "models/store/feed_store.h"
#include "models/store/sqlite/database.h"

namespace vox {

// The feed of a SqliteStore; owned by it. A cursor is the number of the last entry read.
class SqliteFeed final : public FeedStore {
public:
    explicit SqliteFeed(Database &database) : m_db(database) {}
    Result<FeedPage> after(const FeedCursor &cursor, int limit) override;
    Result<FeedPage> madeHereAfter(const FeedCursor &cursor, int limit) override;
    Result<FeedCursor> end() override;
    Result<void> add(const FeedEntry &entry) override;

private:
    Result<FeedPage> read(const char *sql, const FeedCursor &cursor, int limit);
    Result<qint64> last();

    Database &m_db;
};

} // namespace vox
