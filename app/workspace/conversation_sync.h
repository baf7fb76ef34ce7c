#pragma once
#include "app/workspace/team_server.h"
#include "models/store/feed_store.h"
#include <QTimer>

namespace vox {

class Store;
class Workspace;

// Carries finished conversations to the server (events and recording, piece by piece from where the server stands) and brings those of
// other desks: rows and events at once, recordings when somebody wants to hear them. Goes on where it was after any
// interruption. Part of SyncDriver; UI thread.
class ConversationSync : public QObject {
    Q_OBJECT
public:
    ConversationSync(Workspace &workspace, TeamServer &server);
    ~ConversationSync() override;

    // What the person may do decides which half runs.
    void allow(bool upload, bool download, bool erase);
    // Begins a round, or another one after that which is under way.
    void kick();

    // Conversations held here that are not there yet; with those erased here that are still there, if `erasures`.
    static Result<int> pending(Store &store, bool erasures);
    // The path of the recording; fetched and kept beside the conversation when it is not there. NotFound when it has none.
    QFuture<Result<QString>> recording(ConversationId id);

signals:
    void finished();
    // For want of a line; kick() goes on.
    void failed(const vox::Error &error);
    // Rows came or went.
    void moved();
    // The server does not want this one; the others go on.
    void refused(vox::ConversationId id, const vox::Error &error);

private:
    struct Outgoing;
    struct Incoming;
    struct Fetch;
    void nextOutgoing();
    void askParts(const std::shared_ptr<Outgoing> &outgoing);
    void sendPiece(const std::shared_ptr<Outgoing> &outgoing);
    void finish(const std::shared_ptr<Outgoing> &outgoing);
    void erase(const std::shared_ptr<Outgoing> &outgoing);
    void outgoingFailed(const std::shared_ptr<Outgoing> &outgoing, const Error &error);
    void passOutgoing(const FeedCursor &to);
    void nextPage();
    void nextIncoming(const std::shared_ptr<Incoming> &incoming);
    void takeIn(const std::shared_ptr<Incoming> &incoming, ConversationId id, const QByteArray &events);
    void passIncoming(const std::shared_ptr<Incoming> &incoming);
    void fetchPiece(const std::shared_ptr<Fetch> &fetch);
    void end(const std::optional<Error> &error);
    QString folderOf(ConversationId id) const;

    Workspace &m_workspace;
    TeamServer &m_server;
    bool m_upload = false, m_download = false, m_erase = false;
    bool m_busy = false, m_again = false, m_moved = false;
    QTimer m_later; // one of ours was not ready
};

} // namespace vox
