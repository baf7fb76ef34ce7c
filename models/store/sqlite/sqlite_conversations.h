#pragma once
#include "models/store/conversation_store.h"
#include "models/store/sqlite/sqlite_feed.h"
#include "models/store/sqlite/word_table.h"
#include "models/store/word_stems.h"

namespace vox {

// Conversations in a SqliteStore; owned by it. Rows are keyed in order of time, so pages, ranges of dates and search all
// run along the key. Filters stand as reserved words among the searched ones; what they promise is checked exactly on
// the row.
class SqliteConversations final : public ConversationStore {
public:
    SqliteConversations(Database &database, SqliteFeed &feed) : m_db(database), m_feed(feed), m_words(database) {}

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
    Result<void> putOne(const Entry &entry);
    Result<std::optional<qint64>> keyOf(const QString &id);
    Result<qint64> freeKey(const ConversationRow &row);
    Result<void> eraseKey(qint64 key);

    Database &m_db;
    SqliteFeed &m_feed;
    WordTable m_words;
    WordStems m_stems;
};

} // namespace vox
