#pragma once
#include "app/workspace/sync_driver.h"
#include "app/workspace/team_lists.h"
#include "app/workspace/when_done.h"
#include <QObject>
#include <QTimer>
#include <optional>

namespace vox {

// What the lists of a team's server have in common: whether there is a server, whether one may look, how the last question
// went. What was read stays when the line is lost. GUI thread; `sync` (null: local) outlives it.
class TeamViewModel : public QObject {
    Q_OBJECT
public:
    enum class State : quint8 {
        Local,     // the workspace has no server
        Forbidden, // one's role may not look
        Loading,   // nothing was read yet
        Ready,
        Failed,    // the last question failed; rows may be old
    };
    TeamViewModel(SyncDriver *sync, Permission needs, QObject *parent = nullptr);

    State state() const;
    const std::optional<Error> &error() const { return m_error; }
    bool may(Permission permission) const { return m_sync && m_sync->may(permission); }
    // Asks the server again.
    void refresh();
    // The entries of the feed that make this list old.
    virtual bool concerns(const QString &type) const = 0;

signals:
    void changed();
    // Something asked for was refused or lost; the list stands as before.
    void failed(const vox::Error &error);

protected:
    virtual void ask() = 0;
    TeamLists lists() const { return TeamLists(*m_sync->server()); }
    bool hasServer() const { return m_sync && m_sync->server(); }
    SyncDriver *sync() const { return m_sync; }
    void loaded();
    void lost(const Error &error);
    // Calls done(value), or tells failed().
    template <typename T, typename F> void act(const QFuture<Result<T>> &future, F done)
    {
        whenDone(future, this, [this, done = std::move(done)](const Result<T> &answer) {
            if (!answer) emit failed(answer.error());
            else if constexpr (std::is_void_v<T>) done();
            else done(*answer);
        });
    }
    // Takes what was asked for by ask() into `rows`.
    template <typename T> void take(const QFuture<Result<T>> &future, T &rows)
    {
        whenDone(future, this, [this, &rows](const Result<T> &answer) {
            if (!answer) return lost(answer.error());
            rows = *answer;
            loaded();
        });
    }

private:
    SyncDriver *m_sync;
    Permission m_needs;
    bool m_read = false;
    std::optional<Error> m_error;
    QTimer m_soon;
};

} // namespace vox
