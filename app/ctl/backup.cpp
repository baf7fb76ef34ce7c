#include "app/workspace/backup.h"
#include "app/ctl/await.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/server_link.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

int said(const Result<BackupSums> &sums)
{
    if (!sums) return complain(sums.error());
    print(translated("voxctl", "Versions: %1, releases: %2, conversations: %3, recordings: %4")
              .arg(sums->revisions).arg(sums->releases).arg(sums->conversations).arg(sums->recordings));
    return Good;
}

} // namespace

int backup(const QStringList &arguments)
{
    CommandLine line(u"backup FILE"_s, translated("voxctl", "Writes the whole workspace into one file: every version, releases, settings, conversations with their recordings."));
    if (const auto good = line.read(arguments, 1, 1); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    auto workspace = line.openWorkspace();
    if (!workspace) return complain(workspace.error());
    return said(await(backUp(**workspace, line.positional().first())));
}

int restore(const QStringList &arguments)
{
    CommandLine line(u"restore FILE --workspace DIR | restore FILE --server"_s,
                     translated("voxctl", "Fills an empty workspace, or the empty workspace of the server, from a backup, and looks that everything is there."));
    line.flag(u"server"_s, translated("voxctl", "Into the workspace of the server one is signed in to."));
    if (const auto good = line.read(arguments, 1, 1); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    const QString path = line.positional().first();
    if (line.has(u"server"_s)) {
        auto workspace = openReplica(line);
        if (!workspace) return complain(workspace.error());
        auto server = connectTo(**workspace);
        if (!server) return complain(server.error());
        return said(await(restoreToServer(**server, path)));
    }
    if (!line.has(u"workspace"_s)) return complain(Error(Error::Code::Usage, {translated("voxctl", "Say where to: --workspace DIR or --server.")})), Usage;
    auto workspace = Workspace::open(line.get(u"workspace"_s), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
    if (!workspace) return complain(workspace.error());
    return said(await(restoreBackup(**workspace, path)));
}

} // namespace vox::ctl
