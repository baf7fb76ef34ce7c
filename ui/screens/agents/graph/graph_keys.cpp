// The keyboard on the canvas.
#include "ui/screens/agents/graph/graph_mouse.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QKeyEvent>

namespace vox {

namespace {

QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return {-1, 0};
    case Qt::Key_Right: return {1, 0};
    case Qt::Key_Up: return {0, -1};
    case Qt::Key_Down: return {0, 1};
    default: return {};
    }
}

} // namespace

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const QPoint direction = directionOf(event->key());
    if (!direction.isNull()) {
        const FlowSelection &selection = m_model.selection();
        if (event->modifiers() & Qt::ControlModifier) {
            if (isEditable()) m_model.moveNodes(selection.nodes(), QPointF(direction) * flow_geometry::grid);
        } else if (event->modifiers() & Qt::AltModifier) {
            panBy(direction * 64);
        } else {
            walk(Qt::Key(event->key()), event->modifiers() & Qt::ShiftModifier);
        }
        return event->accept();
    }
    switch (event->key()) {
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) m_mouse->setSpace(true);
        return event->accept();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_model.selection().current().isEmpty()) emit editRequested(m_model.selection().current());
        return event->accept();
    case Qt::Key_Escape:
        if (m_mouse->isBusy())
            m_mouse->cancel();
        else if (!m_model.selection().isEmpty())
            m_model.selection().clear();
        else
            return event->ignore();
        return event->accept();
    case Qt::Key_Home: return stand(readingOrder().value(0), false);
    case Qt::Key_End: return readingOrder().isEmpty() ? void() : stand(readingOrder().last(), false);
    default: QGraphicsView::keyPressEvent(event);
    }
}

void GraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) m_mouse->setSpace(false);
    QGraphicsView::keyReleaseEvent(event);
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    m_mouse->cancel();
    QGraphicsView::focusOutEvent(event);
}

// Tab walks the nodes in reading order and leaves the canvas after the last one.
bool GraphView::focusNextPrevChild(bool next)
{
    const QStringList order = readingOrder();
    const qsizetype at = order.indexOf(m_model.selection().current()) + (next ? 1 : -1);
    if (order.isEmpty() || at < 0 || at >= order.size() || (m_model.selection().current().isEmpty() && !next))
        return QGraphicsView::focusNextPrevChild(next);
    stand(order[at], false);
    return true;
}

QStringList GraphView::readingOrder() const
{
    QList<const Node *> nodes;
    for (const Node &node : m_model.flow().nodes) nodes.append(&node);
    std::stable_sort(nodes.begin(), nodes.end(), [](const Node *a, const Node *b) {
        return std::pair(a->position.y(), a->position.x()) < std::pair(b->position.y(), b->position.x());
    });
    QStringList ids;
    for (const Node *node : nodes) ids.append(node->id);
    return ids;
}

void GraphView::walkInOrder(int step)
{
    const QStringList order = readingOrder();
    if (order.isEmpty()) return;
    const qsizetype at = order.indexOf(m_model.selection().current());
    stand(order[(at + step + order.size()) % order.size()], false);
}

void GraphView::stand(const QString &node, bool extend)
{
    if (node.isEmpty()) return;
    QSet<QString> nodes = extend ? m_model.selection().nodes() : QSet<QString>();
    nodes.insert(node);
    m_model.selection().set(nodes, {}, node);
    showNode(node);
}

void GraphView::walk(Qt::Key key, bool extend)
{
    const QString current = m_model.selection().current();
    const Node *from = m_model.node(current);
    if (!from) return stand(readingOrder().value(0), extend);
    const QPoint direction = directionOf(key);
    // Down follows the outcomes from the left, up the arrow this node was reached by.
    if (direction.y() != 0) {
        const Node *best = nullptr;
        for (const Edge *edge : m_model.edgesOf(current)) {
            const Node *other = m_model.node(direction.y() > 0 ? edge->to : edge->from);
            const bool mine = direction.y() > 0 ? edge->from == current : edge->to == current;
            if (!mine || !other || other->id == current) continue;
            if ((other->position.y() - from->position.y()) * direction.y() <= 0) continue; // goes back
            if (!best || other->position.x() < best->position.x()) best = other;
        }
        if (best) return stand(best->id, extend);
    }
    if (const NodeItem *item = m_scene->nodeItem(current)) walkGeometrically(*item, direction, extend);
}

bool GraphView::walkGeometrically(const NodeItem &from, QPoint direction, bool extend)
{
    const Node *best = nullptr;
    double shortest = 1e18;
    for (const Node &node : m_model.flow().nodes) {
        const QPointF away = node.position - from.pos();
        const double along = away.x() * direction.x() + away.y() * direction.y();
        const double across = std::abs(direction.x() ? away.y() : away.x());
        if (along < 1 || node.id == from.face().id) continue;
        const double cost = along + 3 * across;
        if (across > along * 2 + 32 || cost >= shortest) continue;
        shortest = cost;
        best = &node;
    }
    if (best) stand(best->id, extend);
    return best;
}

} // namespace vox
