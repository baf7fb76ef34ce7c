#include "app/ctl/bench/bench_calls.h"
#include "app/calls/call_plan.h"
#include "app/ctl/console_output.h"
#include "app/realtime/work_pool.h"
#include "models/audio/onset.h"
#include "models/conversation/event_names.h"
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QThread>
#include <future>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonObject node(const QString &id, const QString &type, const QJsonObject &settings)
{
    return {{u"id"_s, id}, {u"type"_s, type}, {u"name"_s, id}, {u"position"_s, QJsonObject{{u"x"_s, 0}, {u"y"_s, 0}}}, {u"settings"_s, settings}};
}
QJsonObject edge(const QString &from, const QString &port, const QString &to)
{
    return {{u"id"_s, from + u'.' + port}, {u"from"_s, from}, {u"port"_s, port}, {u"to"_s, to}};
}

} // namespace

Agent answeringAgent(const QString &answer, const QString &entity)
{
    QJsonObject listens{{u"attempts"_s, 0}, {u"patience_ms"_s, 60000}};
    if (!entity.isEmpty())
        listens[u"entities"_s] = QJsonArray{QJsonObject{{u"id"_s, u"asked"_s}, {u"type"_s, entity}, {u"variable"_s, u"asked"_s}, {u"needed"_s, false}}};
    const auto english = [](const QString &text) { return QJsonObject{{u"en"_s, text}}; };
    Agent agent;
    agent.name = u"Bench"_s;
    if (!entity.isEmpty()) agent.variables.append(AgentVariable{.id = u"asked"_s, .name = u"asked"_s});
    QJsonArray ways{edge(u"start"_s, u"next"_s, u"hello"_s), edge(u"hello"_s, u"next"_s, u"hear"_s), edge(u"hear"_s, u"else"_s, u"answer"_s),
                    edge(u"answer"_s, u"next"_s, u"hear"_s), edge(u"hear"_s, u"silence"_s, u"bye"_s)};
    if (!entity.isEmpty()) ways.append(edge(u"hear"_s, u"understood"_s, u"answer"_s));
    agent.flow = {{u"nodes"_s, QJsonArray{node(u"start"_s, u"start"_s, {}),
                                          node(u"hello"_s, u"say"_s, {{u"text"_s, english(u"Go ahead."_s)}}),
                                          node(u"hear"_s, u"listen"_s, listens),
                                          node(u"answer"_s, u"say"_s, {{u"text"_s, english(answer)}}),
                                          node(u"bye"_s, u"end"_s, {{u"text"_s, QJsonObject{}}, {u"outcome"_s, u"completed"_s}})}},
                  {u"edges"_s, ways}};
    return agent;
}

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

Result<Measured> runRecorded(Assembly &assembly, const Agent &agent, QList<SimulatedCaller::Utterance> script, ConversationHost::Pace pace)
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
        QHash<qint64, qint64> utteranceOf; // by answer
        QSet<qint64> answered;
        int joined = 0;
        std::promise<void> over;
        void eventHappened(const ConversationEvent &event) override
        {
            const std::lock_guard lock(mutex);
            projection.add(event);
            if (const auto *planned = std::get_if<events::AnswerPlanned>(&event.body)) utteranceOf[planned->answer] = planned->utterance;
            else if (const auto *started = std::get_if<events::AnswerStarted>(&event.body)) answered.insert(utteranceOf.value(started->answer));
            else if (const auto *said = std::get_if<events::Utterance>(&event.body)) joined += int(answered.remove(said->utterance));
        }
        void metered(const Meter &, Samples, Samples) override {}
        void ended(const ConversationId &) override { over.set_value(); }
    };
    auto follower = std::make_shared<Follower>();
    auto over = follower->over.get_future();
    auto line = std::make_unique<SimulatedCaller>(std::move(script), nullptr, VoiceSettings(), 3000000);
    auto call = assembly.host().start(std::move(*plan), std::move(line), follower, pace);
    if (!call) return call.error();
    over.wait();
    auto lanes = readLanes(folder.filePath(u"audio.wav"_s));
    if (!lanes) return lanes.error();
    return Measured{follower->projection.summary(), std::move(*lanes), follower->joined};
}

QString figures(const std::vector<std::int64_t> &us)
{
    const auto text = [&](double q) {
        const auto value = quantile(us, q);
        return value ? QString::number(double(*value) / 1000.0, 'f', 1) : u"-"_s;
    };
    return u"n %1  p50 %2  p95 %3  max %4"_s.arg(us.size()).arg(text(0.5), text(0.95), text(1.0));
}

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

} // namespace vox::ctl
