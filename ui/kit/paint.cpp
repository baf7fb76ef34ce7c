#include "ui/kit/paint.h"
#include <QFontMetrics>
#include <QHash>
#include <QtMath>

namespace vox::kit {

namespace {

constexpr int margin = 16; // y 4 + blur 16 fades out here

// A square with a hole in the middle of the shadow; corners are `margin` + radius.
QPixmap shadowPatch(const QColor &ink, int radius, qreal ratio)
{
    const int side = 2 * (margin + radius) + 2;
    Q_ASSERT(side > 2 * margin);
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // A stack of ever smaller rounded boxes sums up to a soft falloff, half as dark at the edge; made once.
    constexpr int steps = 20;
    for (int i = 0; i < steps; ++i) {
        const qreal out = (margin - 4) * (1.0 - 2.0 * i / (steps - 1));
        QColor layer = ink;
        layer.setAlphaF(float(ink.alphaF() / steps));
        painter.setBrush(layer);
        const QRectF box = QRectF(margin, margin + 4, side - 2 * margin, side - 2 * margin).adjusted(-out, -out, out, out);
        if (box.width() < 4) break;
        const qreal round = qBound(2.0, radius + out, box.width() / 2);
        painter.drawRoundedRect(box, round, round);
    }
    return QPixmap::fromImage(image);
}

} // namespace

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge, qreal width)
{
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing);
    if (edge.isValid()) {
        painter.setPen(QPen(edge, width));
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        const qreal half = width / 2, inner = qMax(0.0, radius - half);
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner);
    } else if (fill.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, smooth);
}

void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Theme &theme)
{
    drawBox(painter, rect.adjusted(-3, -3, 3, 3), radius + 3, {}, theme[Colour::AccentLine], 2);
}

void drawDot(QPainter &painter, const QPoint &topLeft, int side, const QColor &fill)
{
    static QHash<quint64, QPixmap> dots;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const quint64 key = quint64(fill.rgba()) | quint64(side) << 32 | quint64(qRound(ratio * 100)) << 44;
    auto it = dots.constFind(key);
    if (it == dots.constEnd()) {
        QPixmap dot(QSize(side, side) * ratio);
        dot.setDevicePixelRatio(ratio);
        dot.fill(Qt::transparent);
        QPainter inside(&dot);
        drawBox(inside, QRectF(0, 0, side, side), side / 2.0, fill);
        inside.end();
        it = dots.insert(key, dot);
    }
    painter.drawPixmap(topLeft, *it);
}

void drawLine(QPainter &painter, const QRect &rect, const QString &text, const QColor &ink, Qt::Alignment align)
{
    if (rect.width() <= 0) return;
    painter.setPen(ink);
    const QFontMetrics metrics = painter.fontMetrics();
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    painter.drawText(rect, int(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip,
                     fits ? text : metrics.elidedText(text, Qt::ElideRight, rect.width()));
}

void hairlineAcross(QPainter &painter, int left, int right, int y, const QColor &ink)
{
    painter.fillRect(QRect(QPoint(left, y), QPoint(right, y)), ink);
}

void hairlineDown(QPainter &painter, int x, int top, int bottom, const QColor &ink)
{
    painter.fillRect(QRect(QPoint(x, top), QPoint(x, bottom)), ink);
}

void drawShadow(QPainter &painter, const QRect &box, const Theme &theme)
{
    static QHash<quint64, QPixmap> patches;
    const int radius = theme.metrics().radiusPopup;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const quint64 key = quint64(theme.isDark()) | quint64(radius) << 1 | quint64(qRound(ratio * 100)) << 16;
    auto it = patches.constFind(key);
    if (it == patches.constEnd())
        it = patches.insert(key, shadowPatch(theme.isDark() ? QColor(0, 0, 0, 0x80) : QColor(0x14, 0x16, 0x18, 0x29), radius, ratio));
    const int edge = margin + radius, side = 2 * edge + 2;
    const int e = qRound(edge * ratio), full = qRound(side * ratio), mid = full - 2 * e;
    const QRect out = box.adjusted(-margin, -margin, margin, margin);
    const int xs[] = {out.left(), out.left() + edge, out.right() + 1 - edge, out.right() + 1};
    const int ys[] = {out.top(), out.top() + edge, out.bottom() + 1 - edge, out.bottom() + 1};
    const int from[] = {0, e, full - e}, size[] = {e, mid, e};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            painter.drawPixmap(QRect(QPoint(xs[column], ys[row]), QPoint(xs[column + 1] - 1, ys[row + 1] - 1)), *it,
                               QRect(from[column], from[row], size[column], size[row]));
}

int shadowMargin()
{
    return margin;
}

int textWidth(const QFont &font, const QString &text)
{
    return QFontMetrics(font).horizontalAdvance(text);
}

} // namespace vox::kit
