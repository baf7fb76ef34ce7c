#pragma once
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <utility>

namespace vox {

// Calls done(value) on context's thread when the future has finished; never if context died first.
template <typename T, typename F> void whenDone(const QFuture<T> &future, QObject *context, F done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace vox
