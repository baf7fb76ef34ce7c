#pragma once
#include "app/workspace/team_server.h"
#include "app/workspace/token_store.h"

namespace vox {

class Workspace;

// How somebody gets into a server for the first time, or again.
struct JoinRequest {
    QString address;      // "host", "host:port", "https://host:port" or a whole invitation link
    QString invitation;   // "vxi_…" or the link it came in; with name, e-mail and password of the new account
    QString name;
    QString email;        // with password alone: an account that is there
    QString password;
    QString token;        // a session or API key one has already (OpenID, --key)
    QByteArray fingerprint; // a person compared it and trusts it; empty: the authorities decide
    QString authorityFile;
};

// The address and the invitation a link carries: "https://host:port/join#vxi_…", also "voxdesk://host:port/join#vxi_…", a bare
// address, a bare token. Usage for something else.
struct InvitationLink {
    QUrl server;
    QString invitation;
};
Result<InvitationLink> readInvitationLink(const QString &text);

// A replica folder that is ready to be opened.
struct Joined {
    QString folder;
    ServerAddress address;
    Membership me;
};

// Signs in and makes (or finds) the replica folder of that server's workspace below `parentFolder`; the token goes into
// `tokens`. Nothing of a local workspace is changed; see copyAgents(). Errors: those of TeamServer, and what
// isCertificateRefused() tells when the certificate is nobody's we know: show its fingerprint, ask, and come back with it in
// `fingerprint`.
QFuture<Result<Joined>> joinServer(const ConnectServer &connect, TokenStore &tokens, const JoinRequest &request, const QString &parentFolder,
                                   UtcMs now);
// The user's data folder/Voxdesk/servers.
QString defaultServersFolder();

// The server a workspace is a replica of; nothing for a local one.
std::optional<ServerAddress> serverOf(Workspace &workspace);

// Copies agents (all when `ids` is empty) of one workspace into another as new documents; answers how many. The copies have no
// history and ids of their own.
QFuture<Result<int>> copyAgents(Workspace &from, const QString &intoFolder, const QList<DocumentId> &ids);

} // namespace vox
