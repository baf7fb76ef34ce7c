#include "ui/screens/agents/graph/sketch_item.h"
#include <QPainter>
#include <QPolygonF>

namespace vox {

SketchItem::SketchItem(const GraphLook &look) : m_look(look)
{
    setZValue(10);
}

void SketchItem::showArrow(const QList<QPointF> &course, bool lands)
{
    prepareGeometryChange();
    m_course = course;
    m_lands = lands;
    m_bounds = QPolygonF(course).boundingRect().adjusted(-8, -8, 8, 8);
    update();
}

void SketchItem::showBand(const QRectF &band)
{
    prepareGeometryChange();
    m_band = band;
    m_bounds = band.adjusted(-2, -2, 2, 2);
    update();
}

void SketchItem::clear()
{
    prepareGeometryChange();
    m_course.clear();
    m_band = m_bounds = QRectF();
}

void SketchItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    QPen pen(m_look.accent, m_course.isEmpty() ? 1 : 2);
    pen.setCosmetic(true);
    if (!m_course.isEmpty()) {
        painter->setRenderHint(QPainter::Antialiasing);
        if (!m_lands) pen.setStyle(Qt::DashLine);
        painter->setPen(pen);
        painter->drawPolyline(m_course.constData(), int(m_course.size()));
        painter->setBrush(m_look.accent);
        painter->drawEllipse(m_course.last(), 3.5, 3.5);
    }
    if (!m_band.isNull()) {
        QColor fill = m_look.accent;
        fill.setAlphaF(0.10f);
        painter->setPen(pen);
        painter->setBrush(fill);
        painter->drawRect(m_band);
    }
}

} // namespace vox
