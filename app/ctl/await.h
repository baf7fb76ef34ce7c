#pragma once
#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>

namespace vox::ctl {

// voxctl runs straight down: this turns the program's only event loop until the answer is there.
template <typename T> T await(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished()) loop.exec();
    return future.result();
}

} // namespace vox::ctl
