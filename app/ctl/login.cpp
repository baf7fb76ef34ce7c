#include "app/ctl/await.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/password_prompt.h"
#include "app/ctl/server_link.h"
#include "app/workspace/join_server.h"
#include "app/workspace/server_settings.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<JoinRequest> requestOf(const CommandLine &line)
{
    JoinRequest request;
    request.address = line.positional().first();
    request.email = line.get(u"email"_s);
    request.name = line.get(u"name"_s);
    request.fingerprint = line.get(u"trust"_s).toLatin1().toLower().replace(":", "");
    request.authorityFile = line.get(u"authority"_s);
    const bool key = line.has(u"key"_s);
    if (const auto link = readInvitationLink(request.address); link && !link->invitation.isEmpty() && request.name.isEmpty())
        return Error(Error::Code::Usage, {translated("voxctl", "An invitation makes an account: say how it is called, --name NAME.")});
    if (!key && request.email.isEmpty()) return Error(Error::Code::Usage, {translated("voxctl", "Say who you are: --email, or --key.")});
    const auto secret = readSecret(key ? translated("voxctl", "API key:") : translated("voxctl", "Password:"));
    if (!secret) return secret.error();
    (key ? request.token : request.password) = *secret;
    return request;
}

int signIn(const CommandLine &line)
{
    const auto request = requestOf(line);
    if (!request) return complain(request.error());
    const QString parent = line.has(u"workspace"_s) ? line.get(u"workspace"_s) : defaultServersFolder();
    const auto joined = await(joinServer(connector(), tokens(), *request, parent, Workspace::systemClock()()));
    if (!joined && isCertificateRefused(joined.error()) && !joined.error().detail.isEmpty()) {
        const QString sentence = isCertificateChanged(joined.error()) ? translated("voxctl", "%1 shows another certificate than the trusted one.")
                                                                     : translated("voxctl", "nobody we know vouches for the certificate of %1.");
        complain(u"voxctl: "_s + sentence.arg(joined.error().args.value(0)));
        complain(translated("voxctl", "If its administrator confirms this fingerprint, sign in again with --trust %1").arg(joined.error().detail));
        return Failed;
    }
    if (!joined) return complain(joined.error());
    rememberReplica(joined->folder);
    print(translated("voxctl", "Signed in to %1 as %2 (%3).").arg(joined->me.workspaceName, joined->me.name, enumName(joined->me.role)));
    complain(translated("voxctl", "Agents and conversations of the team are in this folder; commands work in it with --workspace:"));
    print(joined->folder);
    return Good;
}

} // namespace

int login(const QStringList &arguments)
{
    CommandLine line(u"login ADDRESS|INVITATION-LINK --email E-MAIL [--name NAME] | login ADDRESS --key"_s,
                     translated("voxctl", "Signs in to a server and makes a replica of its workspace. The password or key is asked for, or read from standard input."),
                     CommandLine::Place::Parent);
    line.value(u"email"_s, u"E-MAIL"_s, translated("voxctl", "Who signs in, or the account an invitation makes."));
    line.value(u"name"_s, u"NAME"_s, translated("voxctl", "How a new account is called."));
    line.flag(u"key"_s, translated("voxctl", "Signs in with an API key instead of a password."));
    line.value(u"trust"_s, u"FINGERPRINT"_s, translated("voxctl", "Trusts the certificate with this SHA-256 fingerprint."));
    line.value(u"authority"_s, u"FILE"_s, translated("voxctl", "Trusts certificates of this authority (PEM)."));
    if (const auto good = line.read(arguments, 1, 1); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    return signIn(line);
}

int logout(const QStringList &arguments)
{
    CommandLine line(u"logout"_s, translated("voxctl", "Ends the session at the server. The replica stays readable."), CommandLine::Place::Server);
    if (const auto good = line.read(arguments, 0, 0); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    auto workspace = openReplica(line);
    if (!workspace) return complain(workspace.error());
    // A key is not ended by forgetting it here.
    if (auto server = connectTo(**workspace)) Q_UNUSED(ask(**server, "POST", u"sign-out"_s).hasValue());
    const auto gone = await(tokens().write(tokenName((*workspace)->id()), {}));
    if (!gone) return complain(gone.error());
    print(translated("voxctl", "Signed out."));
    return Good;
}

} // namespace vox::ctl
