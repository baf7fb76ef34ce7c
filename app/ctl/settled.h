#pragma once
#include "app/workspace/sync_driver.h"
#include <QPromise>
#include <memory>

namespace vox::ctl {

// Starts the driver; answers with its first state that is no longer on its way. The driver outlives the wait.
inline QFuture<SyncState> settled(SyncDriver &driver)
{
    auto promise = std::make_shared<QPromise<SyncState>>();
    promise->start();
    QObject::connect(&driver, &SyncDriver::stateChanged, &driver, [&driver, promise] {
        if (driver.state().kind == SyncState::Kind::Pending || promise->future().isFinished()) return;
        promise->addResult(driver.state());
        promise->finish();
    });
    driver.start();
    return promise->future();
}

} // namespace vox::ctl
