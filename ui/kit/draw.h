#pragma once
#include "ui/kit/theme.h"
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComplex;
class QWidget;

// The style's hands, one file per family of controls. Each returns false for what it does not draw, and the base style
// goes on. Private to Style.
namespace vox::kit {

struct Canvas {
    const Theme &theme;
    const QStyle &style;
    QPainter &painter;
    const QWidget *widget;
};

bool drawButtonPrimitive(const Canvas &, QStyle::PrimitiveElement, const QStyleOption &);
bool drawButtonControl(const Canvas &, QStyle::ControlElement, const QStyleOption &);
bool drawFieldPrimitive(const Canvas &, QStyle::PrimitiveElement, const QStyleOption &);
bool drawFieldControl(const Canvas &, QStyle::ControlElement, const QStyleOption &);
bool drawFieldComplex(const Canvas &, QStyle::ComplexControl, const QStyleOptionComplex &);
bool drawMenuPrimitive(const Canvas &, QStyle::PrimitiveElement, const QStyleOption &);
bool drawMenuControl(const Canvas &, QStyle::ControlElement, const QStyleOption &);
bool drawViewPrimitive(const Canvas &, QStyle::PrimitiveElement, const QStyleOption &);
bool drawViewControl(const Canvas &, QStyle::ControlElement, const QStyleOption &);
bool drawBarComplex(const Canvas &, QStyle::ComplexControl, const QStyleOptionComplex &);

} // namespace vox::kit
