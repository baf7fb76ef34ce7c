#pragma once
#include "ui/screens/agents/graph/graph_scene.h"
#include <QMouseEvent>

namespace vox {

class GraphView;

// What the mouse does on the canvas, as a small state machine: pan, select by band, move, pull an arrow from a port or from
// the head of an existing one. Part of a GraphView.
class GraphMouse {
public:
    explicit GraphMouse(GraphView &view) : m_view(view) {}

    void press(QMouseEvent *event);
    void move(QMouseEvent *event);
    void release(QMouseEvent *event);
    void cancel(); // Esc, lost focus: as if nothing had been dragged
    bool isBusy() const { return m_doing != Doing::Nothing; }
    void setSpace(bool down);
    void showCursor(QPoint at);

private:
    enum class Doing { Nothing, Panning, MaybeMoving, Moving, Banding, Connecting };

    void pressOnNode(NodeItem &node, Qt::KeyboardModifiers modifiers);
    void beginConnecting(const GraphScene::PortHit &from);
    void moveNodes(QPointF scene, Qt::KeyboardModifiers modifiers);
    void drawBand(QPointF scene);
    void drawArrow(QPointF scene);
    void finishArrow(QPointF scene);
    void setTarget(NodeItem *item);

    GraphView &m_view;
    Doing m_doing = Doing::Nothing;
    QPoint m_last, m_pressed;
    QPointF m_from, m_moved;
    QString m_grabbed;
    GraphScene::PortHit m_port;
    NodeItem *m_target = nullptr;
    QSet<QString> m_before; // selection that a band adds to
    bool m_space = false, m_wasSelected = false;
};

} // namespace vox
