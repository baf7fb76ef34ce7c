#include "app/ctl/server_link.h"
#include "app/ctl/await.h"
#include "app/ctl/console_output.h"
#include "app/remote/server_connection.h"
#include "app/workspace/join_server.h"
#include "app/workspace/server_settings.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {
const QString replicaName = u"voxctl/replica"_s;
}

ConnectServer connector()
{
    return [](const ServerAddress &address) { return std::make_unique<ServerConnection>(address); };
}

FileTokens &tokens()
{
    static FileTokens kept(FileTokens::defaultPath());
    return kept;
}

QString lastReplica() { return await(tokens().read(replicaName)).valueOr(QString()); }
void rememberReplica(const QString &folder) { Q_UNUSED(await(tokens().write(replicaName, folder)).hasValue()); }

Result<std::unique_ptr<Workspace>> openReplica(const CommandLine &line)
{
    const QString folder = line.has(u"workspace"_s) ? line.get(u"workspace"_s) : lastReplica();
    const Error nowhere(Error::Code::Usage, {translated("voxctl", "Nobody has signed in to a server here yet: voxctl login ADDRESS.")});
    if (folder.isEmpty()) return nowhere;
    auto workspace = Workspace::open(folder, Workspace::Role::Tool, Workspace::Missing::Refuse);
    if (workspace && !serverOf(**workspace))
        return Error(Error::Code::Usage, {translated("voxctl", "The workspace in %1 belongs to no server: voxctl login ADDRESS makes one that does.").arg(folder)});
    return workspace;
}

Result<std::unique_ptr<TeamServer>> connectTo(Workspace &workspace)
{
    const auto address = serverOf(workspace);
    if (!address) return Error(Error::Code::Usage, {translated("voxctl", "Nobody has signed in to a server here yet: voxctl login ADDRESS.")});
    const auto token = await(tokens().read(tokenName(workspace.id())));
    if (!token) return token.error();
    if (token->isEmpty()) return Error(Error::Code::Usage, {translated("voxctl", "Nobody is signed in to %1 any more: voxctl login %1 --email E-MAIL.").arg(address->url.toString(QUrl::StripTrailingSlash))});
    auto server = connector()(*address);
    server->setToken(*token);
    return server;
}

Result<QJsonValue> ask(TeamServer &server, const QByteArray &method, const QString &path, const QJsonValue &body)
{
    return await(server.call(method, path, body));
}

} // namespace vox::ctl
