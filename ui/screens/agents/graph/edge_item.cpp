#include "ui/screens/agents/graph/edge_item.h"
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QLineF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <cmath>

namespace vox {

namespace {

constexpr qreal labelFrom = 0.6, labelPadding = 5, longestLabel = 120, smallestLabel = 0.82;

} // namespace

// The words of an arrow: an item of its own only to lie above the other arrows.
class EdgeItem::Label final : public QGraphicsItem {
public:
    explicit Label(const EdgeItem &edge) : m_edge(edge) { setZValue(0.8); }
    void moved() { prepareGeometryChange(); }
    QRectF boundingRect() const override { return m_edge.m_labelBounds; }
    QPainterPath shape() const override { return {}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        const qreal zoom = painter->worldTransform().m11();
        if (zoom >= labelFrom && !m_edge.m_text.isEmpty()) m_edge.paintLabel(*painter, zoom);
    }

private:
    const EdgeItem &m_edge;
};

EdgeItem::EdgeItem(const GraphLook &look, QString id) : m_look(look), m_id(std::move(id)), m_labelItem(std::make_unique<Label>(*this))
{
    setFlag(ItemUsesExtendedStyleOption);
    m_label.setTextFormat(Qt::PlainText);
}

EdgeItem::~EdgeItem() = default;

QVariant EdgeItem::itemChange(GraphicsItemChange change, const QVariant &value)
{
    if (change == ItemSceneHasChanged && scene()) scene()->addItem(m_labelItem.get());
    return QGraphicsItem::itemChange(change, value);
}

void EdgeItem::setCourse(const flow_geometry::Course &course)
{
    if (course.points == m_course.points) return setLabelPlace(course.label);
    m_course = course;
    measure();
}

void EdgeItem::setLabel(const QString &label)
{
    if (label == m_text) return;
    m_text = label;
    lookChanged();
}

void EdgeItem::setLabelPlace(QPointF place)
{
    if (place == m_course.label) return;
    m_course.label = place;
    measure();
}

QSizeF EdgeItem::labelSize() const
{
    return m_label.size() + QSizeF(2 * labelPadding, 0);
}

void EdgeItem::lookChanged()
{
    m_label.setText(QFontMetricsF(m_look.label).elidedText(m_text, Qt::ElideRight, longestLabel));
    m_label.prepare({}, m_look.label);
    measure();
    update();
    m_labelItem->update();
}

void EdgeItem::setState(bool selected, bool taken, DiffMark mark)
{
    if (selected == m_selected && taken == m_taken && mark == m_mark) return;
    m_selected = selected;
    m_taken = taken;
    m_mark = mark;
    setZValue(selected || taken ? 0.5 : 0);
    update();
    m_labelItem->update();
}

void EdgeItem::measure()
{
    prepareGeometryChange();
    QRectF bounds, labelBounds;
    if (!m_course.points.isEmpty()) {
        qreal left = m_course.points.first().x(), right = left, top = m_course.points.first().y(), bottom = top;
        for (const QPointF &point : std::as_const(m_course.points)) {
            left = std::min(left, point.x());
            right = std::max(right, point.x());
            top = std::min(top, point.y());
            bottom = std::max(bottom, point.y());
        }
        bounds = QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-4, -4, 4, 4);
    }
    if (!m_text.isEmpty()) {
        // Labels stay readable below 100 %, so they reach further in scene units there.
        const QSizeF size = (m_label.size() + QSizeF(2 * labelPadding, 4)) / labelFrom;
        labelBounds = QRectF(m_course.label - QPointF(size.width(), size.height()) / 2, size);
    }
    m_bounds = bounds;
    m_labelItem->moved();
    m_labelBounds = labelBounds;
}

qreal EdgeItem::distanceTo(QPointF point) const
{
    qreal best = 1e9;
    for (qsizetype i = 1; i < m_course.points.size(); ++i) {
        const QPointF a = m_course.points[i - 1], along = m_course.points[i] - a, to = point - a;
        const qreal length = QPointF::dotProduct(along, along);
        const qreal t = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
        const QPointF away = to - along * t;
        best = std::min(best, std::hypot(away.x(), away.y()));
    }
    return best;
}

QColor EdgeItem::ink() const
{
    if (m_selected) return m_look.accent;
    if (m_mark > DiffMark::Same) return m_look.markStrong(m_mark);
    return m_taken ? m_look.text1 : m_look.edge;
}

void EdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *)
{
    const qreal zoom = painter->worldTransform().m11();
    const QRectF exposed = option->exposedRect.adjusted(-4, -4, 4, 4);
    QVarLengthArray<QLineF, 64> lines;
    for (qsizetype i = 1; i < m_course.points.size(); ++i) {
        const QPointF &a = m_course.points[i - 1], &b = m_course.points[i];
        if (std::max(a.x(), b.x()) < exposed.left() || std::min(a.x(), b.x()) > exposed.right()) continue;
        if (std::max(a.y(), b.y()) < exposed.top() || std::min(a.y(), b.y()) > exposed.bottom()) continue;
        lines.append(QLineF(a, b));
    }
    if (!lines.isEmpty()) {
        const bool strong = m_selected || m_taken || m_mark > DiffMark::Same;
        QPen pen(ink(), strong ? 2 : zoom < 0.4 ? 1 : 1.25, Qt::SolidLine, Qt::SquareCap);
        pen.setCosmetic(true);
        if (m_mark == DiffMark::Removed) {
            pen.setCapStyle(Qt::FlatCap);
            pen.setDashPattern({3, 2});
        }
        painter->setRenderHint(QPainter::Antialiasing, zoom >= 0.4);
        painter->setPen(pen);
        if (m_mark == DiffMark::Removed)
            painter->drawPolyline(m_course.points.constData(), int(m_course.points.size())); // dashes need the whole line
        else
            painter->drawLines(lines.constData(), int(lines.size()));
    }
}

void EdgeItem::paintLabel(QPainter &painter, qreal zoom) const
{
    const QTransform world = painter.worldTransform();
    const QPointF centre = world.map(m_course.label);
    const qreal scale = std::max(smallestLabel, zoom);
    const QSizeF size = m_label.size() * scale;
    QPointF at = centre - QPointF(size.width(), size.height()) / 2;
    if (scale == 1) at = QPointF(std::round(at.x()), std::round(at.y()));
    painter.setWorldTransform(QTransform::fromTranslate(at.x(), at.y()).scale(scale, scale));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(-labelPadding, 0, m_label.size().width() + 2 * labelPadding, m_label.size().height()), m_look.canvas);
    QFont font = m_look.label;
    if (m_taken || m_selected) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_selected ? m_look.accent : m_taken ? m_look.text1 : m_look.text2);
    painter.drawStaticText(QPointF(), m_label);
    painter.setWorldTransform(world);
}

} // namespace vox
