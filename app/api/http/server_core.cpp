#include <utility>

#include "app/api/http/server_core.h"

namespace vox {

bool ServerCore::onWorker(std::function<void(ServerStore *)> errand)
{
    {
        const std::lock_guard lock(mutex);
        ++errands;
    }
    const auto back = [this] {
        const std::lock_guard lock(mutex);
        if (--errands == 0) allBack.notify_all();
    };
    const bool taken = workers.post([errand = std::move(errand), back](ServerStore *store) mutable {
        errand(store);
        errand = {}; // lets go of its connection first
        back();
    });
    if (!taken) back();
    return taken;
}

} // namespace vox
