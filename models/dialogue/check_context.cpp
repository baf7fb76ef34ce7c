#include "models/dialogue/check_context.h"
#include "models/base/check_fields.h"

namespace vox {

using namespace Qt::StringLiterals;

CheckContext::CheckContext(const AgentScript &script, const Scope &scope, Problems &problems)
    : m_script(script), m_scope(scope), m_problems(problems)
{
    for (qsizetype i = 0; i < script.intents.size(); ++i) m_intents.insert(script.intents[i].id, i);
    for (const VariableDeclaration &variable : script.variables) m_variables.insert(variable.name);
}

void CheckContext::enter(int nodeIndex, const QString &nodeId)
{
    m_path = u"/flow/nodes/%1/settings"_s.arg(nodeIndex);
    m_node = nodeId;
    m_compiled = {};
}

void CheckContext::problem(Problem::Severity severity, const QString &pointer, Error error)
{
    m_problems.append({severity, m_path + pointer, std::move(error), m_node});
}

void CheckContext::expression(const QString &pointer, const QString &text, Type want, const Scope *scope)
{
    auto compiled = Expression::compile(text, scope ? *scope : m_scope, want);
    if (compiled) m_compiled.expressions.insert(pointer, *std::move(compiled));
    else problem(Problem::Severity::Error, pointer, compiled.error());
}

void CheckContext::text(const QString &pointer, const QString &text, const Scope *scope)
{
    auto compiled = TemplateText::compile(text, scope ? *scope : m_scope);
    if (compiled) m_compiled.texts.insert(pointer, *std::move(compiled));
    else problem(Problem::Severity::Error, pointer, compiled.error());
}

void CheckContext::texts(const QString &pointer, const LocalizedText &texts, Need need)
{
    bool any = false;
    for (auto it = texts.byTag.begin(); it != texts.byTag.end(); ++it) {
        any = any || !it->trimmed().isEmpty();
        text(pointer + u'/' + pointerStep(it.key()), it.value());
    }
    if (need == Need::Optional && !any) return;
    for (const QString &language : m_script.languages)
        if (texts.byTag.value(language).trimmed().isEmpty())
            problem(any ? Problem::Severity::Warning : Problem::Severity::Error, pointer + u'/' + pointerStep(language),
                    Error(Error::Code::TextMissing, {language}));
}

void CheckContext::textLists(const QString &pointer, const LocalizedTexts &texts)
{
    for (auto it = texts.byTag.begin(); it != texts.byTag.end(); ++it)
        for (qsizetype i = 0; i < it->size(); ++i) text(pointer + u'/' + pointerStep(it.key()) + u'/' + QString::number(i), it->at(i));
}

void CheckContext::variable(const QString &pointer, const QString &name)
{
    if (name.isEmpty()) problem(Problem::Severity::Error, pointer, Error(Error::Code::MissingField, {pointer}));
    else if (!m_variables.contains(name)) problem(Problem::Severity::Error, pointer, Error(Error::Code::UnknownVariable, {name}));
}

void CheckContext::intent(const QString &pointer, const QString &id)
{
    const auto it = m_intents.find(id);
    if (it == m_intents.end()) return problem(Problem::Severity::Error, pointer, Error(Error::Code::UnknownIntent, {id}));
    bool any = false;
    for (const QStringList &examples : m_script.intents[*it].examples.byTag) any = any || !examples.isEmpty();
    if (!any) problem(Problem::Severity::Error, pointer, Error(Error::Code::IntentWithoutExamples, {m_script.intents[*it].name, QString()}));
}

Scope scopeOf(const AgentScript &script)
{
    Scope scope;
    for (const VariableDeclaration &variable : script.variables) scope.insert(variable.name, typeFromName(variable.type));
    scope.insert(u"caller"_s, Type::Map);
    scope.insert(u"last"_s, Type::Map);
    scope.insert(u"language"_s, Type::String);
    scope.insert(u"now"_s, Type::Timestamp);
    return scope;
}

} // namespace vox
