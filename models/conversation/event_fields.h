#pragma once
#include "models/base/fields.h"
#include "models/conversation/event.h"
#include "models/conversation/event_names.h"

// The fields of each event as they stand in the journal. A new field gets a default that means "not known then".
namespace vox {

template <> struct Fields<events::Started> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("conversation", &events::Started::conversation, ""),
        field("agent", &events::Started::agent, ""),
        field("agent_name", &events::Started::agentName, ""),
        field("revision", &events::Started::revision, ""),
        field("language", &events::Started::language, ""),
        field("workspace", &events::Started::workspace, ""),
        field("channel", &events::Started::channel, ""),
        field("utc_ms", &events::Started::utcMs, ""),
        field("device_us", &events::Started::deviceUs, ""),
        field("recogniser", &events::Started::recogniser, ""),
        field("synthesiser", &events::Started::synthesiser, ""),
        field("model_provider", &events::Started::modelProvider, ""),
        field("model", &events::Started::model, ""),
    };
};
template <> struct Fields<events::SpeechStarted> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("who", &events::SpeechStarted::who, ""),
    };
};
template <> struct Fields<events::SpeechEnded> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("who", &events::SpeechEnded::who, ""),
    };
};
template <> struct Fields<events::Partial> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("text", &events::Partial::text, ""),
        field("stability", &events::Partial::stability, ""),
        field("utterance", &events::Partial::utterance, ""),
    };
};
template <> struct Fields<events::Utterance> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("utterance", &events::Utterance::utterance, ""),
        field("text", &events::Utterance::text, ""),
        field("confidence", &events::Utterance::confidence, ""),
        field("start_us", &events::Utterance::startUs, ""),
        field("end_us", &events::Utterance::endUs, ""),
        field("typed", &events::Utterance::typed, ""),
    };
};
template <> struct Fields<events::Understood> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("utterance", &events::Understood::utterance, ""),
        field("intent", &events::Understood::intent, ""),
        field("score", &events::Understood::score, ""),
        field("entities", &events::Understood::entities, ""),
        field("port", &events::Understood::port, ""),
    };
};
template <> struct Fields<events::NodeEntered> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("node", &events::NodeEntered::node, ""),
        field("name", &events::NodeEntered::name, ""),
        field("node_type", &events::NodeEntered::nodeType, ""),
    };
};
template <> struct Fields<events::VariableSet> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("name", &events::VariableSet::name, ""),
        field("value", &events::VariableSet::value, ""),
    };
};
template <> struct Fields<events::ToolCalled> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("receipt", &events::ToolCalled::receipt, ""),
        field("node", &events::ToolCalled::node, ""),
        field("name", &events::ToolCalled::name, ""),
        field("method", &events::ToolCalled::method, ""),
        field("url", &events::ToolCalled::url, ""),
        field("changes_outside", &events::ToolCalled::changesOutside, ""),
        field("arguments", &events::ToolCalled::arguments, ""),
    };
};
template <> struct Fields<events::ToolReturned> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("receipt", &events::ToolReturned::receipt, ""),
        field("status", &events::ToolReturned::status, ""),
        field("bytes", &events::ToolReturned::bytes, ""),
        field("body", &events::ToolReturned::body, ""),
        field("start_us", &events::ToolReturned::startUs, ""),
    };
};
template <> struct Fields<events::ModelAsked> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("receipt", &events::ModelAsked::receipt, ""),
        field("node", &events::ModelAsked::node, ""),
        field("model", &events::ModelAsked::model, ""),
    };
};
template <> struct Fields<events::ModelReturned> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("receipt", &events::ModelReturned::receipt, ""),
        field("input_tokens", &events::ModelReturned::inputTokens, ""),
        field("output_tokens", &events::ModelReturned::outputTokens, ""),
        field("start_us", &events::ModelReturned::startUs, ""),
        field("first_text_us", &events::ModelReturned::firstTextUs, ""),
    };
};
template <> struct Fields<events::Retrieved> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("question", &events::Retrieved::question, ""),
        field("score", &events::Retrieved::score, ""),
        field("source", &events::Retrieved::source, ""),
    };
};
template <> struct Fields<events::AnswerPlanned> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::AnswerPlanned::answer, ""),
        field("utterance", &events::AnswerPlanned::utterance, ""),
        field("node", &events::AnswerPlanned::node, ""),
        field("text", &events::AnswerPlanned::text, ""),
        field("prepared", &events::AnswerPlanned::prepared, ""),
    };
};
template <> struct Fields<events::AnswerStarted> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::AnswerStarted::answer, ""),
        field("start_us", &events::AnswerStarted::startUs, ""),
    };
};
template <> struct Fields<events::AnswerEnded> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::AnswerEnded::answer, ""),
        field("heard", &events::AnswerEnded::heard, ""),
        field("start_us", &events::AnswerEnded::startUs, ""),
        field("end_us", &events::AnswerEnded::endUs, ""),
        field("interrupted", &events::AnswerEnded::interrupted, ""),
    };
};
template <> struct Fields<events::Held> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::Held::answer, ""),
        field("first_sample_us", &events::Held::firstSampleUs, ""),
    };
};
template <> struct Fields<events::Resumed> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::Resumed::answer, ""),
    };
};
template <> struct Fields<events::Stopped> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("answer", &events::Stopped::answer, ""),
        field("first_sample_us", &events::Stopped::firstSampleUs, ""),
        field("decided_us", &events::Stopped::decidedUs, ""),
        field("silent_us", &events::Stopped::silentUs, ""),
    };
};
template <> struct Fields<events::Span> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("part", &events::Span::part, ""),
        field("start_us", &events::Span::startUs, ""),
        field("end_us", &events::Span::endUs, ""),
        field("utterance", &events::Span::utterance, ""),
        field("name", &events::Span::name, ""),
    };
};
template <> struct Fields<events::DigitsPressed> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("digits", &events::DigitsPressed::digits, ""),
    };
};
template <> struct Fields<events::Silence> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("silent_ms", &events::Silence::silentMs, ""),
    };
};
template <> struct Fields<events::LanguageSwitched> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("language", &events::LanguageSwitched::language, ""),
    };
};
template <> struct Fields<events::HandedOver> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("queue", &events::HandedOver::queue, ""),
        field("note", &events::HandedOver::note, ""),
    };
};
template <> struct Fields<events::Failure> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("code", &events::Failure::code, ""),
        field("args", &events::Failure::args, ""),
        field("detail", &events::Failure::detail, ""),
    };
};
template <> struct Fields<events::DeviceChanged> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("what", &events::DeviceChanged::what, ""),
        field("device", &events::DeviceChanged::device, ""),
    };
};
template <> struct Fields<events::TookOver> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("what", &events::TookOver::what, ""),
        field("from", &events::TookOver::from, ""),
        field("to", &events::TookOver::to, ""),
        field("code", &events::TookOver::code, ""),
    };
};
template <> struct Fields<events::SpeechUsed> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("provider", &events::SpeechUsed::provider, ""),
        field("model", &events::SpeechUsed::model, ""),
        field("input_tokens", &events::SpeechUsed::inputTokens, ""),
        field("output_tokens", &events::SpeechUsed::outputTokens, ""),
        field("audio_ms", &events::SpeechUsed::audioMs, ""),
        field("characters", &events::SpeechUsed::characters, ""),
    };
};
template <> struct Fields<events::Remembered> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("line", &events::Remembered::line, ""),
        field("who", &events::Remembered::who, ""),
        field("text", &events::Remembered::text, ""),
        field("calls", &events::Remembered::calls, ""),
    };
};
template <> struct Fields<events::Checkpoint> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("state", &events::Checkpoint::state, ""),
    };
};
template <> struct Fields<events::Ended> {
    static constexpr const char *context = "Event";
    static constexpr auto all = std::tuple{
        field("outcome", &events::Ended::outcome, ""),
        field("reason", &events::Ended::reason, ""),
    };
};

} // namespace vox
