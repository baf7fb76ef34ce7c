#include "app/talks/talk_check.h"
#include "models/conversation/event_names.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TalkLine::Kind;

QString jsonText(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

QString timeText(const TalkTime &time)
{
    if (time.kind == TalkTime::Kind::Any) return {};
    return (time.kind == TalkTime::Kind::After ? u"+"_s : QString()) + QString::number(double(time.us) / 1e6, 'f', 2) + u"  "_s;
}

QString lineText(const TalkLine &line)
{
    const TalkMoment moment{line.kind, 0, 0, line.kind == Kind::Tool ? line.name : line.text, 0, 0};
    QString text = talkText(moment);
    if (line.kind == Kind::AgentStops && line.text.isEmpty()) text = u"agent   stops"_s;
    return timeText(line.time) + text;
}

// "find ok, price {...}": each tool of one line of the history, and its result.
QString toolsText(const QJsonArray &calls)
{
    QStringList texts;
    for (const QJsonValue &call : calls) texts.append(call["name"_L1].toString() + u' ' + call["result"_L1].toString());
    return texts.join(u", "_s);
}

class Comparison {
public:
    Comparison(const Talk &talk, const TalkRun &run) : m_talk(talk), m_run(run) {}

    QList<TalkFault> all()
    {
        agentsLines();
        inOrder(Kind::Utterance);
        for (const TalkLine &line : m_talk.lines) claim(line);
        for (const QString &name : m_run.unexpected) m_faults.append({0, {}, u"tool "_s + name});
        for (const QString &name : m_run.unasked) m_faults.append({lineOf(name), u"tool "_s + name, {}});
        if (m_run.stuck) m_faults.append({0, u"every line of the caller comes due"_s, {}});
        return std::move(m_faults);
    }

private:
    qint64 timeOf(const TalkLine &line, const TalkMoment &moment) const
    {
        return line.time.kind == TalkTime::Kind::After ? moment.us - moment.cueUs : moment.us;
    }
    bool inTime(const TalkLine &line, const TalkMoment &moment) const
    {
        return line.time.kind == TalkTime::Kind::Any || std::abs(timeOf(line, moment) - line.time.us) <= m_talk.toleranceUs;
    }
    QString found(const TalkLine &line, const TalkMoment &moment) const
    {
        const auto kind = line.time.kind == TalkTime::Kind::After ? TalkTime::Kind::After : TalkTime::Kind::At;
        return talkTime(kind, moment) + u"  "_s + talkText(moment);
    }

    // Stops at the first difference: what follows would only repeat it.
    void agentsLines()
    {
        QList<TalkLine> wanted;
        for (const TalkLine &line : m_talk.lines)
            if (isAgents(line.kind)) wanted.append(line);
        qsizetype next = 0;
        for (const TalkMoment &moment : m_run.timeline) {
            if (!isAgents(moment.kind)) continue;
            const TalkLine *line = next < wanted.size() ? &wanted[next] : nullptr;
            const bool optional = moment.kind == Kind::AgentHolds || moment.kind == Kind::AgentResumes;
            if (optional && (!line || line->kind != moment.kind)) continue;
            if (!line) {
                m_faults.append({0, {}, talkTime(TalkTime::Kind::At, moment) + u"  "_s + talkText(moment)});
                return;
            }
            if (!states(*line, moment) || !inTime(*line, moment)) {
                m_faults.append({line->line, lineText(*line), found(*line, moment)});
                return;
            }
            ++next;
        }
        if (next < wanted.size()) m_faults.append({wanted[next].line, lineText(wanted[next]), {}});
    }

    // Stated ones must be there in this order; others may be between.
    void inOrder(Kind kind)
    {
        qsizetype at = 0;
        for (const TalkLine &line : m_talk.lines) {
            if (line.kind != kind) continue;
            QString last;
            while (at < m_run.timeline.size() && !(m_run.timeline[at].kind == kind && m_run.timeline[at].text == line.text)) {
                if (m_run.timeline[at].kind == kind) last = m_run.timeline[at].text;
                ++at;
            }
            if (at++ < m_run.timeline.size()) continue;
            m_faults.append({line.line, lineText(line), last.isEmpty() ? QString() : u"utterance "_s + quotedForTalk(last)});
            return;
        }
    }

    void claim(const TalkLine &line)
    {
        switch (line.kind) {
        case Kind::Variable: return variable(line);
        case Kind::Node: return node(line);
        case Kind::Outcome: {
            const QString outcome = m_run.summary.outcome ? enumName(*m_run.summary.outcome) : QString();
            if (outcome != line.text) m_faults.append({line.line, u"outcome "_s + line.text, u"outcome "_s + outcome});
            return;
        }
        case Kind::Latency: return latency(line);
        case Kind::History: return history(line);
        case Kind::HandsOver:
        case Kind::Failure:
        case Kind::Keys:
        case Kind::Tool:
        case Kind::Model: return happened(line);
        default: return;
        }
    }

    void variable(const TalkLine &line)
    {
        const qint64 until = line.time.kind == TalkTime::Kind::At ? line.time.us + m_talk.toleranceUs : std::numeric_limits<qint64>::max();
        QJsonValue value(QJsonValue::Undefined);
        for (const ConversationEvent &event : m_run.events)
            if (const auto *set = std::get_if<events::VariableSet>(&event.body); set && set->name == line.name && event.at.value <= until) value = set->value;
        if (value == line.json) return;
        const QString is = u"variable %1 is "_s.arg(line.name);
        m_faults.append({line.line, is + jsonText(line.json), value.isUndefined() ? QString() : is + jsonText(value)});
    }

    void node(const TalkLine &line)
    {
        for (const ConversationEvent &event : m_run.events) {
            const auto *entered = std::get_if<events::NodeEntered>(&event.body);
            if (entered && (entered->name == line.text || entered->node == line.text) && inTime(line, {Kind::Node, event.at.value, 0, {}, 0, 0})) return;
        }
        m_faults.append({line.line, timeText(line.time) + u"node "_s + quotedForTalk(line.text), {}});
    }

    void latency(const TalkLine &line)
    {
        for (const TurnLatency &turn : m_run.summary.turns)
            if (const auto total = turn.totalUs(); total && *total > line.us) {
                m_faults.append({line.line, u"latency under %1ms"_s.arg(line.us / 1000),
                                 u"%1ms after %2"_s.arg(*total / 1000).arg(quotedForTalk(turn.callerText))});
                return;
            }
    }

    void history(const TalkLine &line)
    {
        QString last;
        for (const QJsonValue &entry : m_run.history) {
            if (entry["who"_L1].toString() != line.name) continue;
            last = line.name == "tools"_L1 ? toolsText(entry["calls"_L1].toArray()) : entry["text"_L1].toString();
            if (last == line.text) return;
        }
        const QString begin = u"history %1 "_s.arg(line.name);
        m_faults.append({line.line, begin + quotedForTalk(line.text), last.isEmpty() ? QString() : begin + quotedForTalk(last)});
    }

    // One that happened at another time is shown; one that never did is empty.
    void happened(const TalkLine &line)
    {
        QString other;
        for (const TalkMoment &moment : m_run.timeline) {
            if (moment.kind != line.kind || !states(line, moment)) continue;
            if (inTime(line, moment)) return;
            other = found(line, moment);
        }
        m_faults.append({line.line, lineText(line), other});
    }

    int lineOf(const QString &tool) const
    {
        int last = 0;
        for (const TalkLine &line : m_talk.lines)
            if (line.kind == Kind::Tool && line.name == tool) last = line.line;
        return last;
    }

    const Talk &m_talk;
    const TalkRun &m_run;
    QList<TalkFault> m_faults;
};

} // namespace

bool states(const TalkLine &line, const TalkMoment &moment)
{
    if (line.kind != moment.kind) return false;
    switch (line.kind) {
    case Kind::AgentSpeaks: return moment.text.startsWith(line.text);
    case Kind::AgentStops: return moment.text.endsWith(line.text);
    case Kind::Tool: return moment.text == line.name;
    case Kind::HandsOver:
    case Kind::Keys:
    case Kind::Failure: return moment.text == line.text;
    default: return true;
    }
}

QList<TalkFault> checkTalk(const Talk &talk, const TalkRun &run) { return Comparison(talk, run).all(); }

} // namespace vox
