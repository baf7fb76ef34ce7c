#include "app/ctl/one_call.h"
#include "app/assembly/assembly.h"
#include "app/ctl/await.h"
#include "app/telemetry/telemetry.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

Result<ConversationId> runCall(Workspace &workspace, Assembly &assembly, CallRequest request)
{
    assembly.setSettings(&workspace.settings());
    Calls calls(workspace, assembly.host(), assembly.ports());
    calls.setTap([&assembly] { return assembly.telemetry().follow(); });
    QEventLoop loop;
    std::optional<Result<ConversationId>> outcome;
    const auto end = [&](Result<ConversationId> result) {
        outcome = std::move(result);
        loop.quit();
    };
    QObject::connect(&calls, &Calls::finished, &loop, [&](const ConversationId &id) { end(id); });
    QObject::connect(&calls, &Calls::finishFailed, &loop, [&](const ConversationId &, const Error &error) { end(error); });
    const auto started = await(calls.start(std::move(request)));
    if (!started) return started.error();
    if (!outcome) loop.exec();
    if (assembly.telemetry().isOn()) await(assembly.telemetry().flush());
    return *outcome;
}

} // namespace vox::ctl
