#include "ui/screens/call/latency_legend.h"
#include "ui/kit/latency_parts.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include <QEvent>
#include <QPainter>

namespace vox {

using kit::TextStyle;
using kit::Theme;

LatencyLegend::LatencyLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LatencyLegend::sizeHint() const
{
    const Theme &t = Theme::of(this);
    int wide = 0;
    for (int i = 0; i < kit::latencyPartCount; ++i)
        wide += t.px(24) + kit::textWidth(t.font(TextStyle::Small), kit::latencyPartName(kit::LatencyPart(i)));
    return {wide, t.type().line(TextStyle::Small)};
}

QSize LatencyLegend::minimumSizeHint() const { return {0, sizeHint().height()}; }

void LatencyLegend::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Small));
    int x = 0;
    for (int i = 0; i < kit::latencyPartCount; ++i) {
        const QString name = kit::latencyPartName(kit::LatencyPart(i));
        const int wide = kit::textWidth(t.font(TextStyle::Small), name);
        if (x + t.px(14) + wide > width()) return;
        const int side = t.px(9);
        kit::drawLatencyPart(painter, t, QRectF(x, (height() - side) / 2, side, side), kit::LatencyPart(i));
        kit::drawLine(painter, QRect(x + t.px(14), 0, wide + 2, height()), name, t[kit::Colour::Text2]);
        x += t.px(24) + wide;
    }
}

void LatencyLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace vox
