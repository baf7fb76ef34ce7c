#include "ui/screens/conversations/overview_bar.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <vector>

namespace vox {

using kit::Colour;
using kit::Theme;

OverviewBar::OverviewBar(kit::TimeAxis &axis, QWidget *parent) : QWidget(parent), m_axis(axis)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&axis, &kit::TimeAxis::changed, this, qOverload<>(&QWidget::update));
    connect(&axis, &kit::TimeAxis::playheadMoved, this, qOverload<>(&QWidget::update));
}

void OverviewBar::setSource(const kit::PeakSource *source)
{
    m_source = source;
    m_image = {};
    update();
}

QSize OverviewBar::sizeHint() const { return {Theme::of(this).px(320), Theme::of(this).px(28)}; }

QRect OverviewBar::track() const
{
    const int left = Theme::of(this).px(m_axis.gutter());
    return {left, 0, std::max(1, width() - left), height()};
}

void OverviewBar::render()
{
    const Theme &t = Theme::of(this);
    const QRect room = track();
    const qreal ratio = devicePixelRatioF();
    const int columns = int(room.width() * ratio), high = int(height() * ratio), middle = high / 2;
    m_image = QImage(columns, high, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(t[Colour::Surface3]);
    if (!m_source || m_axis.duration() <= 0) return;
    std::vector<kit::PeakColumn> peaks(static_cast<std::size_t>(columns));
    QPainter painter(&m_image);
    painter.scale(1 / ratio, 1 / ratio);
    for (const kit::LaneSide side : {kit::LaneSide::Agent, kit::LaneSide::Caller}) {
        m_source->minMaxRms(0, m_axis.duration(), columns, side, peaks.data());
        const QColor ink = t.strong(side == kit::LaneSide::Caller ? kit::Meaning::Caller : kit::Meaning::Agent);
        for (int x = 0; x < columns; ++x) {
            const int reach = int(std::max(peaks[std::size_t(x)].high, -peaks[std::size_t(x)].low) * float(middle - 2));
            if (reach > 0) painter.fillRect(x, middle - reach, 1, 2 * reach, ink);
        }
    }
}

void OverviewBar::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const QRect room = track();
    if (m_image.isNull() || m_image.width() != int(room.width() * devicePixelRatioF())) render();
    QPainter painter(this);
    painter.drawImage(room.topLeft(), m_image);
    if (m_axis.duration() <= 0) return;
    const double perUs = double(room.width()) / double(m_axis.duration());
    const QRectF view(room.left() + double(m_axis.from()) * perUs, 0.5, std::max(4.0, double(m_axis.to() - m_axis.from()) * perUs), height() - 1.0);
    QColor veil = t[Colour::Accent];
    veil.setAlphaF(0.12F);
    painter.fillRect(view, veil);
    painter.setPen(QPen(t[Colour::Accent], 1.5));
    painter.drawRect(view.adjusted(0.75, 0, -0.75, 0));
    if (m_axis.playhead()) painter.fillRect(QRectF(room.left() + double(*m_axis.playhead()) * perUs - 0.75, 0, 1.5, height()), t[Colour::Accent]);
}

void OverviewBar::centre(double x)
{
    const QRect room = track();
    const qint64 at = qint64((x - room.left()) / room.width() * double(m_axis.duration())), half = (m_axis.to() - m_axis.from()) / 2;
    m_axis.show(at - half, at + half);
}

void OverviewBar::mousePressEvent(QMouseEvent *event) { centre(event->position().x()); }

void OverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) centre(event->position().x());
}

void OverviewBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) setSource(m_source);
    QWidget::changeEvent(event);
}

} // namespace vox
