#include "ui/kit/waterfall.h"
#include "ui/kit/paint.h"
#include "ui/kit/stacked_bar.h"
#include <QEvent>
#include <QLocale>
#include <algorithm>

namespace vox::kit {

Waterfall::Waterfall(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Waterfall::setParts(const LatencyParts &parts, int goalMs, int scaleMs)
{
    m_parts = parts;
    m_goal = goalMs;
    m_scale = scaleMs;
    updateGeometry();
    update();
}

QString Waterfall::readValue() const
{
    return StackedBar::words(m_parts);
}

QSize Waterfall::sizeHint() const
{
    const Theme &t = Theme::of(this);
    int rows = 0;
    for (const int ms : m_parts.ms) rows += ms > 0;
    return {t.px(320), qMax(1, rows) * t.metrics().waterfallRow};
}

QSize Waterfall::minimumSizeHint() const
{
    return {Theme::of(this).px(200), sizeHint().height()};
}

int Waterfall::names() const
{
    const Theme &t = Theme::of(this);
    int wide = 0;
    for (int i = 0; i < latencyPartCount; ++i) wide = qMax(wide, textWidth(t.font(TextStyle::Small), latencyPartName(LatencyPart(i))));
    return wide + t.metrics().grid;
}

void Waterfall::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    const int left = names(), figures = t.px(44);
    const int scale = std::max({1, m_scale, m_scale ? 0 : m_parts.total(), m_scale ? 0 : m_goal});
    const double perMs = double(qMax(1, width() - left - figures)) / scale;
    if (m_goal > 0) hairlineDown(painter, left + qRound(m_goal * perMs), 0, height(), t[Colour::Line2]);
    double at = left;
    int y = 0;
    for (int i = 0; i < latencyPartCount; ++i) {
        const int ms = m_parts.ms[size_t(i)];
        if (ms <= 0) continue;
        painter.setFont(t.font(TextStyle::Small));
        drawLine(painter, QRect(0, y, left - m.half, m.waterfallRow), latencyPartName(LatencyPart(i)), t[Colour::Text2]);
        const QRectF bar(at, y + (m.waterfallRow - m.waterfallBar) / 2.0, qMax(2.0, ms * perMs), m.waterfallBar);
        drawLatencyPart(painter, t, bar, LatencyPart(i));
        painter.setFont(t.font(TextStyle::MonoSmall));
        drawLine(painter, QRect(int(bar.right()) + 5, y, figures, m.waterfallRow), QLocale().toString(ms), t[Colour::Text1]);
        at += ms * perMs;
        y += m.waterfallRow;
        // The step down to the next part.
        if (y < height()) painter.fillRect(QRectF(at - 0.5, bar.bottom(), 1, m.waterfallRow - m.waterfallBar), t[Colour::Line3]);
    }
}

void Waterfall::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) update();
    QWidget::changeEvent(event);
}

} // namespace vox::kit
