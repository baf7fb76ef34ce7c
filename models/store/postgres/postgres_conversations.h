#pragma once
#include "models/store/conversation_store.h"
#include "models/store/postgres/chronicle.h"
#include "models/store/word_stems.h"

namespace vox {

// Conversations of a PostgresStore; owned by it. Keyed in order of time, so that pages run along the key.
class PostgresConversations final : public ConversationStore {
public:
    PostgresConversations(Connection &connection, WorkspaceId workspace, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_chronicle(chronicle)
    {
    }
    Result<void> put(const QList<Entry> &entries, Origin origin) override;
    Result<ConversationRow> find(ConversationId id) override;
    Result<ConversationRow> findByPrefix(const QString &idPrefix) override;
    Result<QByteArray> events(ConversationId id) override;
    Result<ConversationPage> query(const ConversationQuery &query, qint64 after) override;
    Result<ConversationSums> sums(UtcMs from, UtcMs to) override;
    Result<void> erase(ConversationId id, Origin origin) override;
    Result<bool> isErased(ConversationId id) override;
    Result<void> forgive(ConversationId id) override;

private:
    struct Filter;
    Filter filterOf(const ConversationQuery &query);
    Result<Rows> select(const QByteArray &sql, const Filter &filter, qint64 below, int limit);
    Result<void> putOne(const Entry &entry);
    Result<bool> insertAt(qint64 key, const ConversationRow &row, const QStringList &words);

    Connection &m_db;
    WorkspaceId m_workspace;
    Chronicle &m_chronicle;
    WordStems m_stems;
};

} // namespace vox
