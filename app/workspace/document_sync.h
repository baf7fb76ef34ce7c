#pragma once
#include "app/workspace/team_server.h"
#include "models/sync/exchange.h"
#include <QElapsedTimer>

namespace vox {

class Workspace;

// Carries an Exchange's questions to the server and its answers back: pages of documents, releases and environments. Runs
// round after round while it is kicked; what is slow happens on the store's writing thread. Part of SyncDriver; UI thread.
class DocumentSync : public QObject {
    Q_OBJECT
public:
    DocumentSync(Workspace &workspace, TeamServer &server);
    ~DocumentSync() override;

    // Begins a round, or another one after that which is under way.
    void kick();
    bool isBusy() const { return m_busy; }
    // The line was away: what the server has is checked at the next round.
    void reconnected();

signals:
    // A round ended well: both sides have the same.
    void finished();
    // It ended for want of an answer or because of one; kick() tries again.
    void failed(const vox::Error &error);
    // What came in a page; also before the round has ended.
    void documentsMoved();
    void environmentsMoved();

private:
    using Effect = Exchange::Effect;
    void step();
    void ask(const Exchange::Step &step);
    template <typename Work> void takeIn(Work work);
    void taken(const Result<Effect> &effect);
    void end(const std::optional<Error> &error);

    Workspace &m_workspace;
    TeamServer &m_server;
    std::shared_ptr<Exchange> m_exchange; // used on the store's writing thread only
    bool m_busy = false;
    bool m_again = false;
    bool m_moved = false;                 // not told yet
    QElapsedTimer m_sinceTold;
};

} // namespace vox
