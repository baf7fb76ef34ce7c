#include "models/store/sqlite/sqlite_store.h"
#include "models/store/sqlite/migrations.h"
#include "models/store/sqlite/sqlite_conversations.h"
#include "models/store/sqlite/sqlite_documents.h"
#include "models/store/sqlite/sqlite_feed.h"
#include "models/store/sqlite/sqlite_releases.h"
#include "models/store/sqlite/sqlite_replica.h"
#include "models/store/sqlite/sqlite_settings.h"

namespace vox {

struct SqliteStore::Private {
    explicit Private(std::unique_ptr<Database> opened)
        : database(std::move(opened)), feed(*database), documents(*database, feed), conversations(*database, feed), settings(*database),
          releases(*database, feed), replica(*database, documents, releases, feed)
    {
    }
    std::unique_ptr<Database> database;
    SqliteFeed feed;
    SqliteDocuments documents;
    SqliteConversations conversations;
    SqliteSettings settings;
    SqliteReleases releases;
    SqliteReplica replica;
    WorkspaceId workspace;
};

Result<std::unique_ptr<Store>> SqliteStore::open(const QString &path, const Birth &birth)
{
    auto database = Database::open(path);
    if (!database) return database.error();
    if (const auto migrated = migrate(**database, birth); !migrated) return migrated.error();
    auto d = std::make_unique<Private>(std::move(*database));
    {
        auto query = d->database->query("select id from workspace");
        if (!query) return query.error();
        const auto row = query->next();
        if (!row) return row.error();
        const auto id = *row ? WorkspaceId::parse(query->text(0)) : std::nullopt;
        if (!id) return Error(Error::Code::StoreBroken, {path}, QStringLiteral("no workspace id"));
        d->workspace = *id;
    }
    return std::unique_ptr<Store>(new SqliteStore(std::move(d)));
}

SqliteStore::SqliteStore(std::unique_ptr<Private> d) : d(std::move(d)) {}
SqliteStore::~SqliteStore() = default;

WorkspaceId SqliteStore::workspace() const { return d->workspace; }
DocumentStore &SqliteStore::documents() { return d->documents; }
ConversationStore &SqliteStore::conversations() { return d->conversations; }
SettingStore &SqliteStore::settings() { return d->settings; }
FeedStore &SqliteStore::feed() { return d->feed; }
ReplicaStore &SqliteStore::replica() { return d->replica; }
ReleaseStore &SqliteStore::releases() { return d->releases; }

Result<void> SqliteStore::transaction(const std::function<Result<void>()> &work) { return d->database->transaction(work); }

Result<qint64> SqliteStore::changeStamp()
{
    auto query = d->database->query("pragma data_version");
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    return query->integer(0);
}

} // namespace vox
