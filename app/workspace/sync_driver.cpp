#include "app/workspace/sync_driver.h"
#include "app/workspace/conversation_places.h"
#include "app/workspace/conversation_sync.h"
#include "app/workspace/conversations.h"
#include "app/workspace/document_sync.h"
#include "app/workspace/join_server.h"
#include "app/workspace/rebase_copy.h"
#include "app/workspace/server_settings.h"
#include "app/workspace/settings.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/store/store.h"
#include <QPromise>
#include <QTimer>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// While a server is there, others wait for what is edited here: half a second of rest makes a revision instead of 30 s. They are
// never joined again: a revision may be known elsewhere the moment it exists, so histories fold them when they are shown.
constexpr int onlineRestMs = 500;
constexpr int offlineRestMs = 30'000;
constexpr int lookEveryMs = 60'000;     // in case an event was missed
constexpr int firstRetryMs = 500, mostRetryMs = 30'000;
constexpr qint64 noteSyncedEveryMs = 60'000;

// Nothing a replica has.
bool isAboutDoors(const QString &type)
{
    return type.startsWith("invitation."_L1) || type.startsWith("key."_L1) || type.startsWith("secret."_L1) || type.startsWith("identity_provider."_L1);
}

} // namespace

struct SyncDriver::Private {
    Private(Workspace &workspace, TokenStore &tokens) : workspace(workspace), tokens(tokens) {}

    Workspace &workspace;
    TokenStore &tokens;
    std::unique_ptr<TeamServer> server;
    std::unique_ptr<DocumentSync> documents;
    std::unique_ptr<ConversationSync> conversations;
    SyncState state;
    Membership me;
    QList<DocumentId> conflicts;
    std::optional<Error> why;   // the last round failed
    bool heard = false;         // a round has ended well since the start
    bool started = false;
    bool asked = false;         // who we are, on this line
    int pending = 0;
    int conversationsSeen = 0;
    int failures = 0;
    UtcMs lastSynced, notedSynced;
    QTimer retry, look;
};

SyncDriver::SyncDriver(Workspace &workspace, const ConnectServer &connect, TokenStore &tokens) : d(new Private(workspace, tokens))
{
    d->me.workspace = workspace.id();
    d->me.name = u"owner"_s;
    d->me.role = Role::Owner;
    d->me.permissions = permissionsOf(Role::Owner);
    d->retry.setSingleShot(true);
    d->look.setInterval(lookEveryMs);
    QObject::connect(&workspace, &Workspace::written, this, [this] { lookForWork(); });
    QObject::connect(&workspace, &Workspace::changedElsewhere, this, [this] { lookForWork(); });
    const auto address = serverOf(workspace);
    if (!address || !connect) return;
    d->server = connect(*address);
    d->documents = std::make_unique<DocumentSync>(workspace, *d->server);
    connectConversations();
    if (const auto known = Membership::fromJson(workspace.settings().value(serverMeKey).toObject())) becomeMember(*known);
    d->state.kind = SyncState::Kind::Pending;
    d->state.since = workspace.now();
    d->state.lastSynced = d->lastSynced = d->notedSynced = {workspace.settings().value(lastSyncedKey).toInteger()};
    QObject::connect(&d->retry, &QTimer::timeout, this, [this] { syncNow(); });
    QObject::connect(&d->look, &QTimer::timeout, this, [this] { syncNow(); });
    TeamServer *server = d->server.get();
    QObject::connect(server, &TeamServer::followed, this, [this] {
        d->documents->reconnected();
        syncNow();
    });
    // A line that was lost is noticed at once, not at the next look.
    QObject::connect(server, &TeamServer::linkChanged, this, [this, server] {
        if (server->link() != TeamServer::Link::Online) syncNow();
    });
    QObject::connect(server, &TeamServer::happened, this, [this](const FeedEntry &entry) {
        if (entry.type.startsWith("person."_L1) || entry.type.startsWith("workspace."_L1)) askWhoIAm();
        else if (entry.type.startsWith("conversation."_L1)) d->conversations->kick();
        else if (!isAboutDoors(entry.type)) d->documents->kick();
        emit happened(entry);
    });
    DocumentSync *documents = d->documents.get();
    QObject::connect(documents, &DocumentSync::documentsMoved, &workspace, &Workspace::lookAgain);
    QObject::connect(documents, &DocumentSync::environmentsMoved, this, &SyncDriver::environmentsChanged);
    QObject::connect(documents, &DocumentSync::failed, this, [this](const Error &error) { roundFailed(error); });
    QObject::connect(documents, &DocumentSync::finished, this, [this] {
        d->heard = true;
        d->failures = 0;
        d->retry.stop();
        d->workspace.setRevisionRestMs(onlineRestMs);
        d->lastSynced = d->workspace.now();
        if (std::abs(d->lastSynced.value - d->notedSynced.value) >= noteSyncedEveryMs) {
            d->notedSynced = d->lastSynced;
            d->workspace.settings().setValue(lastSyncedKey, d->notedSynced.value);
        }
        d->why.reset();
        d->conversations->kick();
        count();
    });
}

