#pragma once
#include "models/store/replica_check.h"
#include "models/store/sqlite/revision_table.h"
#include "models/store/sqlite/sqlite_releases.h"

namespace vox {

// Exchange with other replicas in a SqliteStore; owned by it.
class SqliteReplica final : public ReplicaStore {
public:
    SqliteReplica(Database &database, DocumentStore &documents, SqliteReleases &releases, SqliteFeed &feed)
        : m_db(database), m_documents(documents), m_releases(releases), m_feed(feed), m_revisions(database)
    {
    }
    Result<QList<ReplicaItem>> items(const QList<FeedEntry> &entries) override;
    Result<Received> receive(const QList<ReplicaItem> &items, Origin origin) override;
    Result<QStringList> missing(const QStringList &revisions) override;
    Result<RevisionId> graft(const Revision &revision, const QByteArray &content) override;
    Result<QList<DocumentId>> splitDocuments() override;
    Result<void> eraseContent(const QString &contentSha256) override;

private:
    Result<std::optional<ReplicaItem>> item(const FeedEntry &entry);
    Result<void> checkParents(const Revision &revision);
    Result<bool> take(const CheckedRevision &revision, Origin origin);
    Result<void> takeAll(const CheckedItems &items, Origin origin, Received &received);

    Database &m_db;
    DocumentStore &m_documents;
    SqliteReleases &m_releases;
    SqliteFeed &m_feed;
    RevisionTable m_revisions;
};

} // namespace vox
