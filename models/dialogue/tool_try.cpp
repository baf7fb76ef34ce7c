#include "models/dialogue/tool_try.h"
#include "models/dialogue/nodes/offered_tool.h"
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

template <> struct Fields<HttpRequestSettings> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = HttpRequestFields::all;
};

namespace {

// A request where it stands in its step, and what a model gives with it.
struct Place {
    HttpRequestSettings settings;
    QString at; // inside the step's settings
    QList<ToolArgument> arguments;
};

Place placeOf(const Node &node, int tool)
{
    if (tool < 0) return {fromJson<HttpRequestSettings>(node.settings), {}, {}};
    const auto offered = fromJson<OfferedTool>(node.settings.value("tools"_L1).toArray().at(tool).toObject());
    return {offered, u"/tools/%1"_s.arg(tool), offered.arguments};
}

std::optional<Error> firstMistake(const Problems &problems)
{
    for (const Problem &problem : problems)
        if (problem.severity == Problem::Severity::Error) return problem.error;
    return std::nullopt;
}

std::optional<Error> firstTrouble(const QList<DialogueAction> &actions)
{
    for (const DialogueAction &action : actions)
        if (const auto *trouble = std::get_if<Trouble>(&action)) return trouble->error;
    return std::nullopt;
}

CompiledSettings compiled(const AgentScript &script, const Scope &scope, qsizetype node, const Place &place, Problems &problems)
{
    CheckContext context(script, scope, problems);
    context.enter(int(node), script.flow.nodes[node].id);
    checkRequest(context, place.settings, place.at, scopeOf(place.arguments));
    return context.takeCompiled();
}

QJsonValue initialOf(const AgentScript &script, const QString &name)
{
    for (const VariableDeclaration &variable : script.variables)
        if (variable.name == name && !variable.initial.isUndefined()) return variable.initial;
    return QJsonValue::Null;
}

} // namespace

QStringList ToolTry::toolsOf(const Node &node)
{
    if (node.type == "tool"_L1) return {node.settings.value("name"_L1).toString(node.name)};
    QStringList names;
    if (node.type == "model"_L1)
        for (const QJsonValue &tool : node.settings.value("tools"_L1).toArray()) names.append(tool["name"_L1].toString());
    return names;
}

Result<ToolTry> ToolTry::of(const AgentScript &script, const QString &id, int tool)
{
    ToolTry out;
    out.m_script = script;
    const QList<Node> &nodes = script.flow.nodes;
    while (out.m_node < nodes.size() && nodes[out.m_node].id != id) ++out.m_node;
    if (out.m_node == nodes.size()) return Error(Error::Code::NotFound, {u"node"_s, id});
    const Node &node = nodes[out.m_node];
    if (tool < 0 || tool >= toolsOf(node).size()) return Error(Error::Code::NotFound, {u"tool"_s, QString::number(tool)});
    out.m_tool = node.type == "model"_L1 ? tool : -1;
    const Place place = placeOf(node, out.m_tool);
    out.m_method = enumName(place.settings.method);
    out.m_changesOutside = place.settings.changesOutside;
    Problems problems;
    const Scope agents = scopeOf(script), own = scopeOf(place.arguments);
    const CompiledSettings settings = compiled(script, agents, out.m_node, place, problems);
    if (const auto mistake = firstMistake(problems)) return *mistake;
    for (const ToolArgument &argument : place.arguments)
        out.m_inputs.append({argument.name, own.value(argument.name), true, argument.description, argument.oneOf, QJsonValue::Null});
    QStringList read;
    for (const TemplateText &text : settings.texts) read += text.names();
    read.sort();
    read.removeDuplicates();
    for (const QString &name : std::as_const(read))
        if (!own.contains(name) && name != "language"_L1 && name != "now"_L1)
            out.m_inputs.append({name, agents.value(name), false, {}, {}, initialOf(script, name)});
    return out;
}

Result<CallTool> ToolTry::request(const QJsonObject &values, const QString &language, UtcMs now) const
{
    const Node &node = m_script.flow.nodes[m_node];
    const Place place = placeOf(node, m_tool);
    Problems problems;
    Program::Compiled program;
    program.script = m_script;
    program.scope = scopeOf(m_script);
    Program::Compiled::Step step;
    step.node = &node;
    step.settings = compiled(m_script, program.scope, m_node, place, problems);
    if (const auto mistake = firstMistake(problems)) return *mistake;
    DialogueState state;
    state.node = node.id;
    state.language = language;
    state.variables = {{u"language"_s, language}, {u"caller"_s, QJsonObject()}, {u"last"_s, QJsonObject()}, {u"now"_s, timestampText(Timestamp{now.value * 1000})}};
    QJsonObject arguments;
    for (const Input &input : m_inputs) {
        const QJsonValue value = values.value(input.name);
        if (!input.argument) state.variables.insert(input.name, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
        else if (!value.isUndefined() && !value.isNull()) arguments.insert(input.name, value);
    }
    if (const QJsonArray wrong = wrongArguments(place.arguments, arguments); !wrong.isEmpty())
        return Error(Error::Code::ToolArgumentsWrong, {m_tool < 0 ? node.name : toolsOf(node).value(m_tool), wrong[0]["argument"_L1].toString(), wrong[0]["problem"_L1].toString()});
    const StepContext context{program, step, state};
    Stepping stepping(context);
    auto call = fillRequest(stepping, place.settings, place.at, arguments, scopeOf(place.arguments));
    const DialogueStep done = stepping.stay();
    if (const auto trouble = firstTrouble(done.actions)) return *trouble;
    if (!call) return Error(Error::Code::BadValue, {u"url"_s, place.settings.url});
    call->name = toolsOf(node).value(std::max(0, m_tool));
    return *std::move(call);
}

QList<ToolTry::Kept> ToolTry::kept(const QJsonValue &answer) const
{
    QList<Kept> out;
    for (const ToolSave &save : placeOf(m_script.flow.nodes[m_node], m_tool).settings.saves)
        out.append({save.path, save.variable, fieldOf(answer, save.path)});
    return out;
}

QJsonValue typedValue(const QString &typed, Type type)
{
    const QString text = typed.trimmed();
    if (text.isEmpty()) return QJsonValue::Null;
    if (type == Type::Int || type == Type::Double || type == Type::Number) {
        bool number = false;
        if (const double value = text.toDouble(&number); number) return value;
        return text;
    }
    if (type == Type::Bool) return text == "true"_L1 ? QJsonValue(true) : text == "false"_L1 ? QJsonValue(false) : QJsonValue(text);
    if (type == Type::String || type == Type::Timestamp || type == Type::Duration) return text;
    const QJsonDocument json = QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8());
    if (json.isArray() && json.array().size() == 1 && (type != Type::List || json[0].isArray())) return json[0];
    if (type != Type::List) return text;
    QJsonArray list;
    for (const QString &one : text.split(u',', Qt::SkipEmptyParts)) list.append(one.trimmed());
    return list;
}

} // namespace vox
