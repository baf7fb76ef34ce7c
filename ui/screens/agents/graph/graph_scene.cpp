#include "ui/screens/agents/graph/graph_scene.h"
#include <QLocale>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;
namespace geometry = flow_geometry;

GraphScene::GraphScene(FlowViewModel &model, const kit::Theme &theme, QObject *parent)
    : QGraphicsScene(parent), m_model(model), m_look(theme)
{
    setItemIndexMethod(BspTreeIndex);
    connect(&model, &FlowViewModel::flowChanged, this, &GraphScene::rebuild);
    connect(&model, &FlowViewModel::problemsChanged, this, &GraphScene::refreshFaces);
    connect(&model.selection(), &FlowSelection::changed, this, &GraphScene::refreshStates);
    connect(&model.activity(), &FlowActivity::changed, this, &GraphScene::refreshFaces);
    connect(&model.activity(), &FlowActivity::ticked, this, &GraphScene::showRunning);
    connect(&theme, &kit::Theme::changed, this, [this, &theme] {
        m_look = GraphLook(theme);
        for (NodeItem *item : std::as_const(m_nodes)) item->forgetPicture();
        for (EdgeItem *item : std::as_const(m_edges)) item->lookChanged();
        update();
    });
    rebuild();
}

GraphScene::~GraphScene()
{
    qDeleteAll(m_edges); // with their labels
    clear();             // before m_look, which the items paint with
}

void GraphScene::rebuild()
{
    const Flow &flow = m_model.flow();
    QHash<QString, NodeItem *> oldNodes = std::exchange(m_nodes, {});
    for (const Node &node : flow.nodes) {
        NodeItem *item = oldNodes.take(node.id);
        if (!item) {
            item = new NodeItem(m_look, m_zooming);
            addItem(item);
        }
        if (m_nodes.contains(node.id)) { // a damaged file may use an id twice: the first one is shown
            delete item;
            continue;
        }
        m_nodes.insert(node.id, item);
        item->setPos(node.position);
    }
    qDeleteAll(oldNodes);
    QHash<QString, EdgeItem *> oldEdges = std::exchange(m_edges, {});
    for (const Edge &edge : flow.edges) {
        if (m_edges.contains(edge.id) || !m_nodes.contains(edge.from) || !m_nodes.contains(edge.to)) continue;
        EdgeItem *item = oldEdges.take(edge.id);
        if (!item) {
            item = new EdgeItem(m_look, edge.id);
            addItem(item);
        }
        m_edges.insert(edge.id, item);
    }
    qDeleteAll(oldEdges);
    routeAll();
    refreshFaces();
    QRectF content;
    for (const NodeItem *item : std::as_const(m_nodes)) content |= item->mapRectToScene(item->body()).adjusted(-12, -12, 12, 44);
    for (const EdgeItem *item : std::as_const(m_edges)) content |= item->boundingRect();
    if (content == m_content) return;
    m_content = content;
    emit contentRectChanged();
}

void GraphScene::routeAll()
{
    m_lanes.clear();
    m_sides.clear();
    QList<std::pair<double, double>> spans; // of the arrows that go back, so that overlapping ones get lanes of their own
    for (const Edge &edge : m_model.flow().edges) {
        EdgeItem *item = m_edges.value(edge.id);
        if (!item) continue;
        const NodeItem *from = m_nodes.value(edge.from), *to = m_nodes.value(edge.to);
        int lane = 0;
        if (geometry::goesBack(from->pos() + QPointF(0, from->body().height()), QRectF(to->pos(), to->body().size()))) {
            const std::pair<double, double> span{to->pos().y(), from->pos().y()};
            for (const auto &other : std::as_const(spans))
                if (other.first <= span.second && span.first <= other.second) ++lane;
            spans.append(span);
            lane = std::min(lane, 12);
            m_lanes.insert(edge.id, lane);
        }
        route(*item, edge, lane);
    }
    placeLabels();
}

