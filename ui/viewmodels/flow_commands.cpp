// The commands of FlowViewModel: each makes a new flow and applies it as one edit.
#include "models/documents/json_pointer.h"
#include "ui/viewmodels/flow_layout.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;
using flow_edits::makeId;

namespace {

QJsonObject defaultSettings(const NodeType &type)
{
    QJsonObject settings;
    for (const FieldInfo &field : type.fields())
        if (!field.defaultValue.isUndefined() && !field.defaultValue.isNull()) settings.insert(field.key, field.defaultValue);
    return settings;
}

} // namespace

QString FlowViewModel::addNode(const QString &type, QPointF place, const QString &from, const QString &port)
{
    const NodeType *known = nodeType(type);
    if (!known || isReadOnly()) return {};
    Flow flow = m_flow;
    const QString id = makeId();
    flow.nodes.append({id, type, {}, flow_edits::freePlace(flow, place), defaultSettings(*known)});
    if (!from.isEmpty()) flow = flow_edits::connected(flow, from, port, id, makeId);
    apply(flow, QT_TRANSLATE_NOOP("Edit", "Add node"), typeLabel(type));
    m_selection.selectNode(id);
    return id;
}

void FlowViewModel::moveNodes(const QSet<QString> &nodes, QPointF by)
{
    if (nodes.isEmpty() || by.isNull()) return;
    apply(flow_edits::moved(m_flow, nodes, by), QT_TRANSLATE_NOOP("Edit", "Move"));
}

void FlowViewModel::rename(const QString &id, const QString &name)
{
    const int at = indexOf(id);
    if (at < 0) return;
    Flow flow = m_flow;
    flow.nodes[at].name = name.simplified();
    apply(flow, QT_TRANSLATE_NOOP("Edit", "Rename"), name.simplified(), u"name/"_s + id);
}

void FlowViewModel::setSetting(const QString &id, const QString &pointer, const QJsonValue &value)
{
    const Node *found = node(id);
    if (found) setSettings(id, withValueAt(found->settings, pointer, value), id + pointer);
}

void FlowViewModel::setSettings(const QString &id, const QJsonObject &settings, const QString &mergeKey)
{
    const int at = indexOf(id);
    if (at < 0) return;
    Flow flow = m_flow;
    flow.nodes[at].settings = settings;
    apply(flow, QT_TRANSLATE_NOOP("Edit", "Change"), title(flow.nodes[at]), mergeKey);
}

void FlowViewModel::connectPort(const QString &id, const QString &port, const QString &to)
{
    apply(flow_edits::connected(m_flow, id, port, to, makeId), QT_TRANSLATE_NOOP("Edit", "Connect"));
}

void FlowViewModel::disconnectPort(const QString &id, const QString &port)
{
    QSet<QString> edges;
    for (const Edge *edge : edgesOf(id))
        if (edge->from == id && edge->port == port) edges.insert(edge->id);
    if (!edges.isEmpty()) apply(flow_edits::without(m_flow, {}, edges), QT_TRANSLATE_NOOP("Edit", "Disconnect"));
}

void FlowViewModel::reroute(const QString &edge, const QString &to)
{
    apply(flow_edits::rerouted(m_flow, edge, to), QT_TRANSLATE_NOOP("Edit", "Connect"));
}

void FlowViewModel::removeSelected()
{
    if (m_selection.isEmpty()) return;
    apply(flow_edits::without(m_flow, m_selection.nodes(), m_selection.edges()), QT_TRANSLATE_NOOP("Edit", "Delete"));
}

QByteArray FlowViewModel::copySelected() const
{
    if (m_selection.nodes().isEmpty()) return {};
    return QJsonDocument(flow_edits::copied(m_flow, m_selection.nodes())).toJson(QJsonDocument::Compact);
}

void FlowViewModel::cutSelected()
{
    if (m_selection.isEmpty()) return;
    apply(flow_edits::without(m_flow, m_selection.nodes(), m_selection.edges()), QT_TRANSLATE_NOOP("Edit", "Cut"));
}

bool FlowViewModel::paste(const QByteArray &text, std::optional<QPointF> at)
{
    constexpr qsizetype largest = 16 * 1024 * 1024;
    if (isReadOnly() || text.size() > largest) return false;
    const QJsonObject clip = QJsonDocument::fromJson(text).object();
    const Flow part = Flow::fromJson(clip);
    QSet<QString> ids;
    for (const Node &node : part.nodes) ids.insert(node.id);
    const QPointF corner = flow_edits::topLeft(part, ids).value_or(QPointF());
    const QPointF place = flow_edits::snapped(at.value_or(corner + QPointF(2, 2) * flow_geometry::grid));
    const auto pasted = flow_edits::pasted(m_flow, clip, place, makeId);
    if (pasted.nodes.isEmpty()) return false;
    apply(pasted.flow, QT_TRANSLATE_NOOP("Edit", "Paste"));
    m_selection.set(pasted.nodes);
    return true;
}

void FlowViewModel::duplicateSelected()
{
    const auto corner = flow_edits::topLeft(m_flow, m_selection.nodes());
    if (!corner) return;
    const QPointF place = *corner + QPointF(2, 2) * flow_geometry::grid;
    const auto pasted = flow_edits::pasted(m_flow, flow_edits::copied(m_flow, m_selection.nodes()), place, makeId);
    if (pasted.nodes.isEmpty()) return;
    apply(pasted.flow, QT_TRANSLATE_NOOP("Edit", "Duplicate"));
    m_selection.set(pasted.nodes);
}

void FlowViewModel::align(flow_edits::Alignment alignment)
{
    apply(flow_edits::aligned(m_flow, m_selection.nodes(), alignment), QT_TRANSLATE_NOOP("Edit", "Align"));
}

void FlowViewModel::tidy()
{
    apply(flow_edits::placed(m_flow, layeredLayout(m_flow)), QT_TRANSLATE_NOOP("Edit", "Tidy up"));
}

} // namespace vox