void SyncDriver::connectConversations()
{
    d->conversations = std::make_unique<ConversationSync>(d->workspace, *d->server);
    ConversationSync *conversations = d->conversations.get();
    QObject::connect(conversations, &ConversationSync::moved, &d->workspace, &Workspace::lookAgain);
    QObject::connect(conversations, &ConversationSync::finished, this, [this] { count(); });
    QObject::connect(conversations, &ConversationSync::failed, this, [this](const Error &error) { roundFailed(error); });
}

SyncDriver::~SyncDriver()
{
    if (d->server) d->server->unfollow();
    d->conversations.reset();
    d->documents.reset();
}

const SyncState &SyncDriver::state() const { return d->state; }
TeamServer *SyncDriver::server() { return d->server.get(); }
const Membership &SyncDriver::me() const { return d->me; }
const QList<DocumentId> &SyncDriver::conflicts() const { return d->conflicts; }

void SyncDriver::start()
{
    if (std::exchange(d->started, true)) return;
    count();
    if (!d->server) return;
    whenDone(d->tokens.read(tokenName(d->workspace.id())), this, [this](const Result<QString> &token) {
        if (!token) return say(token.error());
        if (token->isEmpty()) return say(Error(Error::Code::Unauthorized, {d->server->address().url.host()}));
        enter(*token);
    });
}

void SyncDriver::enter(const QString &token)
{
    d->server->setToken(token);
    d->look.start();
    askWhoIAm();
    d->server->follow();
    d->documents->kick();
}

// A role may have changed; buttons follow.
void SyncDriver::askWhoIAm()
{
    whenDone(d->server->call("GET", u"me"_s), this, [this](const Result<QJsonValue> &answer) {
        if (!answer) return; // the rounds tell
        if (const auto me = Membership::fromJson(answer->toObject())) becomeMember(*me);
    });
}

void SyncDriver::becomeMember(const Membership &me)
{
    if (me.workspace != d->workspace.id() || me == d->me) return;
    d->me = me;
    d->workspace.setAuthor(me.name);
    d->workspace.setMayEdit(me.may(Permission::WriteDocuments));
    d->conversations->allow(me.may(Permission::WriteConversations), me.may(Permission::ReadConversations), me.may(Permission::EraseConversations));
    if (d->started) d->workspace.settings().setValue(serverMeKey, me.toJson());
    emit meChanged();
}

void SyncDriver::syncNow()
{
    if (!d->server || !d->started) return;
    d->retry.stop();
    d->documents->kick();
}

void SyncDriver::setToken(const QString &token)
{
    if (!d->server) return;
    whenDone(d->tokens.write(tokenName(d->workspace.id()), token), this, [this](const Result<void> &kept) {
        if (!kept) say(kept.error());
    });
    d->why.reset();
    enter(token);
}

QFuture<Result<void>> SyncDriver::signOut()
{
    if (d->server) {
        d->server->unfollow();
        d->server->call("POST", u"sign-out"_s);
        d->look.stop();
        d->retry.stop();
        say(Error(Error::Code::Unauthorized, {d->server->address().url.host()}));
        d->server->setToken({});
    }
    return d->tokens.write(tokenName(d->workspace.id()), {});
}

