#include "ui/kit/stacked_bar.h"
#include "ui/kit/paint.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace vox::kit {

StackedBar::StackedBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackedBar::setParts(const LatencyParts &parts, int scaleMs, int goalMs)
{
    m_parts = parts;
    m_scale = qMax(1, scaleMs);
    m_goal = goalMs;
    setToolTip(words(parts));
    update();
}

QSize StackedBar::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(160), t.metrics().small};
}

QSize StackedBar::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(48), t.metrics().small};
}

QString StackedBar::words(const LatencyParts &parts)
{
    QStringList out;
    for (int i = 0; i < latencyPartCount; ++i)
        if (parts.ms[size_t(i)] > 0) out.append(latencyPartName(LatencyPart(i)) + u' ' + QLocale().toString(parts.ms[size_t(i)]));
    out.append(tr("%1 ms").arg(QLocale().toString(parts.total())));
    return out.join(u", "_s);
}

void StackedBar::draw(QPainter &painter, const QRect &room, const LatencyParts &parts, int scaleMs, int goalMs)
{
    const Theme &t = Theme::of();
    const int high = t.metrics().stackedBar, y = room.top() + (room.height() - high) / 2;
    const double perMs = double(room.width()) / qMax(1, scaleMs);
    double at = room.left();
    for (int i = 0; i < latencyPartCount; ++i) {
        const int ms = parts.ms[size_t(i)];
        if (ms <= 0) continue;
        const double wide = qMin(ms * perMs, room.right() + 1 - at);
        if (wide <= 0) break;
        // A pixel of air tells neighbours of like lightness apart.
        drawLatencyPart(painter, t, QRectF(at, y, qMax(1.5, wide - 1), high), LatencyPart(i));
        at += wide;
    }
    if (goalMs > 0 && goalMs <= scaleMs)
        hairlineDown(painter, room.left() + qRound(goalMs * perMs), room.top(), room.bottom(), t[Colour::Line3]);
}

void StackedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_parts, m_scale, m_goal);
}

} // namespace vox::kit
