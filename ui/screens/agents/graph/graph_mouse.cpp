#include "ui/screens/agents/graph/graph_mouse.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph/sketch_item.h"
#include <QApplication>

namespace vox {

namespace geometry = flow_geometry;

void GraphMouse::press(QMouseEvent *event)
{
    if (isBusy()) return;
    m_pressed = m_last = event->position().toPoint();
    const QPointF scene = m_view.mapToScene(m_pressed);
    GraphScene &graph = m_view.graph();
    const bool hand = m_space || m_view.tool() == GraphView::Tool::Hand;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && hand)) {
        m_doing = Doing::Panning;
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    m_from = scene;
    m_moved = {};
    NodeItem *node = graph.nodeAt(scene);
    if (m_view.isEditable() && m_view.zoom() >= 0.4)
        if (const auto port = graph.portAt(scene, m_view.slack() * (node ? 0.8 : 1))) return beginConnecting(*port);
    if (node) return pressOnNode(*node, event->modifiers());
    FlowSelection &selection = m_view.model().selection();
    if (const EdgeItem *edge = graph.edgeAt(scene, m_view.slack() * 0.7)) {
        QSet<QString> edges = event->modifiers() & Qt::ShiftModifier ? selection.edges() : QSet<QString>();
        edges.insert(edge->id());
        selection.set(event->modifiers() & Qt::ShiftModifier ? selection.nodes() : QSet<QString>(), edges);
        return;
    }
    m_doing = Doing::Banding;
    m_before = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier) ? selection.nodes() : QSet<QString>();
    selection.set(m_before);
}

void GraphMouse::pressOnNode(NodeItem &node, Qt::KeyboardModifiers modifiers)
{
    FlowSelection &selection = m_view.model().selection();
    m_grabbed = node.face().id;
    m_wasSelected = selection.hasNode(m_grabbed);
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection.toggleNode(m_grabbed);
    else if (!m_wasSelected)
        selection.selectNode(m_grabbed);
    m_doing = Doing::MaybeMoving;
}

void GraphMouse::beginConnecting(const GraphScene::PortHit &from)
{
    m_doing = Doing::Connecting;
    m_port = from;
    m_view.viewport()->setCursor(Qt::CrossCursor);
}

void GraphMouse::move(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QPointF scene = m_view.mapToScene(at);
    switch (m_doing) {
    case Doing::Nothing: showCursor(at); break;
    case Doing::Panning: m_view.panBy(m_last - at); break;
    case Doing::MaybeMoving:
        if ((at - m_pressed).manhattanLength() < QApplication::startDragDistance() / 2 || !m_view.isEditable()) break;
        m_doing = Doing::Moving;
        if (!m_view.model().selection().hasNode(m_grabbed)) m_view.model().selection().selectNode(m_grabbed);
        m_view.graph().beginMove(m_view.model().selection().nodes());
        [[fallthrough]];
    case Doing::Moving: moveNodes(scene, event->modifiers()); break;
    case Doing::Banding: drawBand(scene); break;
    case Doing::Connecting: drawArrow(scene); break;
    }
    m_last = at;
}

void GraphMouse::moveNodes(QPointF scene, Qt::KeyboardModifiers modifiers)
{
    QPointF by = scene - m_from;
    if (modifiers & Qt::ShiftModifier) std::abs(by.x()) > std::abs(by.y()) ? by.setY(0) : by.setX(0);
    const Node *grabbed = m_view.model().node(m_grabbed);
    if (!grabbed) return cancel();
    if (!(modifiers & Qt::AltModifier)) by = flow_edits::snapped(grabbed->position + by) - grabbed->position;
    if (by == m_moved) return;
    m_moved = by;
    m_view.graph().moveTo(by);
}

