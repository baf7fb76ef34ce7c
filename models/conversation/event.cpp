#include "models/conversation/event.h"
#include "models/conversation/event_fields.h"
#include <array>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// In the order of EventBody's alternatives.
constexpr std::array kTypeNames{
    "started",
    "speech_started",
    "speech_ended",
    "partial",
    "utterance",
    "understood",
    "node_entered",
    "variable_set",
    "tool_called",
    "tool_returned",
    "model_asked",
    "model_returned",
    "retrieved",
    "answer_planned",
    "answer_started",
    "answer_ended",
    "held",
    "resumed",
    "stopped",
    "span",
    "digits_pressed",
    "silence",
    "language_switched",
    "handed_over",
    "failure",
    "device_changed",
    "took_over",
    "speech_used",
    "remembered",
    "checkpoint",
    "ended",
};
static_assert(kTypeNames.size() == std::variant_size_v<EventBody>);

template <std::size_t Index> std::optional<EventBody> readBody(const QString &type, const QJsonObject &json)
{
    if constexpr (Index < kTypeNames.size()) {
        if (type == QLatin1String(kTypeNames[Index]))
            return EventBody(std::in_place_index<Index>, fromJson<std::variant_alternative_t<Index, EventBody>>(json));
        return readBody<Index + 1>(type, json);
    } else {
        return std::nullopt;
    }
}

} // namespace

QString eventTypeName(const EventBody &body)
{
    return QString::fromLatin1(kTypeNames[body.index()]);
}

QJsonObject toJson(const ConversationEvent &event)
{
    QJsonObject json = std::visit([](const auto &body) { return toJson(body); }, event.body);
    json.insert("t_us"_L1, event.at.value);
    json.insert("type"_L1, eventTypeName(event.body));
    return json;
}

std::optional<ConversationEvent> eventFromJson(const QJsonObject &json)
{
    auto body = readBody<0>(json.value("type"_L1).toString(), json);
    if (!body) return std::nullopt;
    return ConversationEvent{Micros{json.value("t_us"_L1).toInteger()}, std::move(*body)};
}

} // namespace vox
