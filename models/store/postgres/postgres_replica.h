#pragma once
#include "models/store/postgres/postgres_releases.h"
#include "models/store/postgres/postgres_revisions.h"

namespace vox {

// Exchange with other replicas in a PostgresStore; owned by it. A page costs a fixed number of statements, however long it
// is.
class PostgresReplica final : public ReplicaStore {
public:
    PostgresReplica(Connection &connection, WorkspaceId workspace, PostgresReleases &releases, Chronicle &chronicle)
        : m_db(connection), m_workspace(workspace), m_releases(releases), m_chronicle(chronicle), m_revisions(connection, workspace)
    {
    }
    Result<QList<ReplicaItem>> items(const QList<FeedEntry> &entries) override;
    Result<Received> receive(const QList<ReplicaItem> &items, Origin origin) override;
    Result<QStringList> missing(const QStringList &revisions) override;
    Result<RevisionId> graft(const Revision &revision, const QByteArray &content) override;
    Result<QList<DocumentId>> splitDocuments() override;
    Result<void> eraseContent(const QString &contentSha256) override;

private:
    Result<QHash<RevisionId, RevisionItem>> revisionItems(const QList<FeedEntry> &entries);
    Result<void> takeRevisions(const QList<CheckedRevision> &revisions, Origin origin, Received &received);
    Result<void> takeErasures(const QStringList &contents, Origin origin, Received &received);
    Result<void> takeAll(const CheckedItems &items, Origin origin, Received &received);

    Connection &m_db;
    WorkspaceId m_workspace;
    PostgresReleases &m_releases;
    Chronicle &m_chronicle;
    PostgresRevisions m_revisions;
};

} // namespace vox
