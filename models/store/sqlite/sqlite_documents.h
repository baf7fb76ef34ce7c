#pragma once
#include "models/store/document_store.h"
#include "models/store/document_text.h"
#include "models/store/sqlite/revision_table.h"
#include "models/store/sqlite/sqlite_feed.h"

namespace vox {

// Documents in a SqliteStore; owned by it.
class SqliteDocuments final : public DocumentStore {
public:
    SqliteDocuments(Database &database, SqliteFeed &feed) : m_db(database), m_feed(feed), m_revisions(database) {}

    Result<QList<DocumentRow>> list(const QString &kind, Deleted which) override;
    Result<Page> page(const Query &query) override;
    Result<DocumentRow> find(DocumentId id) override;
    Result<std::optional<WorkingCopy>> workingCopy(DocumentId id) override;
    Result<qint64> putWorkingCopy(const WorkingCopy &copy, const QString &kind) override;
    Result<void> discardWorkingCopy(DocumentId id) override;
    Result<RevisionId> addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy) override;
    Result<StoredRevision> revision(const RevisionId &id) override;
    Result<QByteArray> content(const RevisionId &id) override;
    Result<QList<StoredRevision>> history(DocumentId id, int limit, const RevisionId &after) override;
    Result<Open> open(DocumentId id) override;

private:
    Result<qint64> placeOf(DocumentId id, const RevisionId &after);
    Result<QList<DocumentRow>> readRows(Statement &query);
    Result<bool> says(const DocumentRow &row, const TypedWords &words);
    Result<StoredRevision> read(Statement &row);
    Result<DocumentRow> readRow(Statement &row);
    Result<void> checkHeads(const Revision &revision);

    Database &m_db;
    SqliteFeed &m_feed;
    RevisionTable m_revisions;
    WordStems m_stems;
};

} // namespace vox
