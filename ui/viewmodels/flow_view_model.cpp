#include "ui/viewmodels/flow_view_model.h"
#include "models/documents/json_pointer.h"
#include "ui/viewmodels/flow_layout.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

FlowViewModel::FlowViewModel(EditedContent &content, QObject *parent) : QObject(parent), m_content(content)
{
    reload();
    connect(&m_content, &EditedContent::contentChanged, this, &FlowViewModel::reload);
    connect(&m_content, &EditedContent::problemsChanged, this, &FlowViewModel::problemsChanged);
}

void FlowViewModel::reload()
{
    const QJsonObject &content = m_content.content();
    const QJsonValue flow = content.value("flow"_L1);
    QHash<QString, QString> intents;
    for (const QJsonValue &intent : content.value("intents"_L1).toArray())
        intents.insert(intent["id"_L1].toString(), intent["name"_L1].toString());
    const bool sameIntents = intents == m_intentNames;
    m_intentNames = std::move(intents);
    if (sameIntents && flow == m_flowJson && !m_flowJson.isNull()) return;
    m_flowJson = flow;
    m_flow = Flow::fromJson(flow.toObject());
    m_index.clear();
    m_ports.clear();
    m_edgesAt.clear();
    for (int i = 0; i < m_flow.nodes.size(); ++i) m_index.insert(m_flow.nodes[i].id, i);
    for (int i = 0; i < m_flow.edges.size(); ++i) {
        m_edgesAt.insert(m_flow.edges[i].from, i);
        if (m_flow.edges[i].to != m_flow.edges[i].from) m_edgesAt.insert(m_flow.edges[i].to, i);
    }
    QSet<QString> nodes = m_selection.nodes(), edges = m_selection.edges();
    nodes.removeIf([&](const QString &id) { return !m_index.contains(id); });
    edges.removeIf([&](const QString &id) { return !edge(id); });
    emit flowChanged();
    m_selection.set(nodes, edges);
}

void FlowViewModel::apply(const Flow &flow, const char *label, const QString &argument, const QString &mergeKey)
{
    QJsonObject content = m_content.content();
    content.insert("flow"_L1, flow.toJson());
    m_content.edit(content, {label, argument, mergeKey});
}

const Node *FlowViewModel::node(const QString &id) const
{
    const auto at = m_index.constFind(id);
    return at == m_index.cend() ? nullptr : &m_flow.nodes.at(*at);
}

const Edge *FlowViewModel::edge(const QString &id) const
{
    for (const Edge &edge : m_flow.edges)
        if (edge.id == id) return &edge;
    return nullptr;
}

QList<Port> FlowViewModel::ports(const QString &id) const
{
    if (const auto known = m_ports.constFind(id); known != m_ports.cend()) return *known;
    const Node *found = node(id);
    const NodeType *type = found ? nodeType(found->type) : nullptr;
    const QList<Port> ports = type && !type->terminal ? type->ports(found->settings) : QList<Port>();
    m_ports.insert(id, ports);
    return ports;
}

QString FlowViewModel::typeLabel(const QString &type)
{
    const NodeType *known = nodeType(type);
    return known ? QCoreApplication::translate("NodeType", known->label) : type;
}

QString FlowViewModel::title(const Node &node) const
{
    return node.name.isEmpty() ? typeLabel(node.type) : node.name;
}

QString FlowViewModel::summary(const Node &node) const
{
    const NodeType *type = nodeType(node.type);
    return type ? type->summary(node.settings, language()).simplified() : QString();
}

QString FlowViewModel::portLabel(const Port &port) const
{
    if (port.labelNoop && *port.labelNoop) return QCoreApplication::translate("Port", port.labelNoop);
    const QString intent = m_intentNames.value(port.name);
    if (!intent.isEmpty()) return intent;
    return port.label.isEmpty() ? port.name : port.label;
}

const Edge *FlowViewModel::edgeAt(const QString &node, const QString &port) const
{
    for (auto [at, end] = m_edgesAt.equal_range(node); at != end; ++at) {
        const Edge &edge = m_flow.edges.at(*at);
        if (edge.from == node && edge.port == port) return &edge;
    }
    return nullptr;
}

QList<const Edge *> FlowViewModel::edgesOf(const QString &node) const
{
    QList<const Edge *> out;
    for (auto [at, end] = m_edgesAt.equal_range(node); at != end; ++at) out.append(&m_flow.edges.at(*at));
    return out;
}

QString FlowViewModel::language() const
{
    const QStringList all = languages();
    if (all.contains(m_language)) return m_language;
    return all.isEmpty() ? u"en"_s : all.first();
}

QStringList FlowViewModel::languages() const
{
    QStringList tags;
    for (const QJsonValue &tag : m_content.content().value("languages"_L1).toArray()) tags.append(tag.toString());
    return tags;
}

void FlowViewModel::setLanguage(const QString &tag)
{
    if (tag == m_language) return;
    m_language = tag;
    emit languageChanged();
    emit flowChanged();
}

Problems FlowViewModel::problemsOf(const QString &node) const
{
    Problems out;
    for (const Problem &problem : m_content.problems())
        if (problem.node == node) out.append(problem);
    std::stable_sort(out.begin(), out.end(), [](const Problem &a, const Problem &b) { return a.severity > b.severity; });
    return out;
}

QStringList FlowViewModel::search(const QString &words) const
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    QStringList found;
    for (const Node &node : m_flow.nodes) {
        const QString text = title(node) + u'\n' + summary(node) + u'\n' + typeLabel(node.type);
        const bool all = std::all_of(wanted.cbegin(), wanted.cend(),
                                     [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (all) found.append(node.id);
    }
    return found;
}

} // namespace vox
