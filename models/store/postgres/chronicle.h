#pragma once
#include "models/base/ids.h"
#include "models/store/feed_store.h"
#include "models/store/postgres/connection.h"

namespace vox {

// What a transaction has to say about one workspace: collected while it runs, written as its last words, so that the lock
// on the end of the feed is held no longer than a commit takes. Owned by a PostgresStore; same thread.
class Chronicle final : public Connection::Companion {
public:
    Chronicle(Connection &connection, WorkspaceId workspace);

    // Inside a transaction only.
    void tell(const FeedEntry &entry) { m_entries.append(entry); }
    // Something changed that the feed does not speak of.
    void touch() { m_touched = true; }
    // Transactions that this connection has written.
    qint64 written() const { return m_written; }

    Result<void> beforeCommit() override;
    void ended(End end) override;
    qsizetype place() const override { return m_entries.size(); }
    void rewind(qsizetype place) override { m_entries.resize(place); }

private:
    Result<void> append();

    Connection &m_db;
    WorkspaceId m_workspace;
    QList<FeedEntry> m_entries;
    bool m_touched = false;
    qint64 m_written = 0;
};

} // namespace vox
