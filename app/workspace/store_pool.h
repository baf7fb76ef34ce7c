#pragma once
#include "app/workspace/run_on.h"
#include "models/store/store.h"
#include <QFuture>
#include <QMutex>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace vox {

// A few store connections on threads of their own: one that writes, so that our writes keep their order and never wait
// for each other, and two that read beside it. Thread-safe. Destroying it finishes what was asked for.
class StorePool {
public:
    using OpenStore = std::function<Result<std::unique_ptr<Store>>()>;
    // `first` is a connection that is already open.
    StorePool(OpenStore open, std::unique_ptr<Store> first);
    ~StorePool();

    // Runs work(store) -> Result<T> on a reading thread. It sees every write that had finished before the call.
    template <typename Work> auto read(Work work)
    {
        using Answer = std::invoke_result_t<Work &, Store &>;
        return runOn(m_readers, [this, work = std::move(work)]() mutable -> Answer {
            auto store = takeReader();
            if (!store) return store.error();
            Answer answer = work(**store);
            giveReader(std::move(*store));
            return answer;
        });
    }
    // The same on the writing thread, in the order asked for, always on the same connection.
    template <typename Work> auto write(Work work)
    {
        using Answer = std::invoke_result_t<Work &, Store &>;
        return runOn(m_writer, [this, work = std::move(work)]() mutable -> Answer {
            Answer answer = work(*m_first);
            wrote();
            return answer;
        });
    }
    // Called on the writing thread after each piece of work there.
    void afterWrites(std::function<void()> tell);
    // Waits for all that was asked for.
    void finish();

private:
    Result<std::unique_ptr<Store>> takeReader();
    void giveReader(std::unique_ptr<Store> store);
    void wrote();

    OpenStore m_open;
    std::unique_ptr<Store> m_first;             // the writing thread's
    QMutex m_mutex;
    std::vector<std::unique_ptr<Store>> m_idle; // guarded by m_mutex
    std::function<void()> m_tell;               // guarded by m_mutex
    QThreadPool m_writer;
    QThreadPool m_readers;
};

} // namespace vox
