#pragma once
#include "app/workspace/team_server.h"
#include <QJsonObject>

namespace vox {

// What a replica folder remembers of its server, in the workspace's settings.
inline const QString serverAddressKey = QStringLiteral("server.address");
inline const QString serverMeKey = QStringLiteral("server.me");
inline const QString lastSyncedKey = QStringLiteral("server.last_synced_utc_ms");

QJsonObject toJson(const ServerAddress &address);
std::optional<ServerAddress> addressFromJson(const QJsonObject &json);
// Under which name the token of a workspace is kept.
QString tokenName(WorkspaceId workspace);

} // namespace vox
