#pragma once
#include "models/base/fields.h"
#include "models/base/time.h"
#include <variant>

// Everything that happens in a conversation, as an append-only stream. On disk one JSON object a record:
// {"t_us": ..., "type": "speech_started", ...fields}. A reader skips types it does not know.
namespace vox {

enum class Who { Caller, Agent, Human };
enum class Outcome { Completed, HandedOver, CallerLeft, Failed, CutOff };
enum class Channel { Microphone, Text, File, Simulation, Phone, Widget };
// Parts of the latency, in the order a waterfall shows them.
enum class Part { Endpointing, Recognition, Decision, Tool, Model, Speech, Device };

namespace events {

struct Started {
    QString conversation, agent, agentName, revision, language, workspace;
    Channel channel = Channel::Microphone;
    qint64 utcMs = 0;
    qint64 deviceUs = 0; // estimated time from our queue to the ear; placed on the axis with the agent's lane
    QString recogniser, synthesiser, modelProvider, model; // as the agent names them; empty: the best local one, none
};
struct SpeechStarted { Who who = Who::Caller; };               // voice activity; t_us is when it was, not when it was noticed
struct SpeechEnded { Who who = Who::Caller; };
struct Partial { QString text; double stability = 0; qint64 utterance = 0; };
struct Utterance {                                             // the caller's words, final
    qint64 utterance = 0;                                      // counts from 1
    QString text;
    double confidence = 1;
    qint64 startUs = 0, endUs = 0;                             // first and last sample above 1 % of full scale
    bool typed = false;
};
struct Understood { qint64 utterance = 0; QString intent; double score = 0; QJsonObject entities; QString port; };
struct NodeEntered { QString node, name, nodeType; };
struct VariableSet { QString name; QJsonValue value; };
// `arguments`: what a model called it with. Without a method it is one of the host's own: keys, waiting.
struct ToolCalled { QString receipt, node, name, method, url; bool changesOutside = false; QJsonObject arguments; };
struct ToolReturned { QString receipt; qint64 status = 0; qint64 bytes = 0; QString body; qint64 startUs = 0; }; // body cut at 4 KB
struct ModelAsked { QString receipt, node, model; };
struct ModelReturned { QString receipt; qint64 inputTokens = 0, outputTokens = 0; qint64 startUs = 0, firstTextUs = 0; };
struct Retrieved { QString question; double score = 0; QString source; };
// One answer of the agent: asked for, its sound began (audible), ended. `heard` is what was played, word by word.
struct AnswerPlanned { qint64 answer = 0; qint64 utterance = 0; QString node, text; bool prepared = false; };
struct AnswerStarted { qint64 answer = 0; qint64 startUs = 0; }; // first sample above 1 % at its audible time
struct AnswerEnded { qint64 answer = 0; QString heard; qint64 startUs = 0, endUs = 0; bool interrupted = false; };
struct Held { qint64 answer = 0; qint64 firstSampleUs = 0; };    // barge-in: sound paused at the first sign of voice
struct Resumed { qint64 answer = 0; };
struct Stopped { qint64 answer = 0; qint64 firstSampleUs = 0, decidedUs = 0, silentUs = 0; };
// An interval that an answer waited for. A projection makes the partition of [caller_end, agent_start] from these.
struct Span { Part part = Part::Decision; qint64 startUs = 0, endUs = 0; qint64 utterance = 0; QString name; };
struct DigitsPressed { QString digits; };
struct Silence { qint64 silentMs = 0; };
struct LanguageSwitched { QString language; };
struct HandedOver { QString queue, note; };
struct Failure { QString code; QStringList args; QString detail; };
struct DeviceChanged { QString what, device; };                  // "lost", "microphone", "loudspeaker"
// A second provider does from now on what the first one failed to, or was too late for: "recogniser", "voice", "model".
struct TookOver { QString what, from, to; QString code; };
struct SpeechUsed { QString provider, model; qint64 inputTokens = 0, outputTokens = 0, audioMs = 0, characters = 0; }; // characters: of a voice
// A line of what the dialogue remembers, written once; the same number again: from there on it went another way.
struct Remembered { qint64 line = 0; QString who, text; QJsonValue calls; };
// The interpreter's state after a step. Its history is {"lines": n}, the first n remembered; in older logs it is an array.
struct Checkpoint { QJsonObject state; };
struct Ended { Outcome outcome = Outcome::Completed; QString reason; };

} // namespace events

using EventBody =
    std::variant<events::Started, events::SpeechStarted, events::SpeechEnded, events::Partial, events::Utterance, events::Understood,
                 events::NodeEntered, events::VariableSet, events::ToolCalled, events::ToolReturned, events::ModelAsked,
                 events::ModelReturned, events::Retrieved, events::AnswerPlanned, events::AnswerStarted, events::AnswerEnded, events::Held,
                 events::Resumed, events::Stopped, events::Span, events::DigitsPressed, events::Silence, events::LanguageSwitched,
                 events::HandedOver, events::Failure, events::DeviceChanged, events::TookOver, events::SpeechUsed,
                 events::Remembered, events::Checkpoint, events::Ended>;

struct ConversationEvent {
    Micros at; // conversation time
    EventBody body;
};

QString eventTypeName(const EventBody &body); // "speech_started"
QJsonObject toJson(const ConversationEvent &event);
std::optional<ConversationEvent> eventFromJson(const QJsonObject &json); // nullopt: unknown type

} // namespace vox
