#include "app/ctl/await.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/server_link.h"
#include "app/workspace/join_server.h"
#include "app/workspace/workspace.h"
#include "models/people/role.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<TeamServer>> serverFor(const CommandLine &line)
{
    const QString address = line.positional().value(1);
    if (!address.isEmpty()) {
        const auto link = readInvitationLink(address);
        if (!link || link->server.isEmpty()) return Error(Error::Code::BadValue, {u"address"_s, address});
        return connector()({link->server, line.get(u"trust"_s).toLatin1(), {}});
    }
    auto workspace = openReplica(line);
    if (!workspace) return workspace.error();
    return connectTo(**workspace);
}

int health(const CommandLine &line)
{
    auto server = serverFor(line);
    if (!server) return complain(server.error());
    const auto answer = ask(**server, "GET", u"health"_s);
    if (!answer) return complain(answer.error());
    if (line.has(u"json"_s)) printRaw(QJsonDocument(answer->toObject()).toJson());
    const QString status = (*answer)["status"_L1].toString();
    if (!line.has(u"json"_s)) {
        print(status);
        for (const QJsonValue &part : (*answer)["components"_L1].toArray())
            print(u"  %1 %2 %3"_s.arg(part["name"_L1].toString().leftJustified(16), part["status"_L1].toString(), part["detail"_L1].toString()).trimmed());
    }
    return status == "failed"_L1 ? Failed : Good;
}

int listKeys(TeamServer &server, const CommandLine &line)
{
    const auto answer = ask(server, "GET", u"keys"_s);
    if (!answer) return complain(answer.error());
    if (line.has(u"json"_s)) return printRaw(QJsonDocument((*answer)["items"_L1].toArray()).toJson()), Good;
    const QJsonArray all = (*answer)["items"_L1].toArray();
    if (all.isEmpty()) complain(translated("voxctl", "There is no key yet."));
    for (const QJsonValue &key : all) {
        QStringList scopes;
        for (const QJsonValue &scope : key["scopes"_L1].toArray()) scopes.append(scope.toString());
        print(u"%1  %2  %3  %4  %5"_s.arg(key["id"_L1].toString(), key["hint"_L1].toString().leftJustified(10), key["name"_L1].toString(),
                                         key["person"_L1].toString(), scopes.join(u',')));
    }
    return Good;
}

int createKey(TeamServer &server, const CommandLine &line)
{
    const QStringList scopes = line.get(u"scopes"_s).split(u',', Qt::SkipEmptyParts);
    if (scopes.isEmpty() || line.positional().size() < 2)
        return complain(Error(Error::Code::Usage, {translated("voxctl", "A key needs a name and --scopes, like documents:read,documents:write.")})), Usage;
    QStringList known;
    for (const auto &each : EnumNames<Permission>::all) known.append(QLatin1StringView(each.name));
    for (const QString &scope : scopes)
        if (!known.contains(scope))
            return complain(Error(Error::Code::Usage, {translated("voxctl", "There is no permission “%1”. There are: %2.").arg(scope, known.join(u", "_s))})), Usage;
    QJsonObject body{{u"name"_s, line.positional().value(1)}, {u"scopes"_s, QJsonArray::fromStringList(scopes)}};
    if (const int days = line.get(u"days"_s).toInt(); days > 0)
        body.insert(u"expires_utc_ms"_s, QDateTime::currentMSecsSinceEpoch() + qint64(days) * 86'400'000);
    const auto answer = ask(server, "POST", u"keys"_s, body);
    if (!answer) return complain(answer.error());
    complain(translated("voxctl", "This is shown once:"));
    print((*answer)["token"_L1].toString());
    return Good;
}

} // namespace

int server(const QStringList &arguments)
{
    CommandLine line(u"server health [ADDRESS]"_s, translated("voxctl", "Asks a server how it and its parts are."), CommandLine::Place::Server);
    line.flag(u"json"_s, translated("voxctl", "Prints JSON."));
    line.value(u"trust"_s, u"FINGERPRINT"_s, translated("voxctl", "Trusts the certificate with this SHA-256 fingerprint."));
    if (const auto good = line.read(arguments, 1, 2); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    if (line.positional().first() == "health"_L1) return health(line);
    complain(Error(Error::Code::Usage, {translated("voxctl", "“server %1” makes no sense.").arg(line.positional().join(u' '))}));
    return Usage;
}

int keys(const QStringList &arguments)
{
    CommandLine line(u"keys list | create NAME --scopes A,B [--days N] | revoke ID"_s, translated("voxctl", "Shows, makes and revokes API keys of the server."),
                     CommandLine::Place::Server);
    line.flag(u"json"_s, translated("voxctl", "Prints JSON (list)."));
    line.value(u"scopes"_s, u"A,B"_s, translated("voxctl", "What the key may do: names of permissions."));
    line.value(u"days"_s, u"N"_s, translated("voxctl", "How long it is good; without it, until it is revoked."));
    if (const auto good = line.read(arguments, 1, 2); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    auto workspace = openReplica(line);
    if (!workspace) return complain(workspace.error());
    auto server = connectTo(**workspace);
    if (!server) return complain(server.error());
    const QString action = line.positional().first();
    if (action == "list"_L1) return listKeys(**server, line);
    if (action == "create"_L1) return createKey(**server, line);
    if (action == "revoke"_L1 && line.positional().size() == 2) {
        const auto gone = ask(**server, "DELETE", u"keys/"_s + line.positional().value(1));
        return gone ? Good : complain(gone.error());
    }
    complain(Error(Error::Code::Usage, {translated("voxctl", "“keys %1” makes no sense.").arg(line.positional().join(u' '))}));
    return Usage;
}

} // namespace vox::ctl
