#pragma once
#include "app/workspace/team_server.h"

namespace vox {

class Workspace;

// What a backup holds, or what came back from one.
struct BackupSums {
    int revisions = 0;
    int releases = 0;
    int conversations = 0;
    int recordings = 0;
};

// The whole workspace into one file: every revision, erasures, releases, environments, settings, conversations with their
// recordings. What is being written becomes a revision first. Secrets and accounts are in no backup.
QFuture<Result<BackupSums>> backUp(Workspace &workspace, const QString &path);

// Reads the file whole before anything is written, then fills an empty workspace in one transaction and looks that everything is
// there. Conflict {"workspace"} when it is not empty; BadValue {path, what} for half a file.
QFuture<Result<BackupSums>> restoreBackup(Workspace &workspace, const QString &path);
// The same into the empty workspace of a server; needs the permission to manage it. Settings stay behind.
QFuture<Result<BackupSums>> restoreToServer(TeamServer &server, const QString &path);

} // namespace vox
