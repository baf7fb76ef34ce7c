#include "ui/viewmodels/conversation_facts.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

QList<ToolUse> toolUses(std::span<const ConversationEvent> events)
{
    QList<ToolUse> uses;
    QHash<QString, qsizetype> byReceipt;
    qint64 turn = 0;
    for (const ConversationEvent &event : events) {
        if (const auto *said = std::get_if<events::Utterance>(&event.body)) turn = said->utterance;
        if (const auto *called = std::get_if<events::ToolCalled>(&event.body)) {
            byReceipt.insert(called->receipt, uses.size());
            uses.append({called->name, called->method, called->url, called->receipt, called->changesOutside, false, 0, 0, {}, event.at, event.at, turn});
        }
        if (const auto *back = std::get_if<events::ToolReturned>(&event.body)) {
            const qsizetype at = byReceipt.value(back->receipt, -1);
            if (at < 0) continue;
            ToolUse &use = uses[at];
            use.returned = true;
            use.status = back->status;
            use.bytes = back->bytes;
            use.body = back->body;
            if (back->startUs > 0) use.start = {back->startUs};
            use.end = event.at;
        }
    }
    return uses;
}

QList<VariableFact> variablesAt(std::span<const ConversationEvent> events, Micros until)
{
    QMap<QString, VariableFact> facts;
    qint64 turn = 0;
    for (const ConversationEvent &event : events) {
        if (event.at > until) continue; // events are in the order of their making, which is not strictly that of their time
        if (const auto *said = std::get_if<events::Utterance>(&event.body)) turn = said->utterance;
        if (const auto *set = std::get_if<events::VariableSet>(&event.body)) facts.insert(set->name, {set->name, set->value, turn, event.at});
    }
    return facts.values();
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined: return u"–"_s;
    case QJsonValue::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: return QString::number(value.toDouble(), 'g', 12);
    case QJsonValue::String: return value.toString().simplified();
    case QJsonValue::Array: return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object: return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    Q_UNREACHABLE();
}

NodeFact nodeAt(std::span<const ConversationEvent> events, Micros until)
{
    NodeFact node;
    for (const ConversationEvent &event : events) {
        if (event.at > until) continue;
        if (const auto *entered = std::get_if<events::NodeEntered>(&event.body)) node = {entered->node, entered->name, entered->nodeType};
    }
    return node;
}

SoundMarks soundMarks(const ConversationSummary &summary, std::span<const ConversationEvent> events, Micros now)
{
    SoundMarks marks;
    std::optional<Micros> speaking;
    for (const ConversationEvent &event : events) {
        if (const auto *started = std::get_if<events::SpeechStarted>(&event.body); started && started->who == Who::Caller) speaking = event.at;
        if (const auto *ended = std::get_if<events::SpeechEnded>(&event.body); ended && ended->who == Who::Caller && speaking) {
            if (event.at > *speaking) marks.caller.append({*speaking, event.at});
            speaking.reset();
        }
        if (const auto *stopped = std::get_if<events::Stopped>(&event.body))
            marks.stops.append({Micros{stopped->silentUs}, Micros{stopped->silentUs - stopped->firstSampleUs}.ms()});
    }
    if (speaking && now > *speaking) marks.caller.append({*speaking, now});
    for (const TranscriptLine &line : summary.transcript) {
        if (line.who != Who::Agent) continue;
        const Micros end = line.end > line.start ? line.end : now; // it still speaks
        if (end > line.start) marks.agent.append({line.start, end});
    }
    for (const Stretch &caller : marks.caller)
        for (const Stretch &agent : marks.agent) {
            const Stretch both{std::max(caller.from, agent.from), std::min(caller.to, agent.to)};
            if (both.to > both.from) marks.overlaps.append(both);
        }
    for (const TurnLatency &turn : summary.turns)
        if (const auto total = turn.totalMs(); total && *total > 0) marks.delays.append({{*turn.callerEnd, *turn.agentStart}, *total});
    return marks;
}

} // namespace vox
