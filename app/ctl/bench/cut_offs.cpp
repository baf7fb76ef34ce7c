#include "app/ctl/bench/bench_calls.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include <algorithm>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

using When = SimulatedCaller::Utterance::When;

struct Counted {
    int said = 0, cutOff = 0, joined = 0;
    std::vector<std::int64_t> delays; // of those that were not cut off
    QStringList where;                // what the agent had heard when it cut the caller off
};

// Against the recording: an agent who begins while the caller has more to say cuts him off.
void count(const Measured &call, Counted &into)
{
    into.joined += call.joined;
    const auto caller = utterancesIn(call.lanes.caller, kLongestPauseMs + 150), agent = utterancesIn(call.lanes.agent, 150);
    for (const Utterance &said : caller) {
        ++into.said;
        const auto answer = std::find_if(agent.begin(), agent.end(), [&](const Utterance &a) { return a.startUs > said.startUs; });
        if (answer == agent.end()) continue;
        if (answer->startUs >= said.endUs) {
            into.delays.push_back(answer->startUs - said.endUs);
            continue;
        }
        ++into.cutOff;
        for (const TranscriptLine &line : call.summary.transcript)
            if (line.who == Who::Caller && line.start.value >= said.startUs - 300000 && line.start.value < answer->startUs) into.where.append(line.text);
    }
}

void tell(const QString &sort, const Counted &counted)
{
    print(translated("voxctl", "  %1 cut off %2 of %3, of these joined again %4; delay %5")
              .arg(sort, -30).arg(counted.cutOff, 3).arg(counted.said, 3).arg(counted.joined).arg(figures(counted.delays)));
}

} // namespace

int cutOffs(Assembly &assembly, const std::vector<std::vector<float>> &recorded, MadeUpCallers::Set set, quint64 seed, int each)
{
    MadeUpCallers callers(assembly, set, seed);
    struct Sort {
        QString name, entity;
        std::function<Result<PausingSpeech>()> make;
    };
    using Say = MadeUpCallers::Say;
    const auto says = [&](Say what) { return [&callers, what] { return callers.make(what); }; };
    const std::vector<Sort> sorts{
        {translated("voxctl", "sentences without a pause"), {}, says(Say::Sentence)},
        {translated("voxctl", "sentences with a pause"), {}, says(Say::PausingSentence)},
        {translated("voxctl", "recorded people with a pause"), {}, [&]() -> Result<PausingSpeech> { return callers.pausing(recorded[callers.below(quint32(recorded.size()))]); }},
        {translated("voxctl", "dictated telephone numbers"), u"phone"_s, says(Say::Phone)},
        {translated("voxctl", "dictated e-mail addresses"), u"email"_s, says(Say::Email)},
    };
    print(machine());
    print(translated("voxctl", "Callers who pause for %1 to %2 ms, virtual clock, seed %3; delays without the work of models, ms").arg(kShortestPauseMs).arg(kLongestPauseMs).arg(seed));
    Counted all;
    for (const Sort &sort : sorts) {
        const Agent agent = answeringAgent(u"All right."_s, sort.entity);
        prepare(assembly, agent);
        QList<SimulatedCaller::Utterance> script;
        for (int i = 0; i < each; ++i) {
            auto speech = sort.make();
            if (!speech) return complain(speech.error());
            script.append({u"…"_s, When::AgentListens, 1500000, std::move(speech->sound)});
        }
        const auto call = runRecorded(assembly, agent, std::move(script), ConversationHost::Pace::AsFastAsPossible);
        if (!call) return complain(call.error());
        Counted counted;
        count(*call, counted);
        tell(sort.name, counted);
        for (const QString &where : std::as_const(counted.where)) print(u"      …"_s + where);
        all.said += counted.said;
        all.cutOff += counted.cutOff;
        all.joined += counted.joined;
        all.delays.insert(all.delays.end(), counted.delays.begin(), counted.delays.end());
    }
    tell(translated("voxctl", "all"), all);
    return Good;
}

} // namespace vox::ctl
