#include "app/talks/talk_runner.h"
#include "app/host/dialogue_record.h"
#include "app/realtime/work_pool.h"
#include "app/sound/sound_reader.h"
#include "app/talks/talk_caller.h"
#include "app/talks/talk_ports.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs kStartedAt{1767603600000}; // Monday, 5 January 2026, 09:00 UTC: "tomorrow" is always the same day
constexpr qint64 kLongestMs = 900000;

// Keeps everything that happened. Written on the worker's thread, read once the host is idle.
class Witness final : public CallObserver {
public:
    void eventHappened(const ConversationEvent &event) override { events.append(event); }
    void metered(const Meter &, Samples, Samples) override {}
    void ended(const ConversationId &) override {}
    QList<ConversationEvent> events;
};

Result<QHash<int, std::vector<float>>> soundsOf(const Talk &talk, const QString &folder)
{
    QHash<int, std::vector<float>> sounds;
    for (const TalkLine &line : talk.lines) {
        if (line.file.isEmpty()) continue;
        auto sound = readMono(folder + u'/' + line.file);
        if (!sound) return sound.error();
        sounds.insert(line.line, std::move(*sound));
    }
    return sounds;
}

void complete(CallPlan &plan, const Talk &talk)
{
    plan.id = ConversationId::make(kStartedAt, {1, 2, 3, 4, 5, 6, 7, 8, quint8(talk.seed >> 8), quint8(talk.seed)});
    plan.agent = plan.agentName;
    plan.startedAt = kStartedAt;
    plan.seed = talk.seed;
    plan.channel = talk.mode == Talk::Mode::Text ? Channel::Text : Channel::Simulation;
    plan.textOnly = talk.mode == Talk::Mode::Text;
    plan.ttsProvider = plan.textOnly ? u"none"_s : u"talk"_s;
    plan.longestMs = kLongestMs;
    for (auto it = talk.settings.begin(); it != talk.settings.end(); ++it) plan.settings.insert(it.key(), it.value());
}

QJsonArray historyOf(const QList<ConversationEvent> &events)
{
    const auto record = dialogueRecord(events);
    return record ? record->state.history.toJson() : QJsonArray();
}

QStringList namesOf(const QList<TalkLine> &lines)
{
    QStringList names;
    for (const TalkLine &line : lines) names.append(line.kind == TalkLine::Kind::Model ? u"model"_s : line.name);
    return names;
}

} // namespace

Result<TalkRun> runTalk(const Talk &talk, const QString &folder, TalkAgents &agents)
{
    auto plan = agents.plan(talk.agent, talk.language, folder);
    if (!plan) return plan.error();
    auto sounds = soundsOf(talk, folder);
    if (!sounds) return sounds.error();
    complete(*plan, talk);

    const auto scene = std::make_shared<TalkScene>(talk);
    const auto witness = std::make_shared<Witness>();
    TalkPorts ports(talk, scene);
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        const auto call = host.start(std::move(*plan), std::make_unique<TalkCaller>(talk, std::move(*sounds), scene), witness,
                                     ConversationHost::Pace::AsFastAsPossible);
        if (!call) return call.error();
        host.waitUntilIdle();
    }
    TalkRun run;
    run.events = witness->events;
    run.summary = summarise(run.events);
    run.timeline = timelineOf(talk, *scene, run.events);
    run.history = historyOf(run.events);
    run.unexpected = scene->unexpected;
    run.unasked = namesOf(scene->tools) + namesOf(scene->models);
    run.stuck = scene->leftEarly;
    return run;
}

} // namespace vox
