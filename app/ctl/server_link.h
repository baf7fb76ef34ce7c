#pragma once
#include "app/ctl/command_line.h"
#include "app/workspace/file_tokens.h"
#include "app/workspace/team_server.h"

namespace vox::ctl {

// How voxctl gets to a server: app/remote's client.
ConnectServer connector();
// Where voxctl keeps tokens, and the folder of the replica it signed in to last.
FileTokens &tokens();
QString lastReplica();
void rememberReplica(const QString &folder);

// The replica a server command works on: --workspace, else the last one signed in to. Usage when that has no server.
Result<std::unique_ptr<Workspace>> openReplica(const CommandLine &line);
// A signed-in connection to the server of this replica. Usage when nobody is signed in.
Result<std::unique_ptr<TeamServer>> connectTo(Workspace &workspace);
// One call, waited for.
Result<QJsonValue> ask(TeamServer &server, const QByteArray &method, const QString &path, const QJsonValue &body = QJsonValue::Undefined);

} // namespace vox::ctl
