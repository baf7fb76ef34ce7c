#pragma once
#include "models/base/fields.h"
#include "models/dialogue/compiled.h"
#include <utility>

namespace vox {

// What a node type's step() writes with: starts from the state given, collects actions and may leave through a port.
class Stepping {
public:
    explicit Stepping(const StepContext &context) : m_context(context) { m_step.state = context.state; }

    DialogueState &state() { return m_step.state; }
    void act(DialogueAction action) { m_step.actions.append(std::move(action)); }
    DialogueStep leave(const QString &port) { m_step.port = port; return std::move(m_step); }
    DialogueStep leaveThrough(const QString &owner, const QString &port) { m_step.portOwner = owner; return leave(port); }
    DialogueStep stay() { return std::move(m_step); }
    DialogueStep end(const QString &outcome);

    // Says the text at `pointer` ("/text") in the conversation's language; nothing when there is none. Trouble when it fails.
    void say(const QString &pointer, bool interruptible = true);
    void sayPlain(const QString &text, bool interruptible = true);
    void set(const QString &name, const QJsonValue &value);
    // A line of the history: tools a model used, [{id, name, arguments, result}].
    void rememberTools(const QJsonArray &calls);
    void trouble(const Error &error) { act(Trouble{m_context.node().id, error}); }

    // The compiled text or expression at a pointer; nullopt when there is none or it fails (Trouble).
    std::optional<QString> text(const QString &pointer, Rendering rendering);
    std::optional<Value> value(const QString &pointer);
    // The pointer of the best language of a localized setting, "" when there is none.
    QString localizedPointer(const QString &pointer) const;

    QString newReceipt(); // and waits for it
    QString toolReceipt(); // of one of several things that are done at once
    Environment environment() const { return {m_step.state.variables, m_context.program.scope}; }
    const Node &node() const { return m_context.node(); }
    const StepContext &context() const { return m_context; }

private:
    const StepContext &m_context;
    DialogueStep m_step;
};

// Pieces that node types share.
Port nextPort();
Port failedPort();
QString firstLine(const QString &text, qsizetype most = 80);

extern const NodeType startNode, sayNode, listenNode, branchNode, setNode, knowledgeNode, toolNode, modelNode, handoverNode, endNode;

} // namespace vox
