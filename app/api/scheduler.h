#pragma once
#include "models/base/time.h"
#include <QJsonObject>
#include <functional>

namespace vox {

class ServerStore;

// What a server does by itself: publications whose time has come, and sweeping what is over. Several servers over one
// database may all do it: of two that move an environment, one does (compare-and-swap of its generation). Used by one thread.
class Scheduler {
public:
    using Log = std::function<void(const QJsonObject &line)>;
    explicit Scheduler(Log log) : m_log(std::move(log)) {}
    // About once a second.
    void tick(ServerStore &store, UtcMs now);

private:
    const Log m_log;
    UtcMs m_swept;
};

} // namespace vox
