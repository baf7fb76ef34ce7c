#include "app/workspace/sync_driver.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/store/store.h"

namespace vox {

using namespace Qt::StringLiterals;

struct SyncDriver::Private {
    Private(Workspace &workspace, TokenStore &tokens) : workspace(workspace), tokens(tokens) {}

    Workspace &workspace;
    TokenStore &tokens;
    std::unique_ptr<TeamServer> server;
    SyncState state;
    Membership me;
    QList<DocumentId> conflicts;
};

SyncDriver::SyncDriver(Workspace &workspace, const ConnectServer &, TokenStore &tokens) : d(new Private(workspace, tokens))
{
    d->me.workspace = workspace.id();
    d->me.name = u"owner"_s;
    d->me.role = Role::Owner;
    d->me.permissions = permissionsOf(Role::Owner);
}

SyncDriver::~SyncDriver() = default;

void SyncDriver::start() {}
const SyncState &SyncDriver::state() const { return d->state; }
TeamServer *SyncDriver::server() { return d->server.get(); }
const Membership &SyncDriver::me() const { return d->me; }
void SyncDriver::syncNow() {}

void SyncDriver::setToken(const QString &token)
{
    if (d->server) d->server->setToken(token);
}

QFuture<Result<void>> SyncDriver::signOut() { return d->tokens.write(u"server/"_s + d->me.workspace.text(), {}); }

const QList<DocumentId> &SyncDriver::conflicts() const { return d->conflicts; }

QFuture<Result<ConflictInfo>> SyncDriver::conflict(DocumentId id)
{
    return d->workspace.stores().read([id, me = d->me.name](Store &store) { return findConflict(store, id, me); });
}

QFuture<Result<RevisionId>> SyncDriver::resolve(const ConflictInfo &conflict, const std::optional<QJsonObject> &content,
                                                const QString &message)
{
    const Resolution resolution{conflict.document, conflict.ours.revision, conflict.theirs.revision, content,
                                d->me.name,        message,                d->workspace.now()};
    return d->workspace.stores().write([resolution](Store &store) { return vox::resolve(store, resolution); });
}

} // namespace vox
