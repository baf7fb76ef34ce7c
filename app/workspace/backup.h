#pragma once
#include "app/workspace/team_server.h"
#include <QJsonArray>

namespace vox {

class Workspace;

// Somebody of a backup for whom the server made an invitation. The token goes into a link and is shown once.
struct RestoredInvitation {
    QString name;
    QString email;
    QString role;
    QString token;
};

// What a backup holds, or what came back from one.
struct BackupSums {
    int revisions = 0;
    int releases = 0;
    int conversations = 0;
    int recordings = 0;
    int people = 0;
    QList<RestoredInvitation> invitations;
};

// The whole workspace into one file: every revision, erasures, releases, environments, settings, conversations with the
// recordings that are here. What is being written becomes a revision first. `people`: as the server's list shows them, kept by
// name, e-mail and role. Passwords, sessions, keys and secrets are in no backup.
QFuture<Result<BackupSums>> backUp(Workspace &workspace, const QString &path, const QJsonArray &people = {});
// Before a backup of a replica: brings every recording that the server holds into the replica's folder, in pieces, each checked
// against its hash. Answers how many of the conversations here have one.
QFuture<Result<int>> fetchRecordings(Workspace &workspace, TeamServer &server);

// Reads the file whole before anything is written, then fills an empty workspace in one transaction and compares what is there
// with what was to come back. Conflict {"workspace"} when it is not empty; BadValue {path, what} for half a file. One that was
// killed has left nothing and can be begun again. People stay behind: a workspace on a desk has one owner.
QFuture<Result<BackupSums>> restoreBackup(Workspace &workspace, const QString &path);

enum class RestorePeople { No, Invite };
// The same into the empty workspace of a server, or one in which the same restore was interrupted: it goes on there. Needs the
// permission to manage it. Settings stay behind. Invite: everybody of the backup who is no member gets an invitation with
// the role he had.
QFuture<Result<BackupSums>> restoreToServer(TeamServer &server, const QString &path, RestorePeople people = RestorePeople::No);

} // namespace vox
