#include "app/ctl/call_record.h"
#include "app/ctl/console_output.h"
#include "models/conversation/event_names.h"
#include <QJsonArray>
#include <algorithm>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(std::optional<qint64> value) { return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null); }
QJsonValue orNull(std::optional<Micros> value) { return value ? QJsonValue(value->ms()) : QJsonValue(QJsonValue::Null); }

template <typename E> QString label(E value)
{
    const auto &names = EnumNames<E>::all;
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto &name) { return name.value == value; });
    return translated(EnumNames<E>::context, found->label).toLower();
}

QString heardText(const TranscriptLine &line) { return line.interrupted ? line.heard : line.text; }

QJsonObject turnJson(const TurnLatency &turn)
{
    QJsonObject json{{u"caller_end_ms"_s, orNull(turn.callerEnd)}, {u"agent_start_ms"_s, orNull(turn.agentStart)}};
    for (const auto &part : EnumNames<Part>::all)
        json.insert(QLatin1String(part.name) + "_ms"_L1, orNull(turn.partMs(part.value)));
    json.insert("total_ms"_L1, orNull(turn.totalMs()));
    json.insert("interrupted"_L1, turn.interrupted);
    return json;
}

} // namespace

QJsonObject callJson(const ConversationSummary &summary)
{
    QJsonArray transcript, turns, errors;
    for (const TranscriptLine &line : summary.transcript) {
        if (line.partial || (line.interrupted && line.heard.isEmpty())) continue;
        transcript.append(QJsonObject{{u"who"_s, enumName(line.who)},
                                      {u"text"_s, heardText(line)},
                                      {u"start_ms"_s, line.start.ms()},
                                      {u"end_ms"_s, line.end.ms()}});
    }
    for (const TurnLatency &turn : summary.turns) turns.append(turnJson(turn));
    for (const ConversationError &error : summary.errors)
        errors.append(QJsonObject{{u"code"_s, error.code}, {u"message"_s, wording::sentence(errorOf(error))}, {u"at_ms"_s, error.atMs}});
    return {{u"conversation"_s, summary.started.conversation},
            {u"agent"_s, summary.started.agentName},
            {u"language"_s, summary.language},
            {u"transcript"_s, transcript},
            {u"turns"_s, turns},
            {u"outcome"_s, enumName(summary.outcome.value_or(Outcome::CutOff))},
            {u"errors"_s, errors}};
}

QString outcomeText(std::optional<Outcome> outcome) { return label(outcome.value_or(Outcome::CutOff)); }

QString transcriptRow(qint64 us, Who who, const QString &words)
{
    return u"%1  %2  %3"_s.arg(QString::number(double(us) / 1e6, 'f', 2).rightJustified(7),
                               label(who).leftJustified(7), words);
}

QString transcriptText(const ConversationSummary &summary)
{
    QString text;
    for (const TranscriptLine &line : summary.transcript)
        text += transcriptRow(line.start.value, line.who, heardText(line) + (line.interrupted ? u" –\n"_s : u"\n"_s));
    return text;
}

QString latencyTable(const ConversationSummary &summary)
{
    constexpr int width = 15;
    QString text = translated("voxctl", "turn").rightJustified(7);
    for (const auto &part : EnumNames<Part>::all) text += label(part.value).rightJustified(width);
    text += translated("voxctl", "total").rightJustified(width) + u'\n';
    int number = 0;
    for (const TurnLatency &turn : summary.turns) {
        if (!turn.callerEnd || !turn.agentStart) continue;
        text += QString::number(++number).rightJustified(7);
        for (const auto &part : EnumNames<Part>::all) text += QString::number(turn.partMs(part.value).value_or(0)).rightJustified(width);
        text += QString::number(*turn.totalMs()).rightJustified(width) + u'\n';
    }
    if (number == 0) return translated("voxctl", "No answer to a spoken utterance, so no delay to show.") + u'\n';
    const auto p50 = summary.latencyMs(0.5), p95 = summary.latencyMs(0.95);
    return text + translated("voxctl", "Caller stops to agent audible, ms: p50 %1, p95 %2").arg(*p50).arg(*p95) + u'\n';
}

} // namespace vox::ctl
