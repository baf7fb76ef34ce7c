#include "models/kinds/agents/agent.h"
#include "models/base/check_fields.h"
#include "models/kinds/agents/agent_rules.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

FieldInfo shape(const char *key, FieldType type, const char *label = "")
{
    FieldInfo info;
    info.key = QString::fromLatin1(key);
    info.type = type;
    info.context = "Flow";
    info.label = label;
    info.maxLength = 64;
    return info;
}

FieldInfo asRequired(FieldInfo info)
{
    info.required = true;
    return info;
}

// The flow is stored as models/dialogue/flow.h reads it; here only its shape, so that check, diff and merge go by node
// and edge. What stands in settings is the node type's business.
FieldList flowFields()
{
    FieldInfo position = shape("position", FieldType::Object, QT_TRANSLATE_NOOP("Flow", "Position"));
    position.fields = {shape("x", FieldType::Number, "x"), shape("y", FieldType::Number, "y")};
    FieldInfo name = shape("name", FieldType::Text, QT_TRANSLATE_NOOP("Flow", "Name"));
    name.maxLength = 120;
    FieldInfo nodes = shape("nodes", FieldType::ObjectList, QT_TRANSLATE_NOOP("Flow", "Nodes"));
    nodes.maxLength = 5000;
    nodes.fields = {asRequired(shape("id", FieldType::Text)),
                    asRequired(shape("type", FieldType::Text, QT_TRANSLATE_NOOP("Flow", "Type"))), name, position,
                    shape("settings", FieldType::Json, QT_TRANSLATE_NOOP("Flow", "Settings"))};
    FieldInfo edges = shape("edges", FieldType::ObjectList, QT_TRANSLATE_NOOP("Flow", "Edges"));
    edges.maxLength = 20000;
    edges.fields = {asRequired(shape("id", FieldType::Text)),
                    asRequired(shape("from", FieldType::Text, QT_TRANSLATE_NOOP("Flow", "From"))),
                    asRequired(shape("port", FieldType::Text, QT_TRANSLATE_NOOP("Flow", "Outcome"))),
                    asRequired(shape("to", FieldType::Text, QT_TRANSLATE_NOOP("Flow", "To")))};
    edges.fields[2].maxLength = 200;
    return {nodes, edges};
}

// One side drew an arrow to a node that the other side deleted.
QList<MergeConflict> danglingEdges(const QJsonObject &merged)
{
    const Flow flow = Flow::fromJson(merged.value("flow"_L1).toObject());
    QList<MergeConflict> out;
    for (const Edge &edge : flow.edges) {
        if (flow.node(edge.from) && flow.node(edge.to)) continue;
        const QJsonObject json{{u"id"_s, edge.id}, {u"from"_s, edge.from}, {u"port"_s, edge.port}, {u"to"_s, edge.to}};
        out.append({u"/flow/edges/"_s + pointerStep(edge.id), QJsonValue::Undefined, json, json});
    }
    return out;
}

KindInfo makeAgentKind()
{
    KindInfo kind;
    kind.name = u"agent"_s;
    kind.context = Fields<Agent>::context;
    kind.label = QT_TRANSLATE_NOOP("Agent", "Agent");
    kind.schema = 1;
    kind.fields = fieldsOf<Agent>();
    for (FieldInfo &info : kind.fields) {
        if (info.key != "flow"_L1) continue;
        info.type = FieldType::Object;
        info.fields = flowFields();
    }
    kind.validate = [](const QJsonObject &content) { return checkAgent(content); };
    kind.checkMerge = danglingEdges;
    return kind;
}

} // namespace

const KindInfo &agentKind()
{
    static const KindInfo kind = makeAgentKind();
    return kind;
}

AgentScript scriptOf(const Agent &agent)
{
    AgentScript script;
    script.languages = agent.languages;
    script.prompt = agent.prompt;
    script.knowledge = agent.knowledge;
    for (const Intent &intent : agent.intents) script.intents.append({intent.id, intent.name, intent.examples});
    for (const AgentVariable &variable : agent.variables)
        script.variables.append({variable.name, enumName(variable.type), variable.initial});
    script.flow = Flow::fromJson(agent.flow);
    return script;
}

} // namespace vox
