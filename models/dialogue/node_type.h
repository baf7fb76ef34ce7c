#pragma once
#include "models/base/field.h"
#include "models/base/problem.h"
#include "models/dialogue/flow.h"
#include <QStringList>
#include <span>

namespace vox {

class CheckContext;
struct StepContext;
struct DialogueState;
struct DialogueStep;
struct DialogueEvent;

// One way out of a node.
struct Port {
    enum class Role { Main, Other, Failure };
    QString name;               // stored in edges; intents use the intent's id
    QString label;              // what an edge shows: fixed text by NOOP, or the author's own words
    const char *labelNoop = nullptr; // set when the label is ours and is to be translated (context "Port")
    Role role = Role::Main;
    bool required = true;       // leading nowhere is a problem
};

// A kind of node: its fields, ports, checks and step, each type in one file under nodes/. Static data and pure
// functions only. The node's saying aloud, listening, tools and models are asked of the host as actions.
struct NodeType {
    const char *name;           // "say"
    const char *label;          // NOOP, context "NodeType"
    const char *description;    // NOOP, one sentence for the palette
    const FieldList &(*fields)();
    // Ports that these settings have, in the order they leave the node.
    QList<Port> (*ports)(const QJsonObject &settings);
    // What the canvas writes under the title: the author's words or a short summary, never translated text.
    QString (*summary)(const QJsonObject &settings, const QString &language);
    // Beyond fields and ports: expressions, references.
    void (*check)(const Node &node, CheckContext &context);
    // Runs when the node is entered (event Entered) and for every event while it is current.
    DialogueStep (*step)(const StepContext &context, const DialogueEvent &event);
    bool terminal = false;      // ends the flow: no ports
    bool listens = false;       // waits for the caller: breaks cycles
    // Whether it wants the caller's words now although it does not listen; none: never.
    bool (*takesWords)(const DialogueState &state) = nullptr;
};

// All types in palette order; the one list there is.
std::span<const NodeType *const> nodeTypes();
const NodeType *nodeType(const QString &name); // nullptr: unknown

} // namespace vox
