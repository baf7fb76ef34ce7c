#include "tests/ui/conversations/long_call.h"

namespace vox::test {

using namespace Qt::StringLiterals;

QList<ConversationEvent> longCall(ConversationId id, int turns, qint64 utcMs, const QString &agentName, const QString &agent)
{
    QList<ConversationEvent> events;
    const auto add = [&](qint64 ms, EventBody body) { events.append({millis(ms), std::move(body)}); };
    events::Started started;
    started.conversation = id.text();
    started.agent = agent;
    started.agentName = agentName;
    started.language = u"en"_s;
    started.channel = Channel::Simulation;
    started.utcMs = utcMs;
    add(0, started);
    for (int i = 1; i <= turns; ++i) {
        const qint64 t = (i - 1) * 10000LL, us = t * 1000;
        const bool cut = i % 5 == 0;
        const QString answer = u"Your order number %1 left the warehouse on Tuesday and will arrive tomorrow."_s.arg(i);
        add(t + 500, events::SpeechStarted{Who::Caller});
        add(t + 2500, events::SpeechEnded{Who::Caller});
        add(t + 2700, events::Utterance{i, u"where is my order number %1"_s.arg(i), 0.9, us + 500'000, us + 2'500'000, false});
        add(t + 2710, events::NodeEntered{u"n%1"_s.arg(i % 7), u"Step %1"_s.arg(i % 7), u"say"_s});
        add(t + 2710, events::VariableSet{u"order_%1"_s.arg(i % 9), i});
        add(t + 2720, events::ToolCalled{u"r%1"_s.arg(i), u"n1"_s, u"find_order"_s, u"GET"_s, u"http://orders.example/orders"_s, false});
        add(t + 2900, events::ToolReturned{u"r%1"_s.arg(i), 200, 20, u"{\"state\":\"sent\"}"_s, us + 2'720'000});
        add(t + 2900, events::Span{Part::Endpointing, us + 2'500'000, us + 2'680'000, i, {}});
        add(t + 2900, events::Span{Part::Tool, us + 2'720'000, us + 2'900'000, i, u"find_order"_s});
        add(t + 2910, events::AnswerPlanned{i, i, u"n2"_s, answer, false});
        add(t + 3100, events::Span{Part::Speech, us + 2'910'000, us + 3'100'000, i, {}});
        add(t + 3100, events::AnswerStarted{i, us + 3'100'000});
        if (cut) add(t + 6000, events::Stopped{i, us + 5'800'000, us + 5'990'000, us + 6'000'000});
        add(t + (cut ? 6000 : 8000), events::AnswerEnded{i, cut ? answer.left(answer.size() / 2) : answer, us + 3'100'000, us + (cut ? 6'000'000 : 8'000'000), cut});
    }
    add(turns * 10000LL, events::Ended{Outcome::Completed, {}});
    return events;
}

void SilentPlayer::load(const QString &path)
{
    m_path = path;
    m_position = 0;
    m_playing = false;
}

void SilentPlayer::play()
{
    if (m_path.isEmpty() || m_playing) return;
    m_playing = true;
    emit playingChanged();
}

void SilentPlayer::pause()
{
    if (!m_playing) return;
    m_playing = false;
    emit playingChanged();
}

void SilentPlayer::seek(qint64 us)
{
    m_position = us;
    emit positionChanged(us);
}

} // namespace vox::test