// Something was written here; perhaps it is for the server.
void SyncDriver::lookForWork()
{
    if (!d->started) return;
    using Pending = std::pair<int, int>;
    const bool uploads = d->me.may(Permission::WriteConversations), erases = d->me.may(Permission::EraseConversations);
    const auto future = d->workspace.stores().read([uploads, erases](Store &store) -> Result<Pending> {
        const auto documents = Exchange::pending(store), conversations = uploads ? ConversationSync::pending(store, erases) : Result<int>(0);
        if (!documents || !conversations) return documents ? conversations.error() : documents.error();
        return Pending{*documents, *conversations};
    });
    whenDone(future, this, [this](const Result<Pending> &pending) {
        if (!pending) return;
        const bool mayAsk = d->server && !d->retry.isActive();
        if (mayAsk && pending->first > 0) d->documents->kick();
        // Not again for one that must wait: its sound may still be made smaller.
        else if (mayAsk && pending->second > std::exchange(d->conversationsSeen, pending->second)) d->conversations->kick();
        if (pending->first + pending->second != d->pending || !d->server) count();
    });
}

void SyncDriver::roundFailed(const Error &error)
{
    d->workspace.setRevisionRestMs(offlineRestMs);
    const int step = std::min(mostRetryMs, firstRetryMs << std::min(d->failures++, 6));
    // Every console waits a little differently, by its own id.
    d->retry.start(step / 2 + int(qHash(d->workspace.now().value) % uint(step / 2)));
    d->why = error;
    count();
}

// What stands in the store is what is told.
void SyncDriver::count()
{
    using Counts = std::pair<int, QList<DocumentId>>;
    const bool uploads = d->me.may(Permission::WriteConversations), erases = d->me.may(Permission::EraseConversations);
    const auto future = d->workspace.stores().read([uploads, erases](Store &store) -> Result<Counts> {
        const auto pending = Exchange::pending(store), conversations = uploads ? ConversationSync::pending(store, erases) : Result<int>(0);
        if (!pending || !conversations) return pending ? conversations.error() : pending.error();
        const auto split = store.replica().splitDocuments();
        if (!split) return split.error();
        return Counts{*pending + *conversations, *split};
    });
    whenDone(future, this, [this](const Result<Counts> &counts) {
        if (!counts) return say(d->why);
        d->pending = counts->first;
        if (std::exchange(d->conflicts, counts->second) != counts->second) emit conflictsChanged();
        say(d->why);
    });
}

void SyncDriver::say(std::optional<Error> why)
{
    using Kind = SyncState::Kind;
    d->why = why;
    SyncState next = d->state;
    next.pending = d->server ? d->pending : 0;
    next.conflicts = int(d->conflicts.size());
    next.why = why;
    next.lastSynced = d->lastSynced;
    if (!d->server) next.kind = Kind::Local;
    else if (why) next.kind = !passesByItself(*why) ? Kind::Refused : Kind::Offline;
    else if (!d->heard || d->pending > 0) next.kind = Kind::Pending;
    else next.kind = next.conflicts > 0 ? Kind::Conflict : Kind::Synced;
    if (next.kind != d->state.kind) next.since = d->workspace.now();
    if (next == d->state) return;
    d->state = next;
    emit stateChanged();
}

QFuture<Result<QString>> SyncDriver::recording(ConversationId id)
{
    if (d->conversations) return d->conversations->recording(id);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    whenDone(d->workspace.conversations().open(id), this, [promise, id](const Result<StoredConversation> &opened) {
        if (!opened) promise->addResult(Result<QString>(opened.error()));
        else if (opened->recording.isEmpty()) promise->addResult(Result<QString>(Error(Error::Code::NotFound, {u"recording"_s, id.text()})));
        else promise->addResult(Result<QString>(opened->recording));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<ConflictInfo>> SyncDriver::conflict(DocumentId id)
{
    return d->workspace.stores().read([id, me = d->workspace.author()](Store &store) { return findConflict(store, id, me); });
}

QFuture<Result<RevisionId>> SyncDriver::resolve(const ConflictInfo &conflict, const std::optional<QJsonObject> &content,
                                                const QString &message)
{
    const Resolution resolution{conflict.document, conflict.heads(), content, d->workspace.author(), message, d->workspace.now()};
    const auto made = d->workspace.stores().write([resolution](Store &store) -> Result<RevisionId> {
        const auto revision = vox::resolve(store, resolution);
        if (!revision) return revision;
        const auto rebased = rebaseCopy(store, resolution.document, resolution.author, resolution.now);
        if (!rebased) return rebased.error();
        return revision;
    });
    whenDone(made, this, [this](const Result<RevisionId> &revision) {
        if (revision) d->workspace.lookAgain();
        count();
    });
    return made;
}

} // namespace vox
