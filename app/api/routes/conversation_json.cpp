#include "app/api/routes/conversation_json.h"
#include "models/base/json_codec.h"
#include "models/conversation/event_names.h"

namespace vox {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ConversationRow &row)
{
    const auto orNull = [](const std::optional<qint64> &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    return {{u"id"_s, row.id.text()},
            {u"agent"_s, row.agent},
            {u"agent_name"_s, row.agentName},
            {u"revision"_s, row.revision},
            {u"release"_s, row.release},
            {u"started_utc_ms"_s, row.started.value},
            {u"duration_ms"_s, row.durationMs},
            {u"language"_s, row.language},
            {u"channel"_s, enumName(row.channel)},
            {u"outcome"_s, enumName(row.outcome)},
            {u"p50_ms"_s, orNull(row.p50Ms)},
            {u"p95_ms"_s, orNull(row.p95Ms)},
            {u"turns"_s, row.turns},
            {u"errors"_s, row.errors},
            {u"interruptions"_s, row.interruptions}};
}

} // namespace vox
