#pragma once
#include "models/base/localized.h"
#include "models/base/problem.h"
#include "models/base/result.h"
#include "models/base/time.h"
#include "models/dialogue/flow.h"
#include "models/dialogue/history.h"
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <memory>
#include <optional>
#include <variant>

// The interpreter: a pure function of the program, a state and an event. It owns no clock, no sound and no network; what
// must happen outside is returned as actions, and what came of it returns as events.
namespace vox {

class Program; // a compiled agent: flow indexed, expressions parsed, retrieval index built (program.h)

// What the caller meant: made by the host from words (classifier), completed by the interpreter (entities).
struct IntentGuess {
    QString intent;
    double score = 0;
};

// --- events: what happened ---
struct Entered {};                                         // internal: the node became current
struct CallStarted { QString language; UtcMs at; QJsonObject caller; };
// `early`: said before the question of the step that listens now was asked, so it can be a wish but no answer to it.
struct CallerSaid { QString text; QList<IntentGuess> intents; double confidence = 1; bool typed = false; UtcMs at; bool early = false; };
struct CallerSilent { qint64 silentMs = 0; };              // the listen node's patience ran out
struct CallerPressed { QString digits; };                  // DTMF
struct SpeechEnded { QString heard; bool interrupted = false; }; // everything asked to be said was played, or was cut
struct ToolReturned { QString receipt; int status = 0; QJsonValue body; };
struct ToolFailed { QString receipt; Error error; };
struct ModelText { QString receipt; QString sentence; bool goesOn = false; }; // one whole sentence of the answer, or the next words of one
// What the model wants done: [{id, name, arguments}]; "broken" instead of arguments holds a text that is no JSON object.
struct ModelFinished { QString receipt; QJsonArray toolCalls; };
struct ModelFailed { QString receipt; Error error; };
struct CallerLeft {};
struct DialogueEvent {
    std::variant<Entered, CallStarted, CallerSaid, CallerSilent, CallerPressed, SpeechEnded, ToolReturned, ToolFailed, ModelText,
                 ModelFinished, ModelFailed, CallerLeft> what;
};

// --- actions: what shall happen, in order ---
// `fixed`: no variable in the text, so it can be rendered before the call.
struct Say { QString node; QString text; QString language; bool interruptible = true; bool fixed = false; };
// From now on the caller is heard: which intents and phrases count here, how long the patience lasts.
struct Listen {
    QString node;
    QStringList intents;       // ids that have a port here
    QStringList phrases;       // a bias for the recogniser: examples, yes/no words, number words
    QStringList entities;      // "number", "date", "phone", "yes_no", "order_code"
    qint64 patienceMs = 7000;
    QString expects;           // "digits", "email", "spelling", "phone", "order_code:5" (its length), "": a hint for endpointing
};
struct CallTool {
    // Http: a request. PressKeys: {digits} to the other side of the line. Wait: {ms} of silence, or until the caller speaks.
    enum class Kind { Http, PressKeys, Wait };
    QString node;
    QString receipt;           // identity of this side effect: conversation-wide unique, stable across replay
    QString name;
    QString method;
    QString url;
    QList<QPair<QString, QString>> headers; // values may be "secret:NAME"
    QByteArray body;
    qint64 timeoutMs = 5000;
    bool changesOutside = false; // has side effects: at most once
    Kind kind = Kind::Http;
    int retries = 0;             // after no answer or a failing server; 0 when it changes anything
    QJsonObject arguments;       // of a tool that a model calls
};
struct AskModel { QString node; QString receipt; QString prompt; QList<ChatMessage> messages; QJsonArray tools; double temperature = 0.3; qint64 timeoutMs = 20000; };
struct HandOver { QString node; QString queue; QString note; };
struct EndCall { QString node; QString outcome; };          // outcome of formats.md
struct EnterNode { QString node; QString name; QString type; }; // for the timeline and the canvas
struct SetVariable { QString name; QJsonValue value; };     // for the timeline and the variables view
struct Understood { QString intent; double score = 0; QJsonObject entities; QString port; }; // why the path was taken
struct Retrieved { QString question; double score = 0; QString source; qsizetype offset = 0; };
struct SwitchLanguage { QString language; };
struct Trouble { QString node; Error error; };              // goes on the timeline; the flow goes on
using DialogueAction = std::variant<Say, Listen, CallTool, AskModel, HandOver, EndCall, EnterNode, SetVariable, Understood, Retrieved,
                                    SwitchLanguage, Trouble>;

// Everything the dialogue knows about one conversation between two events. JSON both ways, so it is a checkpoint.
struct DialogueState {
    QString node;                      // current node, empty before CallStarted and after the end
    QString language;
    QJsonObject variables;             // authored ones, plus "caller", "last" {text, intent, score, entities}
    QHash<QString, int> visits;        // node -> times entered
    QHash<QString, int> misses;        // listen node -> did-not-understand and silence in a row
    QString pendingReceipt;            // tool or model being waited for
    quint64 nextReceipt = 1;
    History history;                   // what was really said and heard, for models
    QJsonObject local;                 // of the current node, forgotten when it is left
    bool ended = false;

    // Counted: the history is {"lines": how many were ever appended}; whoever keeps the state keeps each line elsewhere.
    enum class Lines { Written, Counted };
    QJsonObject toJson(Lines lines = Lines::Written) const;
    // With counted lines the history is empty.
    static DialogueState fromJson(const QJsonObject &json);
    friend bool operator==(const DialogueState &, const DialogueState &) = default;
};

struct DialogueStep {
    DialogueState state;
    QList<DialogueAction> actions;
    // Between a node type and the interpreter: the port through which the node was left; empty outside advance().
    std::optional<QString> port;
    QString portOwner;                 // whose port it is, when not the current node's
};

// How the host and the machine play together:
// - Actions are carried out in order. A Say is queued as speech; CallTool and AskModel begin at once, while it plays; Listen,
//   HandOver and EndCall count when all speech asked for was heard. Patience starts there, not at the Listen.
// - Each answer is reported once with SpeechEnded, holding the words that were heard; only these enter the history. Saying
//   nothing needs no SpeechEnded. When the caller interrupts, SpeechEnded{interrupted} comes before what the caller said.
// - What the caller says while a tool or a model is waited for belongs to the step that runs. When that step takesWords(),
//   it is told at once; else the host keeps the words and tells them at the next Listen as `early`: they are answered,
//   once, when they mean something the step listens for and that is not being done already, and dropped otherwise.
//   A Say in progress does not block: the current node is already the one that waits.
// - A prepared answer is made by calling advance() with the likely event and keeping the step; it is used when the final event is
//   equal, else dropped. advance() changes nothing outside, so dropping leaves no trace.
// - An answer with a receipt that is not waited for (late, twice) changes nothing.
//
// Runs until the flow waits for something or ends. A cycle that neither listens nor waits stops after 200 nodes with
// Trouble{FlowStuck} and EndCall{failed}. Any thread; deterministic.
DialogueStep advance(const Program &program, const DialogueState &state, const DialogueEvent &event);

// Whether the current step wants to hear now what the caller says although it does not listen: a model that has not begun
// to answer, or whose tools run.
bool takesWords(const Program &program, const DialogueState &state);

// The state of a conversation that has not begun.
DialogueState initialState(const Program &program, const QString &language);

} // namespace vox
