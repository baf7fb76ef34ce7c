#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>

namespace vox::kit {

namespace {

// The field's box: bottom edge at 3:1, two pixels of accent with focus, the error colour when faulty.
void fieldBox(const Canvas &c, const QRect &rect, QStyle::State state, bool readOnly)
{
    const Theme &t = c.theme;
    const int radius = t.metrics().radiusControl;
    if (!(state & QStyle::State_Enabled) || readOnly) {
        drawBox(c.painter, rect, radius, {}, t[Colour::Line1]);
        if (state & QStyle::State_HasFocus) drawBox(c.painter, rect, radius, {}, t[Colour::AccentLine], 2);
        return;
    }
    if (state & QStyle::State_HasFocus)
        return drawBox(c.painter, rect, radius, t[Colour::Surface2], t[Colour::AccentLine], 2);
    if (isFaulty(c.widget)) return drawBox(c.painter, rect, radius, t[Colour::Surface2], t.strong(Meaning::Error));
    drawBox(c.painter, rect, radius, t[Colour::Surface2], t[Colour::Line2]);
    c.painter.save();
    c.painter.setClipRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2));
    drawBox(c.painter, rect, radius, {}, t[Colour::Line3]);
    c.painter.restore();
}

void comboLabel(const Canvas &c, const QStyleOptionComboBox &o)
{
    if (o.editable) return;
    const Theme &t = c.theme;
    const Metrics &m = t.metrics();
    const bool enabled = o.state & QStyle::State_Enabled;
    QRect text = o.rect.adjusted(m.grid, 0, -(m.iconInline + 2 * m.half + m.half), 0);
    if (!o.currentIcon.isNull()) {
        const QRect at(text.left(), text.center().y() - m.iconInline / 2 + 1, m.iconInline, m.iconInline);
        o.currentIcon.paint(&c.painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(at.right() + 1 + t.px(6));
    }
    const auto *box = qobject_cast<const QComboBox *>(c.widget);
    const bool placeholder = box && box->currentIndex() < 0;
    drawLine(c.painter, text, o.currentText, t[!enabled ? Colour::TextDisabled : placeholder ? Colour::Text3 : Colour::Text1]);
}

void chevron(const Canvas &c, const QRect &rect, const char *name, bool enabled)
{
    const int side = c.theme.metrics().iconInline;
    drawIcon(c.painter, name, QRect(rect.center().x() - side / 2 + 1, rect.center().y() - side / 2 + 1, side, side),
             c.theme[enabled ? Colour::Text2 : Colour::TextDisabled]);
}

void spinBox(const Canvas &c, const QStyleOptionSpinBox &o)
{
    const auto *spin = qobject_cast<const QAbstractSpinBox *>(c.widget);
    if (o.frame) fieldBox(c, o.rect, o.state, spin && spin->isReadOnly());
    if (o.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    for (const auto control : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const QRect at = c.style.subControlRect(QStyle::CC_SpinBox, &o, control, c.widget);
        const bool up = control == QStyle::SC_SpinBoxUp;
        const bool can = (o.state & QStyle::State_Enabled)
                         && (o.stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
        const int side = c.theme.metrics().iconBadge;
        const bool hot = can && (o.activeSubControls & control);
        drawIcon(c.painter, up ? "chevron-up" : "chevron-down", QRect(at.center().x() - side / 2, at.center().y() - side / 2 + (up ? 1 : 0), side, side),
                 c.theme[!can ? Colour::TextDisabled : hot ? Colour::Text1 : Colour::Text3]);
    }
}

} // namespace

bool drawFieldPrimitive(const Canvas &c, QStyle::PrimitiveElement element, const QStyleOption &o)
{
    switch (element) {
    case QStyle::PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&o);
        // The edit inside a spin or combo box has no frame of its own.
        if (frame && frame->lineWidth > 0) fieldBox(c, o.rect, o.state, o.state & QStyle::State_ReadOnly);
        return true;
    }
    case QStyle::PE_FrameLineEdit: return true;
    case QStyle::PE_IndicatorArrowDown: chevron(c, o.rect, "chevron-down", o.state & QStyle::State_Enabled); return true;
    case QStyle::PE_IndicatorArrowUp: chevron(c, o.rect, "chevron-up", o.state & QStyle::State_Enabled); return true;
    case QStyle::PE_IndicatorArrowLeft: chevron(c, o.rect, "chevron-left", o.state & QStyle::State_Enabled); return true;
    case QStyle::PE_IndicatorArrowRight: chevron(c, o.rect, "chevron-right", o.state & QStyle::State_Enabled); return true;
    case QStyle::PE_Frame:
        if (c.widget && c.widget->inherits("QComboBoxPrivateContainer"))
            drawBox(c.painter, o.rect, 0, c.theme[Colour::Surface2], c.theme[Colour::Line2]);
        // A text area is a field; other framed areas (tables, lists) have no frame in this look.
        if (c.widget && c.widget->property("kitField").toBool())
            fieldBox(c, o.rect, o.state, c.widget->property("readOnly").toBool());
        return true;
    case QStyle::PE_FrameGroupBox: drawBox(c.painter, o.rect, c.theme.metrics().radiusControl, {}, c.theme[Colour::Line1]); return true;
    default: return false;
    }
}

bool drawFieldControl(const Canvas &c, QStyle::ControlElement element, const QStyleOption &o)
{
    if (element != QStyle::CE_ComboBoxLabel) return false;
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&o);
    if (!combo) return false;
    comboLabel(c, *combo);
    return true;
}

bool drawFieldComplex(const Canvas &c, QStyle::ComplexControl control, const QStyleOptionComplex &o)
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&o); combo && control == QStyle::CC_ComboBox) {
        const QStyle::State state = combo->editable || !(o.state & QStyle::State_On) ? o.state : o.state | QStyle::State_HasFocus;
        fieldBox(c, o.rect, state, false);
        chevron(c, c.style.subControlRect(control, &o, QStyle::SC_ComboBoxArrow, c.widget), "chevron-down", o.state & QStyle::State_Enabled);
        return true;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(&o); spin && control == QStyle::CC_SpinBox) {
        spinBox(c, *spin);
        return true;
    }
    return false;
}

} // namespace vox::kit
