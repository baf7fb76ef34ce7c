#pragma once
#include "models/base/ids.h"
#include <QList>
#include <QString>

namespace vox {

// A workspace this computer has: a folder of one's own, or the replica of a team's.
struct KnownWorkspace {
    QString folder;
    QString name;    // of the team's workspace; empty for one of one's own
    QString server;  // host and port; empty for one of one's own
    WorkspaceId id;
    bool isTeam() const { return !server.isEmpty(); }
};

// Those at `home` and `open`, and every replica below `serversFolder`; each once, one's own first. Reads a little of each
// database: on any thread but the UI's.
QList<KnownWorkspace> knownWorkspaces(const QString &home, const QString &open, const QString &serversFolder);

} // namespace vox
