#include "tests/store/postgres_factory.h"
#include "models/store/postgres/postgres_server.h"

namespace vox::test {

namespace {

// A workspace together with the connection that it lives on.
class OwnConnection final : public Store {
public:
    OwnConnection(std::unique_ptr<ServerStore> server, WorkspaceId workspace) : m_server(std::move(server)), m_store(m_server->workspace(workspace)) {}
    WorkspaceId workspace() const override { return m_store.workspace(); }
    DocumentStore &documents() override { return m_store.documents(); }
    ConversationStore &conversations() override { return m_store.conversations(); }
    SettingStore &settings() override { return m_store.settings(); }
    FeedStore &feed() override { return m_store.feed(); }
    ReplicaStore &replica() override { return m_store.replica(); }
    ReleaseStore &releases() override { return m_store.releases(); }
    Result<void> transaction(const std::function<Result<void>()> &work) override { return m_store.transaction(work); }
    Result<qint64> changeStamp() override { return m_store.changeStamp(); }

private:
    std::unique_ptr<ServerStore> m_server;
    Store &m_store;
};

} // namespace

PostgresFactory::PostgresFactory(const QString &url) : m_url(url), m_workspace(WorkspaceId::make({1'700'000'000'000})) {}

Result<std::unique_ptr<Store>> PostgresFactory::connect()
{
    auto server = PostgresServerStore::open(m_url);
    if (!server) return server.error();
    const auto known = (*server)->workspaces();
    if (!known) return known.error();
    const bool there = std::any_of(known->begin(), known->end(), [&](const WorkspaceInfo &info) { return info.id == m_workspace; });
    if (!there)
        if (const auto made = (*server)->createWorkspace({m_workspace, QStringLiteral("Test"), {1}}); !made) return made.error();
    return std::unique_ptr<Store>(new OwnConnection(std::move(*server), m_workspace));
}

} // namespace vox::test
