#include "app/workspace/server_settings.h"
#include "app/workspace/join_server.h"
#include "app/workspace/settings.h"
#include "app/workspace/workspace.h"

namespace vox {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ServerAddress &address)
{
    return {{u"url"_s, address.url.toString()},
            {u"fingerprint"_s, QString::fromLatin1(address.fingerprint)},
            {u"authority_file"_s, address.authorityFile}};
}

std::optional<ServerAddress> addressFromJson(const QJsonObject &json)
{
    const QUrl url(json.value("url"_L1).toString());
    if (!url.isValid() || url.host().isEmpty()) return std::nullopt;
    return ServerAddress{url, json.value("fingerprint"_L1).toString().toLatin1(), json.value("authority_file"_L1).toString()};
}

QString tokenName(WorkspaceId workspace) { return u"server/"_s + workspace.text(); }

std::optional<ServerAddress> serverOf(Workspace &workspace)
{
    return addressFromJson(workspace.settings().value(serverAddressKey).toObject());
}

} // namespace vox
