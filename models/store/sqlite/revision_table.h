#pragma once
#include "models/store/document_store.h"
#include "models/store/sqlite/database.h"

namespace vox {

// The revisions of a SQLite file and what follows from them: heads and the rows of lists. What documents and the exchange
// between replicas write through; owned by whoever uses it, inside his transaction.
class RevisionTable {
public:
    explicit RevisionTable(Database &database) : m_db(database) {}

    Result<bool> has(const RevisionId &id);
    Result<bool> isErased(const QString &contentSha256);
    // Newest first, tombstones last.
    Result<QList<RevisionId>> heads(const QString &document);
    Result<QStringList> parents(const RevisionId &id);
    // Adds a revision whose parents are there; it takes the place of those that are heads. Makes its document when it is
    // new. Content that was erased is not kept.
    Result<void> add(const Revision &revision, const RevisionId &id, const std::optional<QByteArray> &content, const QString &name);
    // Makes the document's row say what its heads (and its working copy) say.
    Result<void> refresh(const QString &document);
    // Removes a content for good. Answers whether that was news.
    Result<bool> erase(const QString &contentSha256);

private:
    Result<void> discardCopiesOf(const QString &contentSha256);

    Database &m_db;
};

} // namespace vox
