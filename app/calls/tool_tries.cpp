#include "app/calls/tool_tries.h"
#include "app/ports/port_factory.h"
#include "app/realtime/live_executor.h"
#include <future>
#include <unordered_map>

namespace vox {

// A runner a request, all on one thread.
struct ToolTries::Worker {
    LiveExecutor executor;
    std::unordered_map<quint64, std::unique_ptr<ToolRunner>> runners; // on the executor's thread
};

ToolTries::ToolTries(PortFactory &ports, QObject *parent) : QObject(parent), m_ports(ports) {}

ToolTries::~ToolTries()
{
    if (!m_worker) return;
    std::promise<void> gone;
    m_worker->executor.post([this, &gone] {
        m_worker->runners.clear();
        gone.set_value();
    });
    gone.get_future().wait();
}

quint64 ToolTries::send(const ToolRequest &request)
{
    if (!m_worker) m_worker = std::make_unique<Worker>();
    const quint64 id = ++m_last;
    const auto tell = [self = this, id](const Result<ToolResponse> &response) {
        QMetaObject::invokeMethod(self, [self, id, response] { emit self->answered(id, response); }, Qt::QueuedConnection);
    };
    m_worker->executor.post([worker = m_worker.get(), &ports = m_ports, id, request, tell] {
        auto runner = ports.toolRunner(worker->executor);
        if (!runner) return tell(runner.error());
        ToolRunner &one = **runner;
        worker->runners.emplace(id, std::move(*runner));
        one.call(request, [worker, id, tell](const Result<ToolResponse> &response) {
            tell(response);
            worker->executor.post([worker, id] { worker->runners.erase(id); }); // not from within its own call
        });
    });
    return id;
}

void ToolTries::cancel(quint64 id)
{
    if (m_worker) m_worker->executor.post([worker = m_worker.get(), id] { worker->runners.erase(id); });
}

} // namespace vox
