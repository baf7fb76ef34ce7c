#pragma once
#include "ui/screens/agents/graph/graph_look.h"
#include <QGraphicsItem>

namespace vox {

// What a gesture draws over the graph while it lasts: the arrow being pulled out of a port, or the selection rectangle.
class SketchItem final : public QGraphicsItem {
public:
    explicit SketchItem(const GraphLook &look);
    void showArrow(const QList<QPointF> &course, bool lands);
    void showBand(const QRectF &band);
    void clear();

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override;

private:
    const GraphLook &m_look;
    QList<QPointF> m_course;
    QRectF m_band, m_bounds;
    bool m_lands = false;
};

} // namespace vox
