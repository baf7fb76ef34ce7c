#include "ui/kit/chip.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QKeyEvent>
#include <QMouseEvent>

namespace vox::kit {

Chip::Chip(const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void Chip::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {textWidth(t.font(TextStyle::Control), text()) + 2 * t.metrics().grid + t.px(6) + t.metrics().iconBadge + 2, t.metrics().chip};
}

QRect Chip::crossRect() const
{
    const Metrics &m = Theme::of(this).metrics();
    return QRect(width() - m.grid - m.iconBadge - m.half, 0, m.iconBadge + m.grid + m.half, height());
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = m_kind == Kind::Applied ? t[Colour::AccentSoft] : m_kind == Kind::Offered ? t[Colour::Surface2] : QColor();
    if (isEnabled() && underMouse()) fill = t.hovered(fill.isValid() ? fill : t[Colour::Surface1]);
    if (isDown()) fill = t.pressed(t[m_kind == Kind::Applied ? Colour::AccentSoft : Colour::Surface2]);
    const QColor edge = !isEnabled() ? t[Colour::Line1] : t[m_kind == Kind::Applied ? Colour::AccentLine : Colour::Line2];
    if (m_kind == Kind::Add) {
        QPen pen(t[isEnabled() ? Colour::Line3 : Colour::Line1], 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m.radiusControl, m.radiusControl);
    } else {
        drawBox(painter, rect(), m.radiusControl, fill, edge);
    }
    const QColor ink = t[!isEnabled() ? Colour::TextDisabled : m_kind == Kind::Add ? Colour::Text2 : Colour::Text1];
    painter.setFont(t.font(TextStyle::Control));
    const int y = (height() - m.iconBadge) / 2;
    if (m_kind == Kind::Add) {
        drawIcon(painter, "plus", QRect(m.grid, y, m.iconBadge, m.iconBadge), ink);
        drawLine(painter, rect().adjusted(m.grid + m.iconBadge + t.px(6), 0, -m.half, 0), text(), ink);
        return;
    }
    drawLine(painter, rect().adjusted(m.grid, 0, -(m.grid + m.iconBadge), 0), text(), ink);
    drawIcon(painter, m_kind == Kind::Applied ? "x" : "chevron-down", QRect(width() - m.grid - m.iconBadge, y, m.iconBadge, m.iconBadge), ink);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    const bool cross = m_kind == Kind::Applied && isDown() && crossRect().contains(event->position().toPoint());
    if (!cross) return QPushButton::mouseReleaseEvent(event);
    setDown(false);
    emit removed();
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_kind == Kind::Applied && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) emit removed();
    else QPushButton::keyPressEvent(event);
}

} // namespace vox::kit
