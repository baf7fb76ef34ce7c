#include "ui/kit/axis_track.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace vox::kit {

AxisTrack::AxisTrack(TimeAxis &axis, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&axis, &TimeAxis::changed, this, [this] { axisChanged(); });
    connect(&axis, &TimeAxis::playheadMoved, this, [this] { playheadMoved(); });
}

double AxisTrack::x(qint64 us) const
{
    return m_axis.xOf(us, width());
}

int AxisTrack::left() const
{
    return Theme::of(this).px(m_axis.gutter());
}

QString AxisTrack::readValue() const
{
    return m_axis.playhead() ? TimeAxis::text(*m_axis.playhead(), 1) : TimeAxis::text(m_axis.from(), 1);
}

void AxisTrack::drawName(QPainter &painter, const QRect &row, const QString &name, const QColor &ink) const
{
    const Theme &t = Theme::of(this);
    if (left() < t.px(24)) return;
    drawLine(painter, QRect(t.metrics().panelPadding, row.top(), left() - t.metrics().panelPadding - t.metrics().half, row.height()), name, ink);
}

void AxisTrack::drawPlayhead(QPainter &painter) const
{
    if (!m_axis.playhead()) return;
    const double at = x(*m_axis.playhead());
    if (at < left() || at > width()) return;
    painter.fillRect(QRectF(std::round(at * 2) / 2 - 0.75, 0, 1.5, height()), Theme::of(this)[Colour::Accent]);
}

// Only the two strips the line leaves and reaches.
void AxisTrack::playheadMoved()
{
    const int at = m_axis.playhead() ? int(x(*m_axis.playhead())) : -100;
    update(m_playheadX - 3, 0, 6, height());
    update(at - 3, 0, 6, height());
    m_playheadX = at;
}

void AxisTrack::seek(qint64 us)
{
    us = qBound<qint64>(0, us, m_axis.duration());
    m_axis.setPlayhead(us);
    m_axis.reveal(us);
    emit seekRequested(us);
    QAccessibleValueChangeEvent changed(this, readValue());
    QAccessible::updateAccessibility(&changed);
}

void AxisTrack::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        m_axis.zoom(std::pow(1.0015, turn.y()), m_axis.timeAt(event->position().x(), width()));
        event->accept();
    } else if (const int along = turn.x() ? turn.x() : (event->modifiers() & Qt::ShiftModifier) ? turn.y() : 0) {
        m_axis.scroll(qint64(-along * m_axis.usPerPixel(width())));
        event->accept();
    } else {
        event->ignore(); // the page scrolls
    }
}

void AxisTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || event->position().x() < left()) return QWidget::mousePressEvent(event);
    seek(m_axis.timeAt(event->position().x(), width()));
}

void AxisTrack::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) seek(m_axis.timeAt(event->position().x(), width()));
}

void AxisTrack::keyPressEvent(QKeyEvent *event)
{
    const qint64 at = m_axis.playhead().value_or(m_axis.from());
    const qint64 step = event->modifiers() & Qt::ShiftModifier ? 100'000 : 1'000'000;
    switch (event->key()) {
    case Qt::Key_Left: return seek(at - step);
    case Qt::Key_Right: return seek(at + step);
    case Qt::Key_Home: return seek(0);
    case Qt::Key_End: return seek(m_axis.duration());
    case Qt::Key_Plus:
    case Qt::Key_Equal: return m_axis.zoom(1.5, at);
    case Qt::Key_Minus: return m_axis.zoom(1 / 1.5, at);
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace vox::kit
