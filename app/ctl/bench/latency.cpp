#include "app/ctl/bench/bench_calls.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "models/conversation/event_names.h"
#include <QCoreApplication>
#include <algorithm>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

using Script = QList<SimulatedCaller::Utterance>;
using When = SimulatedCaller::Utterance::When;

int answerDelay(Assembly &assembly, const std::vector<std::vector<float>> &utterances, int rounds)
{
    const Agent agent = answeringAgent(u"All right."_s);
    prepare(assembly, agent);
    // The first call pays for pages and caches that no later one pays for.
    if (const auto warm = runRecorded(assembly, agent, {{u"…"_s, When::AgentListens, 500000, utterances.front()}}); !warm) return complain(warm.error());
    print(machine());
    std::vector<std::int64_t> logged, heard, apart, own;
    std::array<std::vector<std::int64_t>, 7> parts;
    std::size_t spoken = 0, split = 0;
    for (int round = 0; round < rounds; ++round) {
        Script script;
        for (const auto &sound : utterances) script.append({u"…"_s, When::AgentListens, 500000, sound});
        spoken += utterances.size();
        const auto measured = runRecorded(assembly, agent, std::move(script));
        if (!measured) return complain(measured.error());
        const auto turns = heardTurns(utterancesIn(measured->lanes.caller, 150), utterancesIn(measured->lanes.agent, 150));
        for (const HeardTurn &turn : turns) heard.push_back(turn.agentStartUs - turn.callerEndUs);
        for (const TurnLatency &turn : measured->summary.turns) {
            if (!turn.totalUs()) continue;
            logged.push_back(*turn.totalUs());
            for (std::size_t part = 0; part < parts.size(); ++part) parts[part].push_back(turn.partUs[part].value_or(0));
            own.push_back(turn.partUs[std::size_t(Part::Decision)].value_or(0));
            const auto same = std::find_if(turns.begin(), turns.end(), [&](const HeardTurn &h) {
                return std::llabs(h.callerEndUs - turn.callerEnd->value) < 300000;
            });
            if (same != turns.end()) apart.push_back(std::llabs((same->agentStartUs - same->callerEndUs) - *turn.totalUs()));
        }
        for (const TranscriptLine &line : measured->summary.transcript) split += line.who == Who::Caller;
    }
    print(translated("voxctl", "Caller stops to agent audible, ms, real time, %1 recorded utterances").arg(spoken));
    print(translated("voxctl", "  by the log            %1").arg(figures(logged)));
    print(translated("voxctl", "  by the recording      %1").arg(figures(heard)));
    print(translated("voxctl", "  log against recording %1").arg(figures(apart)));
    for (std::size_t part = 0; part < parts.size(); ++part)
        print(u"  %1 %2"_s.arg(QLatin1String(EnumNames<Part>::all[part].name), -21).arg(figures(parts[part])));
    print(translated("voxctl", "  own share (decision)  %1, p99 %2").arg(figures(own)).arg(double(quantile(own, 0.99).value_or(0)) / 1000.0, 0, 'f', 2));
    print(translated("voxctl", "  utterances heard as two or more: %1 of %2").arg(split > spoken ? split - spoken : 0).arg(spoken));
    return Good;
}

int bargeIn(Assembly &assembly, const std::vector<std::vector<float>> &utterances, int rounds)
{
    const Agent agent = answeringAgent(u"Let me tell you everything about it. First of all, and this is important, there are many things to know, "
                                       "and I will go through them one after another, slowly and in full, so that nothing is left out at the end."_s);
    prepare(assembly, agent);
    print(machine());
    std::vector<std::int64_t> logged, heard;
    for (int round = 0; round < rounds; ++round) {
        Script script;
        script.append({u"…"_s, When::AgentListens, 500000, utterances.front()});
        for (const auto &sound : utterances) script.append({u"…"_s, When::AgentSpoke, 1500000, sound});
        const auto measured = runRecorded(assembly, agent, std::move(script));
        if (!measured) return complain(measured.error());
        const auto agentSaid = utterancesIn(measured->lanes.agent, 400);
        for (const BargeIn &stop : measured->summary.stops) {
            logged.push_back((stop.silent - stop.firstSample).value);
            for (const Utterance &said : agentSaid)
                if (said.startUs < stop.firstSample.value && said.endUs > stop.firstSample.value) heard.push_back(said.endUs - stop.firstSample.value);
        }
    }
    print(translated("voxctl", "Barge-in, first caller sample to agent silent, ms"));
    print(translated("voxctl", "  by the log            %1").arg(figures(logged)));
    print(translated("voxctl", "  by the recording      %1").arg(figures(heard)));
    return Good;
}

} // namespace

int bench(const QStringList &arguments)
{
    CommandLine line(u"bench latency|barge-in|cut-offs|turn-ends [--callers DIR] [--rounds N] [--seed N] [--set SET] [--count N] [--to FILE]"_s,
                     translated("voxctl", "Measures this machine with recorded callers against the local English stack, in real time."));
    line.value(u"callers"_s, u"DIR"_s, translated("voxctl", "A folder with recorded utterances."), u"/usr/share/pocketsphinx/test/data"_s);
    line.value(u"rounds"_s, u"N"_s, translated("voxctl", "How often each utterance is said."), u"2"_s);
    line.value(u"seed"_s, u"N"_s, translated("voxctl", "Which callers are made up for cut-offs: any number."), u"1"_s);
    line.value(u"count"_s, u"N"_s, translated("voxctl", "How many utterances of each sort for cut-offs."), u"12"_s);
    line.value(u"set"_s, u"SET"_s, translated("voxctl", "Which sentences made-up callers say: evaluation, or tuning, which the turn taking was made with."), u"evaluation"_s);
    line.value(u"to"_s, u"FILE"_s, translated("voxctl", "Where turn-ends writes what is known at each pause and end."), u"turn_ends.tsv"_s);
    auto good = line.read(arguments, 1, 1);
    const QString what = line.positional().value(0);
    if (good && !line.helpWanted() && what != "latency"_L1 && what != "barge-in"_L1 && what != "cut-offs"_L1 && what != "turn-ends"_L1)
        good = Error(Error::Code::Usage, {translated("voxctl", "There is no bench “%1”.").arg(what)});
    if (!good) {
        complain(good.error());
        return Usage;
    }
    if (line.helpWanted()) {
        print(line.helpText());
        return Good;
    }
    const auto utterances = recordedUtterances(line.get(u"callers"_s));
    if (!utterances) return complain(utterances.error());
    Assembly assembly({.modelProgram = QCoreApplication::applicationFilePath()});
    const auto set = line.get(u"set"_s) == "tuning"_L1 ? MadeUpCallers::Set::Tuning : MadeUpCallers::Set::Evaluation;
    const quint64 seed = line.get(u"seed"_s).toULongLong();
    const int count = std::max(1, line.get(u"count"_s).toInt());
    if (what == "cut-offs"_L1) return cutOffs(assembly, *utterances, set, seed, count);
    if (what == "turn-ends"_L1) return turnEnds(assembly, *utterances, set, seed, count, line.get(u"to"_s));
    const int rounds = std::max(1, line.get(u"rounds"_s).toInt());
    return what == "latency"_L1 ? answerDelay(assembly, *utterances, rounds) : bargeIn(assembly, *utterances, rounds);
}

} // namespace vox::ctl
