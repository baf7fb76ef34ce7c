#pragma once
#include "ui/kit/theme.h"
#include <QPainter>

// Small strokes that every drawing of the look is made of. All restore the painter's state they touch except brush and pen.
namespace vox::kit {

// A filled box with an edge of `width` inside `rect`; invalid colours leave that part out.
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge = {}, qreal width = 1);
// The focus ring: 2 px, 1 px outside `rect`.
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Theme &theme);
// A filled dot of `side` pixels, centred; from a cached picture, so that rows may use it freely.
void drawDot(QPainter &painter, const QPoint &topLeft, int side, const QColor &fill);
// One line, elided at the end, with the painter's font.
void drawLine(QPainter &painter, const QRect &rect, const QString &text, const QColor &ink, Qt::Alignment align = Qt::AlignLeft);
// A horizontal hairline at y, a vertical one at x: one logical pixel, not antialiased.
void hairlineAcross(QPainter &painter, int left, int right, int y, const QColor &ink);
void hairlineDown(QPainter &painter, int x, int top, int bottom, const QColor &ink);
// The popup shadow (elevation 2) around `box`, from a cached nine-patch; reaches shadowMargin() outside it.
void drawShadow(QPainter &painter, const QRect &box, const Theme &theme);
int shadowMargin();
// Advance of the text in pixels.
int textWidth(const QFont &font, const QString &text);

} // namespace vox::kit
