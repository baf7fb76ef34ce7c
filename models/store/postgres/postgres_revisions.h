#pragma once
#include "models/store/document_store.h"
#include "models/store/postgres/chronicle.h"
#include "models/store/replica_check.h"
#include <QHash>
#include <QMap>

namespace vox {

// The revisions of a workspace in PostgreSQL and what follows from them: heads and the rows of lists. Many at a time, a
// statement each for all of them. What documents and the exchange between replicas write through, inside a transaction.
class PostgresRevisions {
public:
    PostgresRevisions(Connection &connection, WorkspaceId workspace) : m_db(connection), m_workspace(workspace) {}

    using Heads = QMap<DocumentId, QList<RevisionId>>;
    // Of a document that may be new.
    struct Beginning { QString kind, name; };
    // Makes the documents that are new and locks all, in one order for everybody; answers their heads. Until the transaction ends no
    // content is erased, either.
    Result<Heads> lock(const QMap<DocumentId, Beginning> &documents);
    // Waits until nobody writes contents, and keeps them from it.
    Result<void> lockContents();

    // The documents of those revisions that are there.
    Result<QHash<RevisionId, DocumentId>> documentsOf(const QStringList &revisions);
    // What is known of one that is about to be added.
    struct Standing { bool isThere = false, isErased = false; };
    Result<Standing> standing(const CheckedRevision &revision);
    // One revision on top of the only head, or the first of a new document, when nothing stands in its way: no working copy that
    // is kept, no erasure, nobody who was faster. False: nothing was written, the long way finds out why. Until the transaction
    // ends no content is erased. One journey.
    Result<bool> addAtOnce(const CheckedRevision &revision, DocumentStore::Copy copy);
    // Adds revisions whose parents are there or earlier in the list; `heads` is brought up to date with them.
    Result<void> add(const QList<CheckedRevision> &revisions, Heads &heads, DocumentStore::Copy copy = DocumentStore::Copy::Keep);
    // Contents that are not there yet and were not erased.
    Result<void> addContents(const QList<CheckedRevision> &revisions);
    // Makes the documents' rows say what these heads (and their working copies) say.
    Result<void> refresh(const Heads &heads);
    // Removes contents for good; answers which of them were news. Needs lockContents().
    Result<QStringList> erase(const QStringList &contents);

private:
    struct Contents { QStringList hashes; QList<QByteArray> bytes; };
    static Contents contentsOf(const QList<CheckedRevision> &revisions);
    Result<Heads> lockThose(const QList<QUuid> &ids);
    Result<void> discardCopiesOf(const QStringList &contents);
    qint64 contentLock() const;

    Connection &m_db;
    WorkspaceId m_workspace;
};

} // namespace vox
