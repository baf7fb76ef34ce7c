#pragma once
#include "models/dialogue/agent_script.h"
#include "models/dialogue/expressions/value.h"
#include "models/dialogue/interpreter.h"

namespace vox {

// One request of an agent, outside of a conversation: the tool step's own, or one that a model step offers to its model. Made as
// a conversation makes it, from values an author gives; other mistakes of the flow do not matter. Immutable value, any thread.
class ToolTry {
public:
    struct Input {
        QString name;
        Type type = Type::Dyn;
        bool argument = false; // of a model's tool; else a variable
        QString help;          // what the author wrote about it
        QStringList oneOf;
        QJsonValue initial;
    };
    // What a conversation would remember of an answer; undefined: the answer has no such field.
    struct Kept {
        QString path, variable;
        QJsonValue value;
    };

    // Names of the tools of a node, in their order: one for a tool step, none for other steps.
    static QStringList toolsOf(const Node &node);
    // Errors: NotFound (no such step or tool), and the first mistake in the request itself.
    static Result<ToolTry> of(const AgentScript &script, const QString &node, int tool = 0);

    // The values the request reads, arguments first, each once.
    const QList<Input> &inputs() const { return m_inputs; }
    bool changesOutside() const { return m_changesOutside; }
    const QString &method() const { return m_method; }
    // The request with the values filled in; names without a value are null. Errors: ExpressionFailed, BadValue.
    Result<CallTool> request(const QJsonObject &values, const QString &language, UtcMs now) const;
    QList<Kept> kept(const QJsonValue &answer) const;

private:
    AgentScript m_script;
    qsizetype m_node = 0;
    int m_tool = -1; // -1: the step's own
    QList<Input> m_inputs;
    bool m_changesOutside = false;
    QString m_method;
};

// What somebody typed, as the type wants it: numbers, true and false, lists with commas or as JSON, JSON for maps; all else is
// text. Empty: null.
QJsonValue typedValue(const QString &typed, Type type);

} // namespace vox
