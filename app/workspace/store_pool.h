#pragma once
#include "models/store/store.h"
#include <QFuture>
#include <QMutex>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrentRun>
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
    template <typename Work> auto read(Work work) { return run(m_readers, std::move(work)); }
    // The same on the writing thread, in the order asked for.
    template <typename Work> auto write(Work work) { return run(m_writer, std::move(work)); }
    // Waits for all that was asked for.
    void finish();

private:
    template <typename Work> auto run(QThreadPool &threads, Work work)
    {
        using Answer = std::invoke_result_t<Work &, Store &>;
        return QtConcurrent::run(&threads, [this, work = std::move(work)]() mutable -> Answer {
            auto store = take();
            if (!store) return store.error();
            Answer answer = work(**store);
            give(std::move(*store));
            return answer;
        });
    }
    Result<std::unique_ptr<Store>> take();
    void give(std::unique_ptr<Store> store);

    OpenStore m_open;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Store>> m_idle; // guarded by m_mutex
    QThreadPool m_writer;
    QThreadPool m_readers;
};

} // namespace vox
