#pragma once
#include "models/store/page_place.h"
#include "models/store/postgres/postgres_document_words.h"
#include "models/store/postgres/postgres_revisions.h"

namespace vox {

// Documents of a PostgresStore; owned by it.
class PostgresDocuments final : public DocumentStore {
public:
    PostgresDocuments(Connection &connection, WorkspaceId workspace, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_chronicle(chronicle), m_revisions(connection, workspace),
          m_words(connection, workspace)
    {
    }
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
    void foreseeOpen(DocumentId id) override;
    void foreseePage(const Query &query) override;
    void foreseeHistory(DocumentId id, int limit, const RevisionId &after) override;

private:
    template <typename Ask> auto askPage(const Query &asked, const PagePlace &place, const QString &words, const Ask &ask);
    Result<void> add(const CheckedRevision &revision, Copy copy);
    Result<void> addOne(const CheckedRevision &revision, Copy copy);
    Result<void> putOne(const WorkingCopy &copy, const QString &kind);

    Connection &m_db;
    WorkspaceId m_workspace;
    Chronicle &m_chronicle;
    PostgresRevisions m_revisions;
    PostgresDocumentWords m_words;
};

} // namespace vox
