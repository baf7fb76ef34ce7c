#include "app/ctl/await.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/local_secrets.h"
#include "app/ctl/server_link.h"
#include "app/ctl/settled.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QString described(const SyncState &state)
{
    switch (state.kind) {
    case SyncState::Kind::Local: return translated("voxctl", "This workspace has no server.");
    case SyncState::Kind::Synced: return translated("voxctl", "Synced.");
    case SyncState::Kind::Pending: return translated("voxctl", "To be sent: %1").arg(state.pending);
    case SyncState::Kind::Offline: return translated("voxctl", "The server does not answer; to be sent: %1").arg(state.pending);
    case SyncState::Kind::Conflict: return translated("voxctl", "Synced; to be decided by a person: %1").arg(state.conflicts);
    case SyncState::Kind::Refused: return translated("voxctl", "The server refuses; to be sent: %1").arg(state.pending);
    }
    Q_UNREACHABLE();
}

} // namespace

int sync(const QStringList &arguments)
{
    CommandLine line(u"sync [--watch]"_s, translated("voxctl", "Exchanges documents and conversations with the server."), CommandLine::Place::Server);
    line.flag(u"watch"_s, translated("voxctl", "Stays and follows, until it is interrupted."));
    if (const auto good = line.read(arguments, 0, 0); !good) return complain(good.error()), Usage;
    if (line.helpWanted()) return print(line.helpText()), Good;
    const auto secrets = openSecrets(); // outlives what asks it
    auto workspace = openReplica(line);
    if (!workspace) return complain(workspace.error());
    (*workspace)->setRedaction(redactionOf(*secrets));
    if (const auto signedIn = connectTo(**workspace); !signedIn) return complain(signedIn.error());
    SyncDriver driver(**workspace, connector(), tokens());
    if (line.has(u"watch"_s)) {
        QObject::connect(&driver, &SyncDriver::stateChanged, &driver, [&] { print(described(driver.state())); });
        QPromise<SyncState> never; // until it is interrupted
        never.start();
        driver.start();
        await(never.future());
    }
    const SyncState state = await(settled(driver));
    if (state.why) return complain(*state.why);
    print(described(state));
    for (const DocumentId id : driver.conflicts()) print(id.text());
    return Good;
}

} // namespace vox::ctl
