#pragma once
#include "models/store/postgres/connection.h"
#include "models/store/stream_store.h"

namespace vox {

// Uploads of a workspace in PostgreSQL, a row a piece. Owned by a PostgresServerStore.
class PostgresStreams final : public StreamStore {
public:
    PostgresStreams(Connection &connection, WorkspaceId workspace) : m_db(connection), m_workspace(workspace) {}
    Result<State> state(ConversationId id, Part part) override;
    Result<qint64> append(ConversationId id, Part part, qint64 offset, const QByteArray &bytes) override;
    Result<void> seal(ConversationId id, Part part, const QString &sha256) override;
    Result<QByteArray> read(ConversationId id, Part part, qint64 offset, qint64 length) override;
    Result<void> erase(ConversationId id) override;

private:
    Result<QString> hashOf(ConversationId id, Part part, qint64 size);

    Connection &m_db;
    WorkspaceId m_workspace;
};

} // namespace vox
