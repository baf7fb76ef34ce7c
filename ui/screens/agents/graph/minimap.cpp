#include "ui/screens/agents/graph/minimap.h"
#include "ui/kit/paint.h"
#include "ui/screens/agents/graph/graph_view.h"
#include <QMouseEvent>
#include <QPainter>

namespace vox {

using kit::Colour;

Minimap::Minimap(GraphView &view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setCursor(Qt::PointingHandCursor);
    connect(&view, &GraphView::viewChanged, this, &Minimap::look);
    connect(&view.graph(), &GraphScene::contentRectChanged, this, &Minimap::look);
    connect(&view.model(), &FlowViewModel::flowChanged, this, qOverload<>(&QWidget::update));
    connect(&view.model().activity(), &FlowActivity::changed, this, qOverload<>(&QWidget::update));
    look();
}

QSize Minimap::sizeHint() const
{
    const kit::Theme &theme = kit::Theme::of(this);
    return {theme.px(176), theme.px(112)};
}

void Minimap::look()
{
    const QRectF content = m_view.graph().contentRect();
    const bool wanted = !content.isNull() && !m_view.visibleScene().adjusted(-1, -1, 1, 1).contains(content);
    if (wanted != m_wanted) {
        m_wanted = wanted;
        setVisible(wanted);
        emit wantedChanged();
    }
    if (m_wanted) update();
}

QTransform Minimap::toMap() const
{
    const QRectF content = m_view.graph().contentRect();
    const QRectF inside = QRectF(rect()).adjusted(8, 8, -8, -8);
    if (content.isEmpty()) return {};
    const double scale = std::min(inside.width() / content.width(), inside.height() / content.height());
    QTransform map;
    map.translate(inside.center().x(), inside.center().y());
    map.scale(scale, scale);
    map.translate(-content.center().x(), -content.center().y());
    return map;
}

void Minimap::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::drawBox(painter, QRectF(rect()), theme.metrics().radiusControl, theme[Colour::Surface1], theme[Colour::Line2]);
    const QTransform map = toMap();
    painter.setClipRect(rect().adjusted(2, 2, -2, -2));
    const FlowActivity &activity = m_view.model().activity();
    for (const Node &node : m_view.model().flow().nodes) {
        const kit::NodeLook &look = kit::nodeLook(node.type);
        QColor colour = look.meaning == kit::Meaning::Neutral ? theme[Colour::Line3] : theme.strong(look.meaning);
        if (node.id != activity.activeNode()) colour.setAlphaF(0.55f);
        QRectF block = map.mapRect(flow_geometry::nodeRect(node));
        if (look.pill) block.adjust(block.width() * 0.3, 0, -block.width() * 0.3, 0);
        block.setWidth(std::max(block.width(), 2.0));
        block.setHeight(std::max(block.height(), 2.0));
        painter.fillRect(block, colour);
    }
    const QRectF view = map.mapRect(m_view.visibleScene()).intersected(QRectF(rect()).adjusted(3, 3, -3, -3));
    painter.setPen(QPen(theme[Colour::Accent], 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(view, 2, 2);
}

void Minimap::goTo(QPointF at)
{
    m_view.setCentre(toMap().inverted().map(at));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) goTo(event->position());
}

} // namespace vox
