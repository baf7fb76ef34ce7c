#pragma once
#include "models/dialogue/agent_script.h"
#include "models/dialogue/expressions/template_text.h"
#include "models/base/problem.h"
#include <QSet>

namespace vox {

// What a node's settings hold in compiled form, by the JSON pointer inside the settings ("/text/en").
struct CompiledSettings {
    QHash<QString, Expression> expressions;
    QHash<QString, TemplateText> texts;
};

// Given to a node type's check(): compiles what is in the settings and collects located messages. Lives for one check of
// one agent.
class CheckContext {
public:
    CheckContext(const AgentScript &script, const Scope &scope, Problems &problems);
    void enter(int nodeIndex, const QString &nodeId); // messages are about this node from here on
    CompiledSettings takeCompiled() { return std::exchange(m_compiled, {}); }

    const AgentScript &script() const { return m_script; }
    const Scope &scope() const { return m_scope; }

    // Pointers are inside the settings.
    void expression(const QString &pointer, const QString &text, Type want = Type::Dyn, const Scope *scope = nullptr);
    void text(const QString &pointer, const QString &text, const Scope *scope = nullptr);
    // Each language's text; says which languages lack one when `needed`.
    enum class Need { Required, Optional };
    void texts(const QString &pointer, const LocalizedText &texts, Need need);
    void textLists(const QString &pointer, const LocalizedTexts &texts);
    void variable(const QString &pointer, const QString &name); // must be declared
    void intent(const QString &pointer, const QString &id);     // must exist, with examples
    void problem(Problem::Severity severity, const QString &pointer, Error error);

private:
    const AgentScript &m_script;
    const Scope &m_scope;
    Problems &m_problems;
    QHash<QString, qsizetype> m_intents;
    QSet<QString> m_variables;
    QString m_path;
    QString m_node;
    CompiledSettings m_compiled;
};

// The names expressions may use: declared variables, "caller", "last", "language", "now".
Scope scopeOf(const AgentScript &script);

} // namespace vox
