#pragma once
#include "app/workspace/team_server.h"
#include "models/store/feed_store.h"

namespace vox {

class Store;
class Workspace;

// The half of ConversationSync that sends: what was finished or erased here goes to the server in the order of our feed, events
// and recording piece by piece from where the server stands. Owned by ConversationSync; UI thread.
class ConversationUpload : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const std::optional<Error> &)>;

    ConversationUpload(Workspace &workspace, TeamServer &server) : m_workspace(workspace), m_server(server) {}
    // One round; `done` is called once: nothing is left for now, or the line is lost. Not again before.
    void begin(bool mayErase, Done done);
    // Conversations held here that are not there yet; with those erased here that are still there, if `erasures`.
    static Result<int> pending(Store &store, bool erasures);

signals:
    // The server does not want this one; the others go on.
    void refused(vox::ConversationId id, const vox::Error &error);
    // One is not ready to be sent: look again in a moment.
    void later();

private:
    struct Outgoing;
    void next();
    void askParts(const std::shared_ptr<Outgoing> &outgoing);
    void sendPiece(const std::shared_ptr<Outgoing> &outgoing);
    void finish(const std::shared_ptr<Outgoing> &outgoing);
    void erase(const std::shared_ptr<Outgoing> &outgoing);
    void notSent(const std::shared_ptr<Outgoing> &outgoing, const Error &error);
    void erasedThere(const std::shared_ptr<Outgoing> &outgoing);
    void pass(const FeedCursor &to);
    void over(const std::optional<Error> &error);

    Workspace &m_workspace;
    TeamServer &m_server;
    bool m_mayErase = false;
    Done m_done;
};

} // namespace vox
