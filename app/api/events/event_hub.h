#pragma once
#include "app/api/worker_pool.h"
#include "models/store/postgres/postgres_listener.h"
#include <QMap>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace vox {

// What came into a workspace's feed between two places: read once, shown to everybody who stood at the first.
struct FeedStep {
    FeedCursor from;
    FeedPage page;
};

// Somebody who follows a workspace's feed.
class FeedFollower {
public:
    virtual ~FeedFollower() = default;
    // There is more: this step, or, when it is null or begins elsewhere, what he reads himself. On the hub's thread.
    virtual void wake(std::shared_ptr<const FeedStep> step) = 0;
};

// Follows the feeds of all workspaces on a thread of its own, over one listening connection, and wakes who follows them.
// The same thread does what is due from time to time. Owned by the program; any thread may subscribe. The destructor waits
// for the thread.
class EventHub {
public:
    using Listen = std::function<Result<std::unique_ptr<PostgresListener>>()>;
    // About once a second, with the hub's own store.
    using Tick = std::function<void(ServerStore &)>;

    EventHub(Listen listen, WorkerPool::OpenStore open, Tick tick);
    ~EventHub();

    void follow(WorkspaceId workspace, std::weak_ptr<FeedFollower> follower);

    bool isListening() const { return m_listening; }
    int followers() const;
    // From the database's clock to here, of the newest entry; milliseconds.
    qint64 lagMs() const { return m_lagMs; }

private:
    void run();
    void tell(ServerStore &store, WorkspaceId workspace);
    void tellAll();
    std::vector<std::shared_ptr<FeedFollower>> followersOf(WorkspaceId workspace);
    bool rest(std::chrono::milliseconds time);

    const Listen m_listen;
    const WorkerPool::OpenStore m_open;
    const Tick m_tick;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_ends = false;                                                         // under the mutex
    std::map<WorkspaceId, std::vector<std::weak_ptr<FeedFollower>>> m_followers; // under the mutex
    std::map<WorkspaceId, FeedCursor> m_tails;                                   // of the hub's thread
    std::atomic<bool> m_listening = false;
    std::atomic<qint64> m_lagMs = 0;
    std::thread m_thread;
};

} // namespace vox
