#pragma once
#include "ui/screens/agents/graph/graph_look.h"
#include "ui/viewmodels/flow_geometry.h"
#include <QGraphicsItem>
#include <QStaticText>
#include <memory>

namespace vox {

// One arrow on the canvas: a flattened course, and the name of its outcome on a patch of canvas colour above all arrows.
// Draws only the pieces that lie in the exposed area, in one call, one device pixel wide at any zoom. Knows no view model.
// Deletes its label, so it must go before the scene's clear().
class EdgeItem final : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };

    EdgeItem(const GraphLook &look, QString id);
    ~EdgeItem() override;

    int type() const override { return Type; }
    const QString &id() const { return m_id; }
    void setCourse(const flow_geometry::Course &course);
    const flow_geometry::Course &course() const { return m_course; }
    void setLabel(const QString &label);
    // Moves the words to another place on the line.
    void setLabelPlace(QPointF place);
    QSizeF labelSize() const;
    const QString &label() const { return m_text; }
    void setState(bool selected, bool taken, DiffMark mark);
    void lookChanged();
    // Distance of a scene point from the line.
    qreal distanceTo(QPointF point) const;

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; } // hits go by distanceTo()
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    QVariant itemChange(GraphicsItemChange change, const QVariant &value) override;

private:
    class Label;
    void measure();
    void paintLabel(QPainter &painter, qreal zoom) const;
    QColor ink() const;

    const GraphLook &m_look;
    QString m_id, m_text;
    flow_geometry::Course m_course;
    QStaticText m_label;
    QRectF m_bounds, m_labelBounds;
    std::unique_ptr<Label> m_labelItem;
    bool m_selected = false, m_taken = false;
    DiffMark m_mark = DiffMark::None;
};

} // namespace vox
