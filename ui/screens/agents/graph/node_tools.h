#pragma once
#include "ui/screens/agents/graph/floating_bar.h"
#include "ui/screens/agents/graph/graph_view.h"

namespace vox {

// The tools at the canvas's left edge: select, hand, and one button per node type. A press puts the node into the middle
// of the view, or under the selected node when that has a free outcome; a drag drops it where it is wanted.
class NodeTools : public FloatingBar {
    Q_OBJECT
public:
    explicit NodeTools(GraphView &view, QWidget *parent);
    // Node types are for who may add one.
    void setTypesVisible(bool visible);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &type);
    void drop(const QString &type, QPoint at); // viewport coordinates

    GraphView &m_view;
    QPoint m_pressed;
    bool m_dragging = false;
};

// Adds a node where a person would expect it: under the selected node and connected to its first free outcome, else in
// the middle of the view. Answers its id.
QString addNodeSensibly(GraphView &view, const QString &type);

} // namespace vox
