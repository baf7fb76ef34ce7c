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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

// Where each name stands at this width, line after line.
QList<QPoint> LatencyLegend::places(int width) const
{
    const Theme &t = Theme::of(this);
    QList<QPoint> out;
    QPoint at;
    for (int i = 0; i < kit::latencyPartCount; ++i) {
        const int wide = t.px(14) + kit::textWidth(t.font(TextStyle::Small), kit::latencyPartName(kit::LatencyPart(i)));
        if (at.x() > 0 && at.x() + wide > width) at = {0, at.y() + t.type().line(TextStyle::Small)};
        out.append(at);
        at.rx() += wide + t.px(10);
    }
    return out;
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

int LatencyLegend::heightForWidth(int width) const { return places(width).constLast().y() + sizeHint().height(); }

void LatencyLegend::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    QPainter painter(this);
    painter.setFont(t.font(TextStyle::Small));
    const int line = t.type().line(TextStyle::Small), side = t.px(9);
    const QList<QPoint> all = places(width());
    const int top = std::max(0, (height() - all.constLast().y() - line) / 2);
    for (int i = 0; i < kit::latencyPartCount; ++i) {
        const QString name = kit::latencyPartName(kit::LatencyPart(i));
        const QPoint at = all[i] + QPoint(0, top);
        kit::drawLatencyPart(painter, t, QRectF(at.x(), at.y() + (line - side) / 2.0, side, side), kit::LatencyPart(i));
        kit::drawLine(painter, QRect(at.x() + t.px(14), at.y(), kit::textWidth(painter.font(), name) + 2, line), name, t[kit::Colour::Text2]);
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
