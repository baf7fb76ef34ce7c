#include "ui/kit/ruler.h"
#include "ui/kit/paint.h"
#include "ui/kit/time_axis.h"

namespace vox::kit {

Ruler::Ruler(TimeAxis &axis, QWidget *parent)
    : AxisTrack(axis, parent)
{
    connect(&axis, &TimeAxis::playheadMoved, this, qOverload<>(&QWidget::update));
}

QSize Ruler::sizeHint() const
{
    return {200, Theme::of(this).metrics().ruler};
}

qint64 Ruler::step(double usPerPixel, int labelPixels)
{
    constexpr qint64 steps[] = {10'000, 50'000, 100'000, 200'000, 500'000, 1'000'000, 2'000'000, 5'000'000, 10'000'000, 15'000'000,
                                30'000'000, 60'000'000, 120'000'000, 300'000'000, 600'000'000, 1'800'000'000, 3'600'000'000};
    for (const qint64 step : steps)
        if (double(step) / usPerPixel >= labelPixels + 24) return step;
    return 7'200'000'000;
}

void Ruler::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Ruler));
    const double scale = axis().usPerPixel(width());
    const int label = painter.fontMetrics().horizontalAdvance(TimeAxis::text(axis().to(), 1));
    const qint64 step = Ruler::step(scale, label);
    const int decimals = step < 100'000 ? 2 : step < 1'000'000 ? 1 : 0;
    for (qint64 at = axis().from() / step * step; at < axis().to(); at += step) {
        for (int half = 0; half < 2; ++half) {
            const int px = qRound(x(at + half * step / 2));
            if (px < left() || px > width()) continue;
            painter.fillRect(QRect(px, height() - (half ? 4 : 8), 1, half ? 4 : 8), t[Colour::Line3]);
            if (!half) drawLine(painter, QRect(px + 4, 0, label + 8, height() - 4), TimeAxis::text(at, decimals), t[Colour::Text2]);
        }
    }
    if (!axis().playhead()) return;
    const double at = x(*axis().playhead());
    if (at < left() || at > width()) return;
    painter.setFont(t.font(TextStyle::MonoSmall));
    const QString shown = TimeAxis::text(*axis().playhead(), 2);
    const int wide = painter.fontMetrics().horizontalAdvance(shown) + 2 * t.px(6);
    const int x0 = qBound(left(), qRound(at) - wide / 2, qMax(left(), width() - wide));
    drawPlayhead(painter);
    const QRect box(x0, 1, wide, height() - 4);
    drawBox(painter, box, t.metrics().radiusTag, t[Colour::Accent]);
    painter.setPen(t[Colour::OnAccent]);
    painter.drawText(box, Qt::AlignCenter, shown);
}

} // namespace vox::kit
