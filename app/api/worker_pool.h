#pragma once
#include "models/base/result.h"
#include "models/store/server_store.h"
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace vox {

// Threads that may wait for the database, each with its own connection, opened when it is first needed and again after it
// was lost. Owned by the server; post() from any thread. The destructor finishes what was taken in.
class WorkerPool {
public:
    using OpenStore = std::function<Result<std::unique_ptr<ServerStore>>()>;
    using Job = std::function<void(ServerStore *)>; // null: no database can be reached now

    WorkerPool(OpenStore open, int threads, std::size_t longestQueue = 2000);
    ~WorkerPool();

    // False when too much waits already: the job was not taken.
    bool post(Job job);

    int threads() const { return int(m_threads.size()); }
    int busy() const { return m_busy; }
    int connections() const { return m_connections; }
    int waiting() const;

private:
    void work();

    const OpenStore m_open;
    const std::size_t m_longest;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ends = false;
    std::atomic<int> m_busy = 0, m_connections = 0;
    std::vector<std::thread> m_threads;
};

} // namespace vox
