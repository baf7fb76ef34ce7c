#pragma once
#include "app/workspace/sync_state.h"
#include "app/workspace/team_server.h"
#include "app/workspace/token_store.h"
#include "models/store/conversation_store.h"
#include "models/sync/conflict.h"
#include <memory>

namespace vox {

class Workspace;

// Keeps a workspace and its server the same: pushes what is made here within a second, pulls when the server tells, goes on
// after lost lines, restarts and kills where it was. Says honestly how it stands. In a local workspace it stands still
// and allows everything. One per open workspace; UI thread; owned by the program, dies before the Workspace.
class SyncDriver : public QObject {
    Q_OBJECT
public:
    SyncDriver(Workspace &workspace, const ConnectServer &connect, TokenStore &tokens);
    ~SyncDriver() override;

    // Reads the token and begins. Does nothing in a local workspace.
    void start();

    const SyncState &state() const;
    // Null in a local workspace.
    TeamServer *server();
    // Who one is, as the server said last; of a local workspace: its owner.
    const Membership &me() const;
    // Whether a button is worth showing. The server decides again.
    bool may(Permission permission) const { return me().may(permission); }

    // Exchanges at once; also what "Try again" does.
    void syncNow();
    // After signing in again.
    void setToken(const QString &token);
    // Forgets the token; the replica stays readable.
    QFuture<Result<void>> signOut();

    // Documents a person must decide about.
    const QList<DocumentId> &conflicts() const;
    // Everything the three-way view shows; NotFound when it is settled meanwhile.
    QFuture<Result<ConflictInfo>> conflict(DocumentId id);
    // Decides: a revision with this content on top of all sides; no content deletes the document. Conflict when a side moved
    // meanwhile: ask conflict() again.
    QFuture<Result<RevisionId>> resolve(const ConflictInfo &conflict, const std::optional<QJsonObject> &content, const QString &message = {});

    // The recording of a conversation, also one another desk held: a path, fetched and kept when it is not there. NotFound when it
    // has none.
    QFuture<Result<QString>> recording(ConversationId id);

signals:
    void stateChanged();
    void meChanged();
    void conflictsChanged();
    // Releases or environments moved: ask again.
    void environmentsChanged();
    // What the server told, whatever it was: lists of people, keys, audit look again.
    void happened(const vox::FeedEntry &entry);

private:
    void enter(const QString &token);
    void askWhoIAm();
    void lookForWork();
    void roundFailed(const Error &error);
    void count();
    void say(std::optional<Error> why);
    void connectConversations();
    void becomeMember(const Membership &me);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
