#include "models/store/postgres/postgres_server.h"
#include "models/store/postgres/people_parts.h"
#include "models/store/postgres/postgres_idempotency.h"
#include "models/store/postgres/postgres_migrations.h"
#include "models/store/postgres/postgres_store.h"
#include "models/store/postgres/postgres_streams.h"
#include <map>

namespace vox {

struct PostgresServerStore::Private {
    explicit Private(std::unique_ptr<Connection> opened) : db(std::move(opened)), parts(makePeopleParts(*db)), idempotency(*db) {}

    std::unique_ptr<Connection> db;
    std::map<WorkspaceId, std::unique_ptr<PostgresStore>> workspaces;
    std::map<WorkspaceId, std::unique_ptr<PostgresStreams>> streams;
    PeopleParts parts;
    PostgresIdempotency idempotency;
};

Result<std::unique_ptr<ServerStore>> PostgresServerStore::open(const QString &url)
{
    auto connection = Connection::open(url);
    if (!connection) return connection.error();
    if (const auto migrated = migrate(**connection); !migrated) return migrated.error();
    return std::unique_ptr<ServerStore>(new PostgresServerStore(std::make_unique<Private>(std::move(*connection))));
}

PostgresServerStore::PostgresServerStore(std::unique_ptr<Private> d) : d(std::move(d)) {}
PostgresServerStore::~PostgresServerStore() = default;

Result<QList<WorkspaceInfo>> PostgresServerStore::workspaces()
{
    const auto rows = d->db->read("select id, name, created_utc_ms from workspace order by created_utc_ms, id");
    if (!rows) return rows.error();
    QList<WorkspaceInfo> out;
    for (int row = 0; row < rows->size(); ++row) out.append({WorkspaceId(rows->uuid(row, 0)), rows->text(row, 1), {rows->integer(row, 2)}});
    return out;
}

Result<WorkspaceInfo> PostgresServerStore::createWorkspace(const WorkspaceInfo &workspace)
{
    const auto done = d->db->transaction([&]() -> Result<void> {
        auto made = d->db->write("insert into workspace(id, name, created_utc_ms) values($1, $2, $3)", workspace.id.uuid(), workspace.name, workspace.created.value);
        if (made) made = d->db->write("insert into feed_end(workspace) values($1)", workspace.id.uuid());
        if (!made) return made.error();
        return {};
    });
    if (!done) return done.error();
    return workspace;
}

Store &PostgresServerStore::workspace(WorkspaceId id)
{
    auto &store = d->workspaces[id];
    if (!store) store = std::make_unique<PostgresStore>(*d->db, id);
    return *store;
}

StreamStore &PostgresServerStore::streams(WorkspaceId id)
{
    auto &streams = d->streams[id];
    if (!streams) streams = std::make_unique<PostgresStreams>(*d->db, id);
    return *streams;
}

PeopleStore &PostgresServerStore::people() { return *d->parts.people; }
AuditStore &PostgresServerStore::audit() { return *d->parts.audit; }
SecretStore &PostgresServerStore::secrets() { return *d->parts.secrets; }
IdempotencyStore &PostgresServerStore::idempotency() { return d->idempotency; }

Result<void> PostgresServerStore::transaction(const std::function<Result<void>()> &work) { return d->db->transaction(work); }

void PostgresServerStore::fetchForeseen() { d->db->fetch(); }
void PostgresServerStore::forgetForeseen() { d->db->forgetFetched(); }
qint64 PostgresServerStore::journeys() const { return d->db->journeys(); }

Result<qint64> PostgresServerStore::ping()
{
    const auto begin = std::chrono::steady_clock::now();
    if (const auto answered = d->db->read("select 1"); !answered) return answered.error();
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
}

Result<qint64> PostgresServerStore::schema()
{
    const auto rows = d->db->read("select coalesce(max(version), 0) from schema_version");
    if (!rows) return rows.error();
    return rows->integer(0, 0);
}

} // namespace vox
