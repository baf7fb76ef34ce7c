#include "app/assembly/assembly.h"
#include "app/ctl/await.h"
#include "app/ctl/call_record.h"
#include "app/ctl/caller_voice.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/ctl/one_call.h"
#include "app/host/simulated_caller.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

using When = SimulatedCaller::Utterance::When;

struct Spoken {
    const char16_t *text;
    When when;
    std::int64_t afterUs;
};

// What a demo caller says. The second line of each interrupts or answers like a person would.
struct DemoCaller {
    const char16_t *agent;
    const char *language;
    const char *voice;
    std::vector<Spoken> script;
};

const std::vector<DemoCaller> &demoCallers()
{
    static const std::vector<DemoCaller> callers{
        {u"Order desk", "en", "slt",
         {{u"Where is my order?", When::AgentListens, 700000},
          {u"Four two zero one seven.", When::AgentListens, 600000},
          {u"Yes.", When::AgentListens, 500000},
          {u"Wait, when are you open?", When::AgentSpoke, 1800000},
          {u"No, thank you.", When::AgentListens, 700000}}},
        {u"Первая линия", "ru", "aleksandr-hq",
         {{u"Не работает интернет", When::AgentListens, 700000},
          {u"Нет", When::AgentListens, 600000},
          {u"Готово", When::AgentListens, 900000},
          {u"Да", When::AgentListens, 600000},
          {u"Нет", When::AgentListens, 600000}}},
    };
    return callers;
}

Result<QList<SimulatedCaller::Utterance>> speakScript(PortFactory &ports, const DemoCaller &caller)
{
    VoiceSettings voice;
    voice.language = QString::fromLatin1(caller.language);
    voice.voice = QString::fromLatin1(caller.voice);
    QList<SimulatedCaller::Utterance> script;
    for (const Spoken &spoken : caller.script) {
        const QString text = QString::fromUtf16(spoken.text);
        auto sound = speakToMemory(ports, text, voice);
        if (!sound) {
            voice.voice.clear(); // the voice is not installed: any of the language will do
            sound = speakToMemory(ports, text, voice);
        }
        if (!sound) return sound.error();
        script.append({text, spoken.when, spoken.afterUs, std::move(*sound)});
    }
    return script;
}

int call(Workspace &workspace, Assembly &assembly, const DemoCaller &caller)
{
    const QString name = QString::fromUtf16(caller.agent);
    const auto agent = await(workspace.agents().loadByName(name));
    if (!agent) return complain(agent.error());
    auto script = speakScript(assembly.ports(), caller);
    if (!script) return complain(script.error());

    print(u"\n%1 (%2), in real time:"_s.arg(name, QLatin1String(caller.language)));
    auto record = std::make_shared<CallRecord>(CallRecord::Printing::Transcript);
    CallRequest request;
    request.agent = agent->id;
    request.language = QString::fromLatin1(caller.language);
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
    print(u"Outcome: %1. Look at it again: voxctl conversations show %2"_s
              .arg(callJson(summary).value("outcome"_L1).toString(), stored->text().left(18)));
    return summary.outcome == Outcome::Failed ? Failed : Good;
}

} // namespace

int demo(const QStringList &arguments)
{
    CommandLine line(u"demo [AGENT…]"_s, u"The demo callers talk to the demo agents, in real time, without a sound device."_s);
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
    Assembly assembly({});
    int status = Good;
    for (const DemoCaller &caller : demoCallers())
        if (line.positional().isEmpty() || line.positional().contains(QString::fromUtf16(caller.agent), Qt::CaseInsensitive))
            status = std::max(status, call(**workspace, assembly, caller));
    return status;
}

} // namespace vox::ctl
