#include <utility>

#include "app/api/http/server_core.h"

namespace vox {

bool ServerCore::onWorker(WorkerPool::Job errand)
{
    {
        const std::lock_guard lock(mutex);
        ++errands;
    }
    const auto back = [this] {
        const std::lock_guard lock(mutex);
        if (--errands == 0) allBack.notify_all();
    };
    const bool taken = workers.post({[work = std::move(errand.work), back](ServerStore *store) mutable {
                                         work(store);
                                         work = {}; // lets go of its connection first
                                         back();
                                     },
                                     errand.lane, std::move(errand.foresee)});
    if (!taken) back();
    return taken;
}

void ServerCore::enter(const std::shared_ptr<Session> &session)
{
    const std::lock_guard lock(mutex);
    sessions[session.get()] = session;
}

void ServerCore::leave(const Session *session)
{
    const std::lock_guard lock(mutex);
    sessions.erase(session);
}

Seat::Seat(ServerCore &core, std::string address) : m_core(core), m_address(std::move(address)), m_neighbourhood(Proxies::neighbourhood(m_address))
{
    ++m_core.connections;
    const std::lock_guard lock(m_core.mutex);
    ++m_core.byAddress[m_neighbourhood];
}

Seat::~Seat()
{
    {
        const std::lock_guard lock(m_core.mutex);
        if (--m_core.byAddress[m_neighbourhood] == 0) m_core.byAddress.erase(m_neighbourhood);
    }
    if (--m_core.connections == 0 && m_core.stops && m_core.emptied) m_core.emptied();
}

} // namespace vox
