#include "tests/support/talk_run.h"
#include "app/host/loudness.h"
#include "app/realtime/work_pool.h"
#include <QDebug>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vox::stubs {

QString Talk::transcript() const
{
    QStringList lines;
    for (const TranscriptLine &line : summary.transcript)
        lines << (line.who == Who::Caller ? u"caller: "_s + line.text : u"agent: "_s + line.heard);
    return lines.join(u" / "_s);
}

qint64 Talk::recordedLatencyUs(qint64 callerEndUs) const
{
    const auto from = std::size_t(callerEndUs * 16 / 1000);
    for (std::size_t i = from + 2; i < agent.size(); ++i)
        if (std::abs(agent[i]) > kAudible) return qint64(i) * 1000 / 16 - callerEndUs;
    return -1;
}

void TalkObserver::metered(const Meter &, Samples caller, Samples agent)
{
    ++m_talk.meters;
    m_talk.caller.insert(m_talk.caller.end(), caller.begin(), caller.end());
    m_talk.agent.insert(m_talk.agent.end(), agent.begin(), agent.end());
}

CallPlan planFor(std::shared_ptr<const Program> program)
{
    CallPlan plan;
    plan.id = ConversationId::make({1700000000000}, {});
    plan.agentName = u"Test"_s;
    plan.program = std::move(program);
    plan.language = u"en"_s;
    plan.channel = Channel::Simulation;
    plan.startedAt = {1700000000000};
    return plan;
}

Talk talk(StubPortFactory &ports, CallPlan plan, std::unique_ptr<Line> line, ConversationHost::Pace pace)
{
    Talk result;
    WorkPool pool(1);
    {
        ConversationHost host(ports, pool);
        const auto call = host.start(std::move(plan), std::move(line), std::make_shared<TalkObserver>(result), pace);
        if (call) host.waitUntilIdle();
    }
    result.summary = summarise(result.events);
    if (qEnvironmentVariableIsSet("VOX_SHOW_TALKS"))
        for (const ConversationEvent &event : result.events)
            qInfo().noquote() << QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact);
    return result;
}

Says says(const QString &text, int afterMs) { return {text, Says::When::AgentListens, afterMs * 1000LL, {}}; }

Says sounds(const QList<int> &pattern, Says::When when, int afterMs)
{
    Says one{{}, when, afterMs * 1000LL, {}};
    bool tone = true;
    for (const int ms : pattern) {
        std::vector<float> part(std::size_t(ms) * 16, 0.0f);
        if (tone) part = toneFor(QString(ms / 60 + 1, u'x')), part.resize(std::size_t(ms) * 16);
        one.sound.insert(one.sound.end(), part.begin(), part.end());
        tone = !tone;
    }
    return one;
}

std::unique_ptr<Line> caller(const QList<Says> &script, int leaveAfterMs)
{
    return std::make_unique<SimulatedCaller>(script, nullptr, VoiceSettings{}, leaveAfterMs * 1000LL);
}

} // namespace vox::stubs