// Words that would cover others slide along their arrow; where all places are taken they stay in the middle.
void GraphScene::placeLabels()
{
    constexpr int band = 64; // labels are looked for in bands of this height
    constexpr double parts[] = {0.38, 0.62, 0.28, 0.72, 0.2, 0.8};
    QMultiHash<int, QRectF> placed;
    for (const Edge &edge : m_model.flow().edges) {
        EdgeItem *item = m_edges.value(edge.id);
        if (!item || item->label().isEmpty()) continue;
        const QSizeF size = item->labelSize();
        const auto boxAt = [&](QPointF middle) { return QRectF(middle - QPointF(size.width(), size.height()) / 2, size); };
        const auto isFree = [&](const QRectF &box) {
            for (int row = int(std::floor(box.top() / band)) - 1; row <= int(std::floor(box.bottom() / band)); ++row)
                for (auto [at, end] = placed.equal_range(row); at != end; ++at)
                    if (at->intersects(box)) return false;
            return true;
        };
        QRectF box = boxAt(item->course().label);
        for (const double part : parts) {
            if (isFree(box)) break;
            box = boxAt(geometry::pointAt(item->course(), part));
        }
        if (!isFree(box)) box = boxAt(item->course().label);
        item->setLabelPlace(box.center());
        placed.insert(int(std::floor(box.top() / band)), box);
    }
}

void GraphScene::route(EdgeItem &item, const Edge &edge, int lane)
{
    const NodeItem *from = m_nodes.value(edge.from), *to = m_nodes.value(edge.to);
    const Node *source = m_model.node(edge.from);
    const auto cell = [](const NodeItem *node) {
        return QRectF(node->pos(), QSizeF(geometry::nodeWidth, geometry::isPill(node->face().type) ? geometry::pillHeight : geometry::nodeHeight));
    };
    QRectF fromCell = geometry::nodeRect(*source);
    fromCell.moveTopLeft(from->pos());
    QRectF toCell = geometry::nodeRect(*m_model.node(edge.to));
    toCell.moveTopLeft(to->pos());
    const QList<Port> ports = m_model.ports(edge.from);
    int index = -1;
    for (int i = 0; i < ports.size(); ++i)
        if (ports[i].name == edge.port) index = i;
    const QPointF start = geometry::outPort(fromCell, ports, index);
    QList<QRectF> obstacles;
    const bool back = geometry::goesBack(start, toCell);
    if (back)
        for (const NodeItem *node : std::as_const(m_nodes)) obstacles.append(cell(node));
    const geometry::Course course = geometry::course(start, toCell, obstacles, lane);
    item.setCourse(course);
    item.setLabel(ports.size() > 1 && index >= 0 ? m_model.portLabel(ports[index]) : index < 0 && !ports.isEmpty() ? edge.port : QString());
    if (back && !course.points.isEmpty())
        m_sides[edge.to] |= course.points.last().x() > toCell.center().x() ? 1 : 2;
}

NodeFace GraphScene::faceOf(const Node &node) const
{
    NodeFace face{.id = node.id, .type = node.type, .title = m_model.title(node), .summary = m_model.summary(node)};
    face.hasIn = node.type != "start"_L1;
    const int sides = m_sides.value(node.id);
    face.backRight = sides & 1;
    face.backLeft = sides & 2;
    const FlowActivity &activity = m_model.activity();
    const QList<Port> ports = m_model.ports(node.id);
    QRectF cell = geometry::nodeRect(node);
    cell.moveTopLeft({});
    for (int i = 0; i < ports.size(); ++i) {
        const Edge *edge = m_model.edgeAt(node.id, ports[i].name);
        face.ways.append({.name = ports[i].name,
                          .label = m_model.portLabel(ports[i]),
                          .at = geometry::outPort(cell, ports, i),
                          .connected = edge != nullptr,
                          .missing = !edge && ports[i].required && !m_comparing,
                          .failure = ports[i].role == Port::Role::Failure,
                          .taken = edge && activity.taken(node.id, edge->to)});
    }
    face.entered = activity.visited(node.id);
    if (const Problems problems = m_model.problemsOf(node.id); !problems.isEmpty()) face.worst = problems.first().severity;
    if (const qint64 ms = activity.lastMs(node.id); ms >= 0) face.duration = durationText(ms);
    if (m_comparing) face.mark = m_marks.value(node.id, DiffMark::Same);
    return face;
}

QString GraphScene::durationText(qint64 ms) const
{
    const QLocale locale;
    if (ms < 1000) return tr("%1 ms").arg(locale.toString(ms));
    return tr("%1 s", "seconds").arg(locale.toString(double(ms) / 1000, 'f', 1));
}

void GraphScene::refreshFaces()
{
    for (const Node &node : m_model.flow().nodes)
        if (NodeItem *item = m_nodes.value(node.id)) item->setFace(faceOf(node));
    refreshStates();
}

