#include "ui/viewmodels/flow_edits.h"
#include "models/base/ids.h"
#include "ui/viewmodels/flow_geometry.h"
#include <QDateTime>
#include <algorithm>
#include <cmath>

namespace vox::flow_edits {

using namespace Qt::StringLiterals;
namespace geometry = flow_geometry;

namespace {

bool isStart(const Node &node)
{
    return node.type == "start"_L1;
}

} // namespace

QString makeId()
{
    return NodeId(makeUuidV7({QDateTime::currentMSecsSinceEpoch()}, systemRandom()).toString(QUuid::WithoutBraces));
}

QPointF snapped(QPointF point)
{
    return {std::round(point.x() / geometry::grid) * geometry::grid, std::round(point.y() / geometry::grid) * geometry::grid};
}

Flow moved(Flow flow, const QSet<QString> &nodes, QPointF by)
{
    if (by.isNull()) return flow;
    for (Node &node : flow.nodes)
        if (nodes.contains(node.id)) node.position += by;
    return flow;
}

Flow placed(Flow flow, const QHash<QString, QPointF> &positions)
{
    for (Node &node : flow.nodes) node.position = positions.value(node.id, node.position);
    return flow;
}

Flow connected(Flow flow, const QString &from, const QString &port, const QString &to, const MakeId &newId)
{
    const Node *target = flow.node(to);
    if (!target || isStart(*target) || !flow.node(from)) return flow;
    const auto samePort = [&](const Edge &edge) { return edge.from == from && edge.port == port; };
    const auto old = std::find_if(flow.edges.begin(), flow.edges.end(), samePort);
    if (old == flow.edges.end()) {
        flow.edges.append({newId(), from, port, to});
        return flow;
    }
    old->to = to;
    flow.edges.erase(std::remove_if(old + 1, flow.edges.end(), samePort), flow.edges.end());
    return flow;
}

Flow rerouted(Flow flow, const QString &edge, const QString &to)
{
    const Node *target = flow.node(to);
    if (!target || isStart(*target)) return flow;
    for (Edge &each : flow.edges)
        if (each.id == edge) each.to = to;
    return flow;
}

Flow without(Flow flow, const QSet<QString> &nodes, const QSet<QString> &edges)
{
    flow.nodes.removeIf([&](const Node &node) { return nodes.contains(node.id); });
    flow.edges.removeIf([&](const Edge &edge) {
        return edges.contains(edge.id) || nodes.contains(edge.from) || nodes.contains(edge.to);
    });
    return flow;
}

namespace {

void spread(QList<Node *> nodes, bool across)
{
    const auto along = [across](const Node *node) { return across ? node->position.x() : node->position.y(); };
    std::stable_sort(nodes.begin(), nodes.end(), [&](const Node *a, const Node *b) { return along(a) < along(b); });
    const double first = along(nodes.first());
    const double step = (along(nodes.last()) - first) / double(nodes.size() - 1);
    for (int i = 0; i < nodes.size(); ++i) {
        QPointF &position = nodes[i]->position;
        (across ? position.rx() : position.ry()) = std::round((first + step * i) / geometry::grid) * geometry::grid;
    }
}

} // namespace

Flow aligned(Flow flow, const QSet<QString> &ids, Alignment alignment)
{
    QList<Node *> nodes;
    QRectF all;
    for (Node &node : flow.nodes) {
        if (!ids.contains(node.id)) continue;
        nodes.append(&node);
        all |= geometry::nodeRect(node);
    }
    const bool spreads = alignment == Alignment::SpreadAcross || alignment == Alignment::SpreadDown;
    if (nodes.size() < (spreads ? 3 : 2)) return flow;
    if (spreads) {
        spread(nodes, alignment == Alignment::SpreadAcross);
        return flow;
    }
    for (Node *node : nodes) {
        const QRectF rect = geometry::nodeRect(*node);
        switch (alignment) {
        case Alignment::Left: node->position.setX(all.left()); break;
        case Alignment::Centre: node->position.setX(snapped({all.center().x() - rect.width() / 2, 0}).x()); break;
        case Alignment::Right: node->position.setX(all.right() - rect.width()); break;
        case Alignment::Top: node->position.setY(all.top()); break;
        case Alignment::Middle: node->position.setY(snapped({0, all.center().y() - rect.height() / 2}).y()); break;
        case Alignment::Bottom: node->position.setY(all.bottom() - rect.height()); break;
        case Alignment::SpreadAcross:
        case Alignment::SpreadDown: break;
        }
    }
    return flow;
}

QJsonObject copied(const Flow &flow, const QSet<QString> &nodes)
{
    Flow part;
    for (const Node &node : flow.nodes)
        if (nodes.contains(node.id)) part.nodes.append(node);
    for (const Edge &edge : flow.edges)
        if (nodes.contains(edge.from) && nodes.contains(edge.to)) part.edges.append(edge);
    QJsonObject clip = part.toJson();
    clip.insert("voxdesk"_L1, u"flow"_s);
    return clip;
}

Pasted pasted(Flow flow, const QJsonObject &clip, QPointF at, const MakeId &newId)
{
    Pasted out{std::move(flow), {}};
    if (clip.value("voxdesk"_L1) != "flow"_L1) return out;
    Flow part = Flow::fromJson(clip);
    if (std::any_of(out.flow.nodes.cbegin(), out.flow.nodes.cend(), isStart)) part.nodes.removeIf(isStart);
    QSet<QString> old;
    for (const Node &node : std::as_const(part.nodes)) old.insert(node.id);
    const QPointF shift = at - topLeft(part, old).value_or(at);
    QHash<QString, QString> renamed;
    for (Node &node : part.nodes) {
        const QString fresh = newId();
        renamed.insert(node.id, fresh);
        node.id = fresh;
        node.position += shift;
        out.nodes.insert(fresh);
        out.flow.nodes.append(node);
    }
    for (Edge &edge : part.edges) {
        if (!renamed.contains(edge.from) || !renamed.contains(edge.to)) continue;
        out.flow.edges.append({newId(), renamed.value(edge.from), edge.port, renamed.value(edge.to)});
    }
    return out;
}

std::optional<QPointF> topLeft(const Flow &flow, const QSet<QString> &nodes)
{
    std::optional<QPointF> corner;
    for (const Node &node : flow.nodes) {
        if (!nodes.contains(node.id)) continue;
        if (!corner) corner = node.position;
        corner = QPointF(std::min(corner->x(), node.position.x()), std::min(corner->y(), node.position.y()));
    }
    return corner;
}

QSet<QString> linked(const Flow &flow, const QSet<QString> &nodes)
{
    QHash<QString, QStringList> next;
    for (const Edge &edge : flow.edges) {
        next[edge.from].append(edge.to);
        next[edge.to].append(edge.from);
    }
    QSet<QString> found;
    QStringList open(nodes.cbegin(), nodes.cend());
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        if (found.contains(id) || !flow.node(id)) continue;
        found.insert(id);
        open.append(next.value(id));
    }
    return found;
}

QPointF freePlace(const Flow &flow, QPointF wanted)
{
    QPointF place = snapped(wanted);
    for (int tries = 0; tries < 200; ++tries) {
        const QRectF cell(place, QSizeF(geometry::nodeWidth, geometry::nodeHeight));
        const bool covered = std::any_of(flow.nodes.cbegin(), flow.nodes.cend(), [&](const Node &node) {
            return geometry::nodeRect(node).adjusted(-8, -8, 8, 8).intersects(cell);
        });
        if (!covered) break;
        place += QPointF(geometry::grid * 2, geometry::grid * 2);
    }
    return place;
}

} // namespace vox::flow_edits
