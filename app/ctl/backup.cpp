#include "app/workspace/backup.h"
#include "app/ctl/await.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/local_secrets.h"
#include "app/ctl/server_link.h"
#include "app/ctl/settled.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

int said(const Result<BackupSums> &sums, const QString &address = {})
{
    if (!sums) return complain(sums.error());
    print(translated("voxctl", "Versions: %1, releases: %2, conversations: %3, recordings: %4")
              .arg(sums->revisions).arg(sums->releases).arg(sums->conversations).arg(sums->recordings));
    if (sums->people > 0) print(translated("voxctl", "People: %1").arg(sums->people));
    for (const RestoredInvitation &one : sums->invitations)
        print(u"%1 <%2> %3: %4/join#%5"_s.arg(one.name, one.email, one.role, address, one.token));
    return Good;
}

// The replica as its server has it now: exchanged, with every recording; and the people, if they are wanted.
Result<QJsonArray> completeFromServer(Workspace &workspace, bool people)
{
    {
        SyncDriver driver(workspace, connector(), tokens());
        const SyncState state = await(settled(driver));
        if (state.why) return *state.why;
    }
    const auto server = connectTo(workspace);
    if (!server) return server.error();
    if (const auto fetched = await(fetchRecordings(workspace, **server)); !fetched) return fetched.error();
    if (!people) return QJsonArray();
    const auto all = ask(**server, "GET", u"people"_s);
    if (!all) return all.error();
    return (*all)["items"_L1].toArray();
}

} // namespace

int backup(const QStringList &arguments)
{
    CommandLine line(u"backup FILE | backup FILE --server [--people]"_s,
                     translated("voxctl", "Writes the whole workspace into one file: every version, releases, settings, conversations with their recordings. "
                                          "Passwords, keys and secrets are in no backup."), CommandLine::Place::Either);
    line.flag(u"server"_s, translated("voxctl", "Of a server's workspace: exchanges with it first and fetches the recordings it holds."));
    line.flag(u"people"_s, translated("voxctl", "With --server: also who works there, by name, e-mail and role."));
    if (const auto good = line.read(arguments, 1, 1); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    const bool server = line.has(u"server"_s), people = line.has(u"people"_s);
    if (people && !server) return complain(Error(Error::Code::Usage, {translated("voxctl", "--people belongs to --server.")})), Usage;
    const auto secrets = openSecrets(); // outlives what asks it
    auto workspace = server ? openReplica(line) : line.openWorkspace();
    if (!workspace) return complain(workspace.error());
    (*workspace)->setRedaction(redactionOf(*secrets));
    QJsonArray who;
    if (server) {
        const auto complete = completeFromServer(**workspace, people);
        if (!complete) return complain(complete.error());
        who = *complete;
    }
    return said(await(backUp(**workspace, line.positional().first(), who)));
}

int restore(const QStringList &arguments)
{
    CommandLine line(u"restore FILE --workspace DIR | restore FILE --server [--people]"_s,
                     translated("voxctl", "Fills an empty workspace, or the empty workspace of the server, from a backup, and looks that everything is there."), CommandLine::Place::Either);
    line.flag(u"server"_s, translated("voxctl", "Into the workspace of the server one is signed in to. One that was interrupted goes on."));
    line.flag(u"people"_s, translated("voxctl", "With --server: invites everybody of the backup who is no member, and prints the links."));
    if (const auto good = line.read(arguments, 1, 1); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    const QString path = line.positional().first();
    if (line.has(u"server"_s)) {
        auto workspace = openReplica(line);
        if (!workspace) return complain(workspace.error());
        auto server = connectTo(**workspace);
        if (!server) return complain(server.error());
        const auto people = line.has(u"people"_s) ? RestorePeople::Invite : RestorePeople::No;
        return said(await(restoreToServer(**server, path, people)), (*server)->address().url.toString(QUrl::StripTrailingSlash));
    }
    if (!line.has(u"workspace"_s)) return complain(Error(Error::Code::Usage, {translated("voxctl", "Say where to: --workspace DIR or --server.")})), Usage;
    auto workspace = Workspace::open(line.get(u"workspace"_s), Workspace::Role::Tool, Workspace::Missing::CreateEmpty);
    if (!workspace) return complain(workspace.error());
    return said(await(restoreBackup(**workspace, path)));
}

} // namespace vox::ctl
