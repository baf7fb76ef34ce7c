#pragma once
#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <memory>
#include <type_traits>
#include <utility>

namespace vox {

// Runs work() on one of the pool's threads, there and nowhere else: whoever waits for a future of QtConcurrent::run may
// find the work done on his own thread, which would put two threads on one store connection.
template <typename Work> auto runOn(QThreadPool &threads, Work work)
{
    using Answer = std::invoke_result_t<Work &>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QFuture<Answer> future = promise->future();
    threads.start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace vox
