#include "models/store/postgres/postgres_store.h"
#include "models/store/postgres/postgres_conversations.h"
#include "models/store/postgres/postgres_documents.h"
#include "models/store/postgres/postgres_feed.h"
#include "models/store/postgres/postgres_replica.h"
#include "models/store/postgres/postgres_settings.h"

namespace vox {

struct PostgresStore::Private {
    Private(Connection &connection, WorkspaceId workspace)
        : db(connection), workspace(workspace), chronicle(connection, workspace), documents(connection, workspace, chronicle),
          conversations(connection, workspace, chronicle), settings(connection, workspace, chronicle), feed(connection, workspace, chronicle),
          releases(connection, workspace, chronicle), replica(connection, workspace, releases, chronicle)
    {
    }
    Connection &db;
    WorkspaceId workspace;
    Chronicle chronicle;
    PostgresDocuments documents;
    PostgresConversations conversations;
    PostgresSettings settings;
    PostgresFeed feed;
    PostgresReleases releases;
    PostgresReplica replica;
};

PostgresStore::PostgresStore(Connection &connection, WorkspaceId workspace) : d(std::make_unique<Private>(connection, workspace)) {}
PostgresStore::~PostgresStore() = default;

WorkspaceId PostgresStore::workspace() const { return d->workspace; }
DocumentStore &PostgresStore::documents() { return d->documents; }
ConversationStore &PostgresStore::conversations() { return d->conversations; }
SettingStore &PostgresStore::settings() { return d->settings; }
FeedStore &PostgresStore::feed() { return d->feed; }
ReplicaStore &PostgresStore::replica() { return d->replica; }
ReleaseStore &PostgresStore::releases() { return d->releases; }

Result<void> PostgresStore::transaction(const std::function<Result<void>()> &work) { return d->db.transaction(work); }

Result<qint64> PostgresStore::changeStamp()
{
    const auto rows = d->db.read("select stamp from feed_end where workspace = $1", d->workspace.uuid());
    if (!rows) return rows.error();
    return (rows->isEmpty() ? 0 : rows->integer(0, 0)) - d->chronicle.written();
}

} // namespace vox
