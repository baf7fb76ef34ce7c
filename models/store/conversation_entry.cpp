#include "models/store/conversation_entry.h"

namespace vox {

ConversationRow rowOf(ConversationId id, const ConversationSummary &summary)
{
    ConversationRow row;
    row.id = id;
    row.agent = summary.started.agent;
    row.agentName = summary.started.agentName;
    row.revision = summary.started.revision;
    row.started = {summary.started.utcMs};
    row.durationMs = summary.duration.ms();
    row.language = summary.language.isEmpty() ? summary.started.language : summary.language;
    row.channel = summary.started.channel;
    row.outcome = summary.outcome.value_or(Outcome::CutOff);
    row.p50Ms = summary.latencyMs(0.5);
    row.p95Ms = summary.latencyMs(0.95);
    row.turns = int(summary.turns.size());
    row.errors = int(summary.errors.size());
    row.interruptions = int(summary.stops.size());
    return row;
}

QString searchTextOf(const ConversationSummary &summary)
{
    QString text = summary.started.agentName;
    for (const TranscriptLine &line : summary.transcript) text += u'\n' + (line.who == Who::Agent ? line.heard : line.text);
    return text;
}

} // namespace vox
