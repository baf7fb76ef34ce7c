#pragma once
#include "app/remote/server_connection.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/file_tokens.h"
#include "app/workspace/join_server.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/workspace.h"
#include "models/documents/canonical_json.h"
#include "models/kinds/agents/agent.h"
#include "models/store/store.h"
#include "tests/desks/running_server.h"
#include "tests/unit/app/workspace/await.h"
#include <QJsonArray>

namespace vox::test {

// A console without its windows: a workspace that joined a running server, and its driver.
class RealDesk {
public:
    RealDesk() : m_tokens(m_folder.filePath(QStringLiteral("tokens.json"))) {}
    ~RealDesk() { close(); }

    static ConnectServer connector()
    {
        return [](const ServerAddress &address) { return std::make_unique<ServerConnection>(address, 7); };
    }
    // Empty: joined.
    QString join(const QString &invitation, const QString &name)
    {
        JoinRequest request;
        request.invitation = invitation;
        request.name = name;
        request.email = name.toLower() + QStringLiteral("@example.org");
        request.password = QStringLiteral("a rather long sentence 7");
        const auto joined = await(joinServer(connector(), m_tokens, request, m_folder.path(), {1'700'000'000'000}));
        if (!joined) return joined.error().codeName() + u' ' + joined.error().args.join(u' ');
        folder = joined->folder;
        return {};
    }
    void open(qint64 clockShiftMs = 0)
    {
        auto opened = Workspace::open(folder, Workspace::Role::Console, Workspace::Missing::Refuse,
                                      [clockShiftMs] { return UtcMs{Workspace::systemClock()().value + clockShiftMs}; });
        if (!opened) qFatal("%s", qPrintable(opened.error().codeName()));
        workspace = std::move(*opened);
        driver = std::make_unique<SyncDriver>(*workspace, connector(), m_tokens);
        driver->start();
    }
    void close()
    {
        driver.reset();
        workspace.reset();
    }
    // A link for somebody else.
    QString invite(const QString &role)
    {
        const auto made = await(driver->server()->call("POST", QStringLiteral("invitations"), QJsonObject{{QStringLiteral("role"), role}}));
        if (!made) return {};
        const QJsonObject json = made->toObject();
        const QString link = json.value(QStringLiteral("link")).toString();
        return link.isEmpty() ? json.value(QStringLiteral("token")).toString() : link;
    }
    SyncState::Kind kind() const { return driver->state().kind; }
    std::shared_ptr<AgentDocument> agent(DocumentId id) { return *await(workspace->agents().open(id)); }
    int countAgents() { return int(await(workspace->agents().list()).valueOr({}).size()); }

    QTemporaryDir m_folder; // goes last
    QString folder;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SyncDriver> driver;

private:
    FileTokens m_tokens;
};

// Many small agents at once, as an import would make them.
inline Result<void> makeAgents(Workspace &workspace, int count)
{
    return await(workspace.stores().write([count](Store &store) -> Result<void> {
        return store.transaction([&]() -> Result<void> {
            for (int i = 0; i < count; ++i) {
                const QJsonObject content{{QStringLiteral("name"), QStringLiteral("Agent %1").arg(i)},
                                          {QStringLiteral("description"), QString(600, QChar(u'a' + i % 26))},
                                          {QStringLiteral("languages"), QJsonArray{QStringLiteral("en")}}};
                const QByteArray bytes = canonicalJson(content);
                RandomBytes random{};
                for (int byte = 0; byte < 4; ++byte) random[std::size_t(byte) + 4] = quint8(i >> (8 * byte));
                const Revision revision = makeRevision(DocumentId::make({1'700'000'000'000}, random), agentKind().name, agentKind().schema, {},
                                                       QStringLiteral("import"), {1'700'000'000'000}, {}, bytes);
                const auto added = store.documents().addRevision(revision, bytes, content.value(QStringLiteral("name")).toString(), DocumentStore::Copy::Keep);
                if (!added) return added.error();
            }
            return {};
        });
    }));
}

inline int storedAgents(Store &store) { return int(store.documents().list(agentKind().name).valueOr({}).size()); }

} // namespace vox::test
