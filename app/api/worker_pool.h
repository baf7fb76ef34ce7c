#pragma once
#include "models/base/result.h"
#include "models/store/server_store.h"
#include <array>
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
//
// Jobs go by lanes, the oldest first. Quick ones are few at a time, as many as there are processors, and each worker takes several of
// them, which ask the database together. Changes wait for each other anyway (the end of the feed has one lock): half of the
// workers are enough for them, so that reading goes on. Large ones, which take many times their body's memory while they are read, go
// one by one.
class WorkerPool {
public:
    using OpenStore = std::function<Result<std::unique_ptr<ServerStore>>()>;
    enum class Lane { Quick, Change, Large, Other };
    struct Job {
        std::function<void(ServerStore *)> work; // null: no database can be reached now
        Lane lane = Lane::Other;
        std::function<void(ServerStore &)> foresee = {}; // of a quick one: tells the store what `work` will ask it
    };

    WorkerPool(OpenStore open, int threads, std::size_t longestQueue = 2000);
    ~WorkerPool();

    // False when too much waits already: the job was not taken.
    bool post(Job job);

    int threads() const { return int(m_threads.size()); }
    int busy() const { return m_busy; }
    int connections() const { return m_connections; }
    int waiting() const;

private:
    struct Waiting {
        std::deque<Job> jobs;
        std::deque<quint64> numbers; // when each came
        int atOnce = 0, now = 0;     // workers in this lane
    };
    void work();
    Waiting *next();
    std::vector<Job> take(Waiting &from);
    void perform(std::vector<Job> &jobs, ServerStore *store);

    const OpenStore m_open;
    const std::size_t m_longest;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<Waiting, 4> m_lanes; // by Lane
    quint64 m_posted = 0;
    std::size_t m_waiting = 0;
    bool m_ends = false;
    std::atomic<int> m_busy = 0, m_connections = 0;
    std::vector<std::thread> m_threads;
};

} // namespace vox