void GraphMouse::drawBand(QPointF scene)
{
    const QRectF band = QRectF(m_from, scene).normalized();
    m_view.sketch().showBand(band);
    QSet<QString> nodes = m_before, edges;
    for (QGraphicsItem *item : m_view.graph().items(band, Qt::IntersectsItemBoundingRect)) {
        if (const auto *node = qgraphicsitem_cast<NodeItem *>(item)) {
            if (band.intersects(node->mapRectToScene(node->body()))) nodes.insert(node->face().id);
        } else if (const auto *edge = qgraphicsitem_cast<EdgeItem *>(item)) {
            if (band.contains(edge->boundingRect())) edges.insert(edge->id());
        }
    }
    m_view.model().selection().set(nodes, edges);
}

void GraphMouse::drawArrow(QPointF scene)
{
    setTarget(m_view.graph().targetAt(scene, m_view.slack()));
    const QRectF end = m_target ? QRectF(m_target->pos(), QSizeF(geometry::nodeWidth, m_target->body().height()))
                                : QRectF(scene - QPointF(geometry::nodeWidth / 2, 0), QSizeF(geometry::nodeWidth, 1));
    QList<QPointF> course{m_port.at, scene};
    if (m_target || scene.y() > m_port.at.y() + 12) course = geometry::course(m_port.at, end, {}, 0).points;
    m_view.sketch().showArrow(course, m_target != nullptr);
}

void GraphMouse::setTarget(NodeItem *item)
{
    if (item == m_target) return;
    if (m_target) m_target->setDropTarget(false);
    m_target = item;
    if (m_target) m_target->setDropTarget(true);
}

void GraphMouse::release(QMouseEvent *event)
{
    const QPointF scene = m_view.mapToScene(event->position().toPoint());
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    FlowViewModel &model = m_view.model();
    switch (done) {
    case Doing::Nothing: return;
    case Doing::Panning: break;
    case Doing::MaybeMoving:
        if (m_wasSelected && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) model.selection().selectNode(m_grabbed);
        break;
    case Doing::Moving: {
        const QPointF by = m_moved;
        if (by.isNull())
            m_view.graph().endMove();
        else
            model.moveNodes(model.selection().nodes(), by);
        break;
    }
    case Doing::Banding: m_view.sketch().clear(); break;
    case Doing::Connecting: finishArrow(scene); break;
    }
    showCursor(event->position().toPoint());
}

void GraphMouse::finishArrow(QPointF scene)
{
    const QString target = m_target ? m_target->face().id : QString();
    setTarget(nullptr);
    m_view.sketch().clear();
    FlowViewModel &model = m_view.model();
    if (!target.isEmpty()) {
        model.connectPort(m_port.node, m_port.port, target);
    } else if ((m_view.mapFromScene(scene) - m_pressed).manhattanLength() > 2 * QApplication::startDragDistance()) {
        emit m_view.nodeWanted(scene - QPointF(geometry::nodeWidth / 2, 0), m_port.node, m_port.port);
    } else if (const Edge *edge = model.edgeAt(m_port.node, m_port.port)) {
        model.selection().selectEdge(edge->id); // a click on a port selects its arrow
    } else {
        model.selection().selectNode(m_port.node);
    }
}

void GraphMouse::cancel()
{
    const Doing done = std::exchange(m_doing, Doing::Nothing);
    setTarget(nullptr);
    m_view.sketch().clear();
    if (done == Doing::Moving) m_view.graph().endMove();
    m_space = false;
    m_view.viewport()->unsetCursor();
}

void GraphMouse::setSpace(bool down)
{
    m_space = down;
    if (!isBusy()) showCursor(m_last);
}

void GraphMouse::showCursor(QPoint at)
{
    QWidget *viewport = m_view.viewport();
    if (m_space || m_view.tool() == GraphView::Tool::Hand) return viewport->setCursor(Qt::OpenHandCursor);
    const bool onPort = m_view.isEditable() && m_view.zoom() >= 0.4 && m_view.graph().portAt(m_view.mapToScene(at), m_view.slack() * 0.8);
    if (onPort)
        viewport->setCursor(Qt::CrossCursor);
    else
        viewport->unsetCursor();
}

} // namespace vox
