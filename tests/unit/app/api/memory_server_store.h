#pragma once
#include "app/identity/authenticator.h"
#include "models/store/audit_store.h"
#include "models/store/idempotency_store.h"
#include "models/store/server_store.h"
#include "models/store/sqlite/sqlite_store.h"
#include <QMap>
#include <mutex>

namespace vox::test {

// What the tests of the API share between the connections of one server.
struct ServerMemory {
    std::mutex mutex;
    QList<AuditEntry> audit;
    QMap<QString, std::pair<QByteArray, std::optional<KeptAnswer>>> kept;
};

// A server's store without PostgreSQL, for tests of what stands between the socket and the handlers: documents in SQLite,
// audit and idempotency keys in memory. People, secrets and streams are not there.
class MemoryServerStore final : public ServerStore, AuditStore, IdempotencyStore {
public:
    MemoryServerStore(ServerMemory &memory, const QString &file) : m_memory(memory)
    {
        auto opened = SqliteStore::open(file, {WorkspaceId::make({1}), {1}});
        if (opened) m_store = *std::move(opened);
    }

    Result<QList<WorkspaceInfo>> workspaces() override { return QList<WorkspaceInfo>{{m_store->workspace(), QStringLiteral("w"), {1}}}; }
    Result<WorkspaceInfo> createWorkspace(const WorkspaceInfo &) override { return Error(Error::Code::Conflict); }
    Store &workspace(WorkspaceId) override { return *m_store; }
    StreamStore &streams(WorkspaceId) override { Q_UNREACHABLE(); }
    PeopleStore &people() override { Q_UNREACHABLE(); }
    SecretStore &secrets() override { Q_UNREACHABLE(); }
    AuditStore &audit() override { return *this; }
    IdempotencyStore &idempotency() override { return *this; }
    Result<void> transaction(const std::function<Result<void>()> &work) override { return m_store->transaction(work); }
    Result<qint64> ping() override { return qint64(1); }
    Result<qint64> schema() override { return qint64(1); }

private:
    Result<qint64> add(WorkspaceId, const AuditEntry &entry) override
    {
        const std::lock_guard lock(m_memory.mutex);
        m_memory.audit.append(entry);
        return qint64(m_memory.audit.size());
    }
    Result<QList<AuditEntry>> list(WorkspaceId, const AuditFilter &, qint64, int) override { return m_memory.audit; }
    Result<std::optional<KeptAnswer>> claim(const KeptAnswer::Name &name, const QByteArray &print, UtcMs) override
    {
        const std::lock_guard lock(m_memory.mutex);
        const auto it = m_memory.kept.constFind(name.key);
        if (it == m_memory.kept.constEnd()) {
            m_memory.kept.insert(name.key, {print, {}});
            return std::optional<KeptAnswer>();
        }
        if (it->first != print) return Error(Error::Code::KeyReused, {name.key});
        return it->second;
    }
    Result<void> keep(const KeptAnswer::Name &name, const KeptAnswer &answer) override
    {
        const std::lock_guard lock(m_memory.mutex);
        m_memory.kept[name.key].second = answer;
        return {};
    }

    ServerMemory &m_memory;
    std::unique_ptr<Store> m_store;
};

// Tokens are names of roles: "owner", "viewer" …; "key:" before them is a key that may read documents only.
class RoleTokens final : public Authenticator {
public:
    Result<Caller> authenticate(ServerStore &store, const QString &token, const QString &address, UtcMs) override
    {
        const bool key = token.startsWith(QStringLiteral("key:"));
        const auto role = enumFromName<Role>(key ? token.mid(4) : token);
        if (!role) return Error(Error::Code::SignInNeeded);
        Caller caller;
        caller.door = key ? Caller::Door::Key : Caller::Door::Session;
        if (key) caller.scopes = QList<Permission>{Permission::ReadDocuments};
        caller.person = *PersonId::parse(QStringLiteral("018f0000-0000-7000-8000-00000000000%1").arg(int(*role)));
        caller.name = token;
        caller.role = *role;
        caller.credential = token;
        caller.address = address;
        const auto spaces = store.workspaces();
        caller.workspace = spaces->first().id;
        return caller;
    }
};

} // namespace vox::test
