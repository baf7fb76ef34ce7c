#pragma once
#include "models/base/fields.h"
#include "models/dialogue/agent_script.h"
#include "models/dialogue/turns/turn_settings.h"
#include "models/documents/kind_info.h"
#include <QCoreApplication>

namespace vox {

// The type of a variable, as the expression checker knows it.
enum class VariableType { String, Number, Bool, Timestamp, List, Map, Any };

template <> struct EnumNames<VariableType> {
    static constexpr const char *context = "VariableType";
    static constexpr std::array all{
        EnumName<VariableType>{VariableType::String, "string", QT_TRANSLATE_NOOP("VariableType", "Text")},
        EnumName<VariableType>{VariableType::Number, "number", QT_TRANSLATE_NOOP("VariableType", "Number")},
        EnumName<VariableType>{VariableType::Bool, "bool", QT_TRANSLATE_NOOP("VariableType", "Yes or no")},
        EnumName<VariableType>{VariableType::Timestamp, "timestamp", QT_TRANSLATE_NOOP("VariableType", "Date and time")},
        EnumName<VariableType>{VariableType::List, "list", QT_TRANSLATE_NOOP("VariableType", "List")},
        EnumName<VariableType>{VariableType::Map, "map", QT_TRANSLATE_NOOP("VariableType", "Map")},
        EnumName<VariableType>{VariableType::Any, "any", QT_TRANSLATE_NOOP("VariableType", "Anything")},
    };
};

// Something the agent remembers during a conversation.
struct AgentVariable {
    QString id;
    QString name;                               // an identifier of the expression language
    VariableType type = VariableType::String;
    QJsonValue initial;                         // absent: the type's zero
    QString note;
};

// Something a caller may want, known by what callers say.
struct Intent {
    QString id;
    QString name;                               // what expressions and people see: "where_is_my_order"
    QString description;                        // for people and language models
    LocalizedTexts examples;
};

// How the agent hears and speaks.
struct SpeechSettings {
    LocalizedText recognisers;                  // provider by language; absent: the best local one
    QString synthesiser;                        // provider; empty: the best local one
    LocalizedText secondRecognisers;            // who takes over in a call, by language; absent: the next best local one
    QString secondSynthesiser;                  // empty: the local voice of last resort
    double rate = 1.0;
    double pitch = 1.0;
    double volume = 1.0;
};

// The language model behind model nodes.
struct AgentModel {
    QString provider;                           // name of an address in the settings
    QString model;
    double temperature = 0.3;
    int maxTokens = 400;
    QString secondProvider, secondModel;        // asked when the first one fails or is late; no model: nobody
    int secondAfterMs = 4000;                   // without a word of the first one
    QString speechProvider, speechVoice;        // a vendor whose model hears and speaks itself, before all others; empty: none
};

// A voice agent: what it hears, knows, wants and says. The content of a document of kind "agent".
struct Agent {
    QString name;
    QString description;
    QStringList languages{QStringLiteral("en")}; // BCP 47, the first is the default
    LocalizedText voices;                       // provider's voice name by language
    SpeechSettings speech;
    TurnSettings turns;                         // when the caller has finished, when the agent is interrupted
    LocalizedText prompt;                       // role and rules for language models
    AgentModel model;
    QList<Intent> intents;
    QList<AgentVariable> variables;
    LocalizedText knowledge;                    // what "answer from the knowledge text" looks in
    int goalMs = 800;                           // caller stops to agent audible
    QJsonObject flow;                           // {nodes, edges}; models/dialogue/flow.h reads it
};

template <> struct Fields<AgentVariable> {
    static constexpr const char *context = "AgentVariable";
    static constexpr auto all = std::tuple{
        field("id", &AgentVariable::id, QT_TRANSLATE_NOOP("AgentVariable", "Id")).upTo(64).advanced(),
        field("name", &AgentVariable::name, QT_TRANSLATE_NOOP("AgentVariable", "Name")).asRequired().upTo(64),
        field("type", &AgentVariable::type, QT_TRANSLATE_NOOP("AgentVariable", "Type")),
        field("initial", &AgentVariable::initial, QT_TRANSLATE_NOOP("AgentVariable", "Initial value")),
        field("note", &AgentVariable::note, QT_TRANSLATE_NOOP("AgentVariable", "Note")).upTo(500),
    };
};

template <> struct Fields<Intent> {
    static constexpr const char *context = "Intent";
    static constexpr auto all = std::tuple{
        field("id", &Intent::id, QT_TRANSLATE_NOOP("Intent", "Id")).upTo(64).advanced(),
        field("name", &Intent::name, QT_TRANSLATE_NOOP("Intent", "Name")).asRequired().upTo(64),
        field("description", &Intent::description, QT_TRANSLATE_NOOP("Intent", "Description")).upTo(500),
        field("examples", &Intent::examples, QT_TRANSLATE_NOOP("Intent", "What callers say")).upTo(500)
            .help(QT_TRANSLATE_NOOP("Intent", "Six or more examples, in the words callers really use.")),
    };
};

template <> struct Fields<SpeechSettings> {
    static constexpr const char *context = "SpeechSettings";
    static constexpr auto all = std::tuple{
        field("recognisers", &SpeechSettings::recognisers, QT_TRANSLATE_NOOP("SpeechSettings", "Recogniser"))
            .upTo(64).suggestedBy("recognisers"),
        field("synthesiser", &SpeechSettings::synthesiser, QT_TRANSLATE_NOOP("SpeechSettings", "Speech synthesis"))
            .upTo(64).suggestedBy("synthesisers"),
        field("second_recognisers", &SpeechSettings::secondRecognisers, QT_TRANSLATE_NOOP("SpeechSettings", "Second recogniser"))
            .upTo(64).suggestedBy("recognisers").advanced()
            .help(QT_TRANSLATE_NOOP("SpeechSettings", "Takes over within the turn when the first one fails or is late. Empty: the next best one.")),
        field("second_synthesiser", &SpeechSettings::secondSynthesiser, QT_TRANSLATE_NOOP("SpeechSettings", "Second speech synthesis"))
            .upTo(64).suggestedBy("synthesisers").advanced(),
        field("rate", &SpeechSettings::rate, QT_TRANSLATE_NOOP("SpeechSettings", "Speed")).between(0.5, 2),
        field("pitch", &SpeechSettings::pitch, QT_TRANSLATE_NOOP("SpeechSettings", "Pitch")).between(0.5, 2).advanced(),
        field("volume", &SpeechSettings::volume, QT_TRANSLATE_NOOP("SpeechSettings", "Volume")).between(0, 1).advanced(),
    };
};

template <> struct Fields<AgentModel> {
    static constexpr const char *context = "AgentModel";
    static constexpr auto all = std::tuple{
        field("provider", &AgentModel::provider, QT_TRANSLATE_NOOP("AgentModel", "Provider")).upTo(64).suggestedBy("providers"),
        field("model", &AgentModel::model, QT_TRANSLATE_NOOP("AgentModel", "Model")).upTo(200),
        field("temperature", &AgentModel::temperature, QT_TRANSLATE_NOOP("AgentModel", "Temperature")).between(0, 2),
        field("max_tokens", &AgentModel::maxTokens, QT_TRANSLATE_NOOP("AgentModel", "Longest answer"))
            .between(1, 32000).unit(QT_TRANSLATE_NOOP("AgentModel", "tokens")),
        field("second_provider", &AgentModel::secondProvider, QT_TRANSLATE_NOOP("AgentModel", "Second provider")).upTo(64).suggestedBy("providers").advanced(),
        field("second_model", &AgentModel::secondModel, QT_TRANSLATE_NOOP("AgentModel", "Second model")).upTo(200).advanced()
            .help(QT_TRANSLATE_NOOP("AgentModel", "Asked the same when the first one fails or is late. Empty: nobody is.")),
        field("second_after_ms", &AgentModel::secondAfterMs, QT_TRANSLATE_NOOP("AgentModel", "Late after")).between(300, 60000).unit(QT_TRANSLATE_NOOP("AgentModel", "ms")).advanced(),
        field("speech_provider", &AgentModel::speechProvider, QT_TRANSLATE_NOOP("AgentModel", "Speech-to-speech model")).upTo(64).suggestedBy("speech_models")
            .help(QT_TRANSLATE_NOOP("AgentModel", "A vendor of speech whose model hears the caller and answers in its own voice. Recogniser, voice and language model stand in when it fails.")),
        field("speech_voice", &AgentModel::speechVoice, QT_TRANSLATE_NOOP("AgentModel", "Its voice")).upTo(120).advanced()
            .help(QT_TRANSLATE_NOOP("AgentModel", "As the vendor names it. Empty: the one in the settings.")),
    };
};

template <> struct Fields<Agent> {
    static constexpr const char *context = "Agent";
    static constexpr auto all = std::tuple{
        field("name", &Agent::name, QT_TRANSLATE_NOOP("Agent", "Name")).asRequired().upTo(120)
            .in(QT_TRANSLATE_NOOP("Agent", "General")),
        field("description", &Agent::description, QT_TRANSLATE_NOOP("Agent", "Description")).upTo(2000).multiline()
            .in(QT_TRANSLATE_NOOP("Agent", "General")),
        field("languages", &Agent::languages, QT_TRANSLATE_NOOP("Agent", "Languages")).asRequired().ordered().upTo(20)
            .suggestedBy("languages").in(QT_TRANSLATE_NOOP("Agent", "General")),
        field("goal_ms", &Agent::goalMs, QT_TRANSLATE_NOOP("Agent", "Answer within")).between(100, 10000).unit(QT_TRANSLATE_NOOP("Agent", "ms"))
            .in(QT_TRANSLATE_NOOP("Agent", "General")),
        field("voices", &Agent::voices, QT_TRANSLATE_NOOP("Agent", "Voice")).upTo(120).suggestedBy("voices")
            .in(QT_TRANSLATE_NOOP("Agent", "Speech")),
        field("speech", &Agent::speech, QT_TRANSLATE_NOOP("Agent", "Speech")).in(QT_TRANSLATE_NOOP("Agent", "Speech")),
        field("turns", &Agent::turns, QT_TRANSLATE_NOOP("Agent", "Taking turns")).in(QT_TRANSLATE_NOOP("Agent", "Speech")),
        field("prompt", &Agent::prompt, QT_TRANSLATE_NOOP("Agent", "Role and rules")).multiline().upTo(50000)
            .help(QT_TRANSLATE_NOOP("Agent", "What a language model is told before each answer."))
            .in(QT_TRANSLATE_NOOP("Agent", "Language model")),
        field("model", &Agent::model, QT_TRANSLATE_NOOP("Agent", "Language model")).in(QT_TRANSLATE_NOOP("Agent", "Language model")),
        field("intents", &Agent::intents, QT_TRANSLATE_NOOP("Agent", "Intents")).upTo(500)
            .in(QT_TRANSLATE_NOOP("Agent", "Understanding")),
        field("variables", &Agent::variables, QT_TRANSLATE_NOOP("Agent", "Variables")).upTo(500)
            .in(QT_TRANSLATE_NOOP("Agent", "Understanding")),
        field("knowledge", &Agent::knowledge, QT_TRANSLATE_NOOP("Agent", "Knowledge")).multiline().upTo(500000)
            .help(QT_TRANSLATE_NOOP("Agent", "Paragraphs the agent may answer from, one thought each."))
            .in(QT_TRANSLATE_NOOP("Agent", "Understanding")),
        field("flow", &Agent::flow, QT_TRANSLATE_NOOP("Agent", "Flow")),
    };
};

// Kind "agent": fields, rules, upgrades.
const KindInfo &agentKind();
// The part the dialogue runs on.
AgentScript scriptOf(const Agent &agent);

} // namespace vox
