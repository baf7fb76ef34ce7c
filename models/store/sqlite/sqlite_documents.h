#pragma once
#include "models/store/document_store.h"
#include "models/store/sqlite/database.h"

namespace vox {

// Documents in a SqliteStore; owned by it.
class SqliteDocuments final : public DocumentStore {
public:
    explicit SqliteDocuments(Database &database) : m_db(database) {}

    Result<QList<DocumentRow>> list(const QString &kind, Deleted which) override;
    Result<DocumentRow> find(DocumentId id) override;
    Result<std::optional<WorkingCopy>> workingCopy(DocumentId id) override;
    Result<qint64> putWorkingCopy(const WorkingCopy &copy, const QString &kind) override;
    Result<void> discardWorkingCopy(DocumentId id) override;
    Result<RevisionId> addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy) override;
    Result<StoredRevision> revision(const RevisionId &id) override;
    Result<QByteArray> content(const RevisionId &id) override;
    Result<QList<StoredRevision>> history(DocumentId id, int limit) override;

private:
    Result<QList<RevisionId>> heads(const QString &document);
    Result<QStringList> parents(const RevisionId &id);
    Result<StoredRevision> read(Statement &row);
    Result<DocumentRow> readRow(Statement &row);
    Result<void> writeRevision(const Revision &revision, const RevisionId &id, const QByteArray &content);
    Result<void> moveHeads(const Revision &revision, const RevisionId &id);

    Database &m_db;
};

} // namespace vox
