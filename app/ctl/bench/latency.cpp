#include "app/assembly/assembly.h"
#include "app/calls/call_plan.h"
#include "app/ctl/bench/recording_measure.h"
#include "app/ctl/call_record.h"
#include "app/calls/caller_voice.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/host/simulated_caller.h"
#include "app/realtime/work_pool.h"
#include "app/sound/sound_reader.h"
#include "models/audio/onset.h"
#include "models/conversation/event_names.h"
#include "models/kinds/agents/agent.h"
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QThread>
#include <future>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

using Script = QList<SimulatedCaller::Utterance>;
using When = SimulatedCaller::Utterance::When;

QJsonObject node(const QString &id, const QString &type, const QJsonObject &settings)
{
    return {{u"id"_s, id}, {u"type"_s, type}, {u"name"_s, id}, {u"position"_s, QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}}, {u"settings"_s, settings}};
}
QJsonObject edge(const QString &from, const QString &port, const QString &to)
{
    return {{u"id"_s, from + u'.' + port}, {u"from"_s, from}, {u"port"_s, port}, {u"to"_s, to}};
}

// An agent that answers whatever is said with the same words, so that only the loop is measured.
Agent answeringAgent(const QString &answer)
{
    const auto english = [](const QString &text) { return QJsonObject{{u"en"_s, text}}; };
    Agent agent;
    agent.name = u"Bench"_s;
    agent.flow = {{u"nodes"_s, QJsonArray{node(u"start"_s, u"start"_s, {}),
                                          node(u"hello"_s, u"say"_s, {{u"text"_s, english(u"Go ahead."_s)}}),
                                          node(u"hear"_s, u"listen"_s, {{u"attempts"_s, 0}, {u"patience_ms"_s, 60000}}),
                                          node(u"answer"_s, u"say"_s, {{u"text"_s, english(answer)}}),
                                          node(u"bye"_s, u"end"_s, {{u"text"_s, QJsonObject{}}, {u"outcome"_s, u"completed"_s}})}},
                  {u"edges"_s, QJsonArray{edge(u"start"_s, u"next"_s, u"hello"_s), edge(u"hello"_s, u"next"_s, u"hear"_s),
                                          edge(u"hear"_s, u"else"_s, u"answer"_s), edge(u"answer"_s, u"next"_s, u"hear"_s),
                                          edge(u"hear"_s, u"silence"_s, u"bye"_s)}}};
    return agent;
}

// Every sound file below a folder, in the order of their names; silence at both ends cut off.
Result<std::vector<std::vector<float>>> recordedUtterances(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {u"*.wav"_s, u"*.opus"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) paths.append(files.next());
    paths.sort();
    std::vector<std::vector<float>> out;
    for (const QString &path : paths) {
        auto sound = readMono(path);
        if (!sound) return sound.error();
        const auto first = firstAudible(*sound), last = lastAudible(*sound);
        if (first && last) out.emplace_back(sound->begin() + qsizetype(*first), sound->begin() + qsizetype(*last) + 1);
    }
    if (out.empty()) return Error(Error::Code::FileNotFound, {folder + u"/*.wav"_s});
    return out;
}

struct Measured {
    ConversationSummary summary;
    TwoLanes lanes;
};

// One call in real time, recorded in a folder that goes away.
Result<Measured> runRecorded(Assembly &assembly, const Agent &agent, Script script)
{
    QTemporaryDir folder;
    auto plan = planCall(agent, {});
    if (!plan) return plan.error();
    plan->id = ConversationId::make(UtcMs{0});
    plan->channel = Channel::Simulation;
    plan->folder = folder.path();

    struct Follower final : CallObserver {
        std::mutex mutex;
        ConversationProjection projection;
        std::promise<void> over;
        void eventHappened(const ConversationEvent &event) override
        {
            const std::lock_guard lock(mutex);
            projection.add(event);
        }
        void metered(const Meter &, Samples, Samples) override {}
        void ended(const ConversationId &) override { over.set_value(); }
    };
    auto follower = std::make_shared<Follower>();
    auto over = follower->over.get_future();
    auto line = std::make_unique<SimulatedCaller>(std::move(script), nullptr, VoiceSettings(), 3000000);
    auto call = assembly.host().start(std::move(*plan), std::move(line), follower);
    if (!call) return call.error();
    over.wait();
    auto lanes = readLanes(folder.filePath(u"audio.wav"_s));
    if (!lanes) return lanes.error();
    return Measured{follower->projection.summary(), std::move(*lanes)};
}

QString figures(const std::vector<std::int64_t> &us)
{
    const auto text = [&](double q) {
        const auto value = quantile(us, q);
        return value ? QString::number(double(*value) / 1000.0, 'f', 1) : u"-"_s;
    };
    return u"n %1  p50 %2  p95 %3  max %4"_s.arg(us.size()).arg(text(0.5), text(0.95), text(1.0));
}

// What the figures were taken on: processor, cores, and how much else was going on.
QString machine()
{
    const auto firstLine = [](const QString &path, const QByteArray &key) -> QString {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return u"unknown"_s;
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith(key)) return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
        return u"unknown"_s;
    };
    return translated("voxctl", "Machine: %1, %2 cores, load %3").arg(firstLine(u"/proc/cpuinfo"_s, "model name"))
        .arg(QThread::idealThreadCount()).arg(firstLine(u"/proc/loadavg"_s, "").section(u' ', 0, 2));
}

void prepare(Assembly &assembly, const Agent &agent)
{
    const auto plan = planCall(agent, {});
    if (!plan) return;
    assembly.ports().prepareRecognition({}, u"en"_s);
    assembly.ports().prepareSpeech({}, plan->program->fixedPrompts(u"en"_s), plan->voice);
    // Waiting jobs run one after another on each thread: one job a thread behind them means that all are done.
    std::vector<std::promise<void>> done(size_t(assembly.pool().threads()));
    for (auto &promise : done)
        assembly.pool().submit({WorkPool::Urgency::Background, UINT32_MAX, [&promise](const std::atomic_bool &) { promise.set_value(); }});
    for (auto &promise : done) promise.get_future().wait();
}

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
    CommandLine line(u"bench latency|barge-in [--callers DIR] [--rounds N]"_s,
                     translated("voxctl", "Measures this machine with recorded callers against the local English stack, in real time."));
    line.value(u"callers"_s, u"DIR"_s, translated("voxctl", "A folder with recorded utterances."), u"/usr/share/pocketsphinx/test/data"_s);
    line.value(u"rounds"_s, u"N"_s, translated("voxctl", "How often each utterance is said."), u"2"_s);
    auto good = line.read(arguments, 1, 1);
    const QString what = line.positional().value(0);
    if (good && !line.helpWanted() && what != "latency"_L1 && what != "barge-in"_L1)
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
    Assembly assembly({});
    const int rounds = std::max(1, line.get(u"rounds"_s).toInt());
    return what == "latency"_L1 ? answerDelay(assembly, *utterances, rounds) : bargeIn(assembly, *utterances, rounds);
}

} // namespace vox::ctl
