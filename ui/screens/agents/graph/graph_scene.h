#pragma once
#include "ui/screens/agents/graph/edge_item.h"
#include "ui/screens/agents/graph/node_item.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QGraphicsScene>

namespace vox {

// Keeps one item per node and arrow equal to a FlowViewModel: faces, positions, courses, selection, activity, marks of a
// comparison. While nodes are dragged it moves the items alone; the model hears of it when the drag ends. GUI thread; the
// model must outlive it.
class GraphScene final : public QGraphicsScene {
    Q_OBJECT
public:
    GraphScene(FlowViewModel &model, const kit::Theme &theme, QObject *parent = nullptr);
    ~GraphScene() override;

    FlowViewModel &model() { return m_model; }
    const GraphLook &look() const { return m_look; }
    NodeItem *nodeItem(const QString &id) const { return m_nodes.value(id); }
    EdgeItem *edgeItem(const QString &id) const { return m_edges.value(id); }
    const QHash<QString, NodeItem *> &nodeItems() const { return m_nodes; }
    // Everything there is, with ports and labels; empty for an empty flow.
    QRectF contentRect() const { return m_content; }

    // Pictures of nodes may be scaled instead of drawn anew while this is set.
    void setZooming(bool zooming);
    // Marks of a comparison by node and edge id; ids without a mark are shown as Same.
    void setMarks(const QHash<QString, DiffMark> &marks);
    void clearMarks();

    // --- what lies where; `slack` in scene units ---
    struct PortHit {
        QString node, port;
        QPointF at; // scene
    };
    NodeItem *nodeAt(QPointF point) const;
    EdgeItem *edgeAt(QPointF point, qreal slack) const;
    std::optional<PortHit> portAt(QPointF point, qreal slack) const;
    // The node whose body or arriving port is here: where an arrow may be dropped.
    NodeItem *targetAt(QPointF point, qreal slack) const;

    // --- dragging ---
    void beginMove(const QSet<QString> &nodes);
    void moveTo(QPointF by); // from where they stood at beginMove()
    void endMove();          // items go back to where the model has them

signals:
    void contentRectChanged();

private:
    void rebuild();
    void refreshFaces();
    void refreshStates();
    void routeAll();
    void placeLabels();
    void route(EdgeItem &item, const Edge &edge, int lane);
    NodeFace faceOf(const Node &node) const;
    QString durationText(qint64 ms) const;
    void showRunning();

    FlowViewModel &m_model;
    GraphLook m_look;
    bool m_zooming = false, m_comparing = false;
    QHash<QString, NodeItem *> m_nodes; // owned by the scene
    QHash<QString, EdgeItem *> m_edges;
    QHash<QString, int> m_lanes;        // arrows that go back
    QHash<QString, int> m_sides;        // node -> bit 1: arrives at the right, bit 2: at the left
    QHash<QString, DiffMark> m_marks;
    QRectF m_content;
    QHash<QString, QPointF> m_moving;
    QList<QString> m_movingEdges;
};

} // namespace vox
