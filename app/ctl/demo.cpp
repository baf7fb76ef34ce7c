#include "app/assembly/assembly.h"
#include "app/calls/demo_callers.h"
#include "app/ctl/await.h"
#include "app/ctl/call_record.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/named_agent.h"
#include "app/ctl/one_call.h"
#include "app/host/simulated_caller.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

int call(Workspace &workspace, Assembly &assembly, const DemoCaller &caller)
{
    const QString &name = caller.agent;
    const auto agent = namedAgent(workspace, name);
    if (!agent) return complain(agent.error());
    auto script = speakScript(assembly.ports(), caller);
    if (!script) return complain(script.error());

    print(u'\n' + translated("voxctl", "%1 (%2), in real time:").arg(name, caller.language));
    auto record = std::make_shared<CallRecord>(CallRecord::Printing::Transcript);
    CallRequest request;
    request.agent = agent->id;
    request.language = caller.language;
    request.channel = Channel::Simulation;
    request.line = [script = *script]() -> std::unique_ptr<Line> {
        return std::make_unique<SimulatedCaller>(script, nullptr, VoiceSettings(), 5000000);
    };
    request.observer = record;
    const auto stored = runCall(workspace, assembly, std::move(request));
    if (!stored) return complain(stored.error());
    const ConversationSummary summary = record->summary();
    print({});
    printRaw(latencyTable(summary).toUtf8());
    print(translated("voxctl", "Outcome: %1. Look at it again: voxctl conversations show %2")
              .arg(outcomeText(summary.outcome), stored->text().left(18)));
    return summary.outcome == Outcome::Failed ? Failed : Good;
}

} // namespace

int demo(const QStringList &arguments)
{
    CommandLine line(u"demo [AGENT…]"_s, translated("voxctl", "The demo callers talk to the demo agents, in real time, without a sound device."));
    const auto good = line.read(arguments, 0, 10);
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    auto workspace = line.openWorkspace();
    if (!workspace) return complain(workspace.error());
    Assembly assembly({.modelProgram = QCoreApplication::applicationFilePath()});
    int status = Good;
    for (const DemoCaller &caller : demoCallers())
        if (line.positional().isEmpty() || line.positional().contains(caller.agent, Qt::CaseInsensitive))
            status = std::max(status, call(**workspace, assembly, caller));
    return status;
}

} // namespace vox::ctl