void GraphScene::refreshStates()
{
    const FlowSelection &selection = m_model.selection();
    const FlowActivity &activity = m_model.activity();
    for (auto it = m_nodes.cbegin(); it != m_nodes.cend(); ++it) {
        it.value()->setSelectedMark(selection.hasNode(it.key()), selection.current() == it.key());
        const bool active = it.key() == activity.activeNode();
        it.value()->setActive(active, active ? durationText(activity.activeMs()) : QString());
    }
    for (const Edge &edge : m_model.flow().edges)
        if (EdgeItem *item = m_edges.value(edge.id))
            item->setState(selection.hasEdge(edge.id), activity.taken(edge.from, edge.to),
                           m_comparing ? m_marks.value(edge.id, DiffMark::Same) : DiffMark::None);
}

void GraphScene::showRunning()
{
    const FlowActivity &activity = m_model.activity();
    if (NodeItem *item = m_nodes.value(activity.activeNode())) item->setActive(true, durationText(activity.activeMs()));
}

void GraphScene::setZooming(bool zooming)
{
    if (m_zooming == zooming) return;
    m_zooming = zooming;
    if (!zooming) update();
}

void GraphScene::setMarks(const QHash<QString, DiffMark> &marks)
{
    m_comparing = true;
    m_marks = marks;
    refreshFaces();
}

void GraphScene::clearMarks()
{
    m_comparing = false;
    refreshFaces();
}

NodeItem *GraphScene::nodeAt(QPointF point) const
{
    for (QGraphicsItem *item : items(QRectF(point - QPointF(1, 1), QSizeF(2, 2)), Qt::IntersectsItemBoundingRect)) {
        auto *node = qgraphicsitem_cast<NodeItem *>(item);
        if (node && node->body().contains(node->mapFromScene(point))) return node;
    }
    return nullptr;
}

EdgeItem *GraphScene::edgeAt(QPointF point, qreal slack) const
{
    EdgeItem *nearest = nullptr;
    qreal best = slack;
    const QRectF around(point - QPointF(slack, slack), QSizeF(2 * slack, 2 * slack));
    for (QGraphicsItem *item : items(around, Qt::IntersectsItemBoundingRect)) {
        auto *edge = qgraphicsitem_cast<EdgeItem *>(item);
        if (!edge) continue;
        const qreal distance = edge->distanceTo(point);
        if (distance >= best) continue;
        best = distance;
        nearest = edge;
    }
    return nearest;
}

std::optional<GraphScene::PortHit> GraphScene::portAt(QPointF point, qreal slack) const
{
    const QRectF around(point - QPointF(slack, slack), QSizeF(2 * slack, 2 * slack));
    for (QGraphicsItem *item : items(around, Qt::IntersectsItemBoundingRect)) {
        auto *node = qgraphicsitem_cast<NodeItem *>(item);
        const int way = node ? node->wayAt(node->mapFromScene(point), slack) : -1;
        if (way >= 0) return PortHit{node->face().id, node->face().ways[way].name, node->mapToScene(node->face().ways[way].at)};
    }
    return std::nullopt;
}

NodeItem *GraphScene::targetAt(QPointF point, qreal slack) const
{
    const QRectF around(point - QPointF(slack, slack), QSizeF(2 * slack, 2 * slack));
    for (QGraphicsItem *item : items(around, Qt::IntersectsItemBoundingRect)) {
        auto *node = qgraphicsitem_cast<NodeItem *>(item);
        if (node && node->face().hasIn && node->body().adjusted(-slack, -slack, slack, slack / 2).contains(node->mapFromScene(point))) return node;
    }
    return nullptr;
}

void GraphScene::beginMove(const QSet<QString> &nodes)
{
    m_moving.clear();
    m_movingEdges.clear();
    for (const QString &id : nodes)
        if (const NodeItem *item = m_nodes.value(id)) m_moving.insert(id, item->pos());
    for (const Edge &edge : m_model.flow().edges)
        if (m_edges.contains(edge.id) && (m_moving.contains(edge.from) || m_moving.contains(edge.to))) m_movingEdges.append(edge.id);
}

void GraphScene::moveTo(QPointF by)
{
    for (auto it = m_moving.cbegin(); it != m_moving.cend(); ++it)
        if (NodeItem *item = m_nodes.value(it.key())) item->setPos(it.value() + by);
    if (m_movingEdges.isEmpty()) return;
    const QSet<QString> moving(m_movingEdges.cbegin(), m_movingEdges.cend());
    for (const Edge &edge : m_model.flow().edges)
        if (moving.contains(edge.id)) route(*m_edges.value(edge.id), edge, m_lanes.value(edge.id));
}

void GraphScene::endMove()
{
    const bool moved = !m_moving.isEmpty();
    m_moving.clear();
    m_movingEdges.clear();
    if (moved) rebuild();
}

} // namespace vox
