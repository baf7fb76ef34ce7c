#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QStyleOptionButton>

namespace vox::kit {

namespace {

bool on(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state & flag;
}

// Fill and edge of a push or tool button.
void bevel(const Canvas &c, const QStyleOption &o, ButtonRole role)
{
    const Theme &t = c.theme;
    const bool enabled = on(o, QStyle::State_Enabled), sunken = on(o, QStyle::State_Sunken) && enabled;
    const bool hover = on(o, QStyle::State_MouseOver) && enabled, checked = on(o, QStyle::State_On) && enabled;
    const int radius = t.metrics().radiusControl;
    if (role == ButtonRole::Quiet) {
        QColor fill;
        const QColor behind = t[Colour::Surface1];
        if (checked) fill = t[Colour::Surface3];
        if (hover) fill = t.hovered(checked ? fill : behind);
        if (sunken) fill = t.pressed(behind);
        drawBox(c.painter, o.rect, radius, fill);
        return;
    }
    if (!enabled) return drawBox(c.painter, o.rect, radius, {}, t[Colour::Line1]);
    if (role == ButtonRole::Primary) {
        drawBox(c.painter, o.rect, radius, t[sunken ? Colour::AccentPressed : hover ? Colour::AccentHover : Colour::Accent]);
        return;
    }
    if (checked) return drawBox(c.painter, o.rect, radius, t[Colour::AccentSoft], t[Colour::AccentLine]);
    const QColor rest = t[Colour::Surface2];
    const QColor fill = sunken ? t[t.isDark() ? Colour::Line2 : Colour::Line2] : hover ? t[Colour::Surface3] : rest;
    drawBox(c.painter, o.rect, radius, fill, t[Colour::Line2]);
}

QColor labelInk(const Canvas &c, const QStyleOption &o, ButtonRole role)
{
    const Theme &t = c.theme;
    if (!on(o, QStyle::State_Enabled)) return t[Colour::TextDisabled];
    if (role == ButtonRole::Primary) return t[Colour::OnAccent];
    if (role == ButtonRole::Danger) return t.strong(Meaning::Error);
    if (role == ButtonRole::Quiet && !on(o, QStyle::State_On)) return t[on(o, QStyle::State_MouseOver) ? Colour::Text1 : Colour::Text2];
    return t[Colour::Text1];
}

// A quiet icon from icon() drawn in the label's ink.
void drawButtonIcon(const Canvas &c, const QIcon &icon, const QRect &at, const QColor &ink, bool enabled)
{
    const QByteArray name = icon.name().toLatin1();
    if (enabled && iconExists(name.constData()) && icon.isMask()) drawIcon(c.painter, name.constData(), at, ink);
    else icon.paint(&c.painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void label(const Canvas &c, const QStyleOptionButton &o, ButtonRole role)
{
    const QColor ink = labelInk(c, o, role);
    const Metrics &m = c.theme.metrics();
    QFont font = c.painter.font();
    if (role == ButtonRole::Primary) font.setWeight(QFont::DemiBold);
    c.painter.setFont(font);
    const QFontMetrics metrics(font);
    const bool menu = o.features & QStyleOptionButton::HasMenu;
    const int side = o.icon.isNull() ? 0 : (o.text.isEmpty() ? m.icon : m.iconInline);
    const int gap = side && !o.text.isEmpty() ? c.theme.px(6) : 0, arrow = menu ? m.iconInline + m.half : 0;
    const int textWide = qMin(metrics.horizontalAdvance(o.text), qMax(0, o.rect.width() - side - gap - arrow));
    int x = o.rect.x() + (o.rect.width() - side - gap - textWide - arrow) / 2;
    const bool enabled = on(o, QStyle::State_Enabled);
    if (side) {
        drawButtonIcon(c, o.icon, QRect(x, o.rect.center().y() - side / 2 + (side % 2 ? 0 : 1), side, side), ink, enabled);
        x += side + gap;
    }
    c.painter.setPen(ink);
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine | Qt::TextDontClip;
    const QString shown = metrics.horizontalAdvance(o.text) <= textWide ? o.text : metrics.elidedText(o.text, Qt::ElideRight, textWide);
    c.painter.drawText(QRect(x, o.rect.y(), textWide + 1, o.rect.height()), flags, shown);
    if (menu)
        drawIcon(c.painter, "chevron-down", QRect(x + textWide + m.half, o.rect.center().y() - m.iconInline / 2, m.iconInline, m.iconInline), ink);
}

// The same label; a tool button without a role is quiet.
void toolLabel(const Canvas &c, const QStyleOptionToolButton &tool)
{
    QStyleOptionButton o;
    o.QStyleOption::operator=(tool);
    o.version = QStyleOptionButton::Version;
    if (tool.toolButtonStyle != Qt::ToolButtonIconOnly || tool.icon.isNull()) o.text = tool.text;
    if (tool.toolButtonStyle != Qt::ToolButtonTextOnly) o.icon = tool.icon;
    c.painter.setFont(tool.font);
    label(c, o, c.widget && c.widget->property("kitRole").isValid() ? buttonRole(c.widget) : ButtonRole::Quiet);
}

void checkBox(const Canvas &c, const QStyleOption &o)
{
    const Theme &t = c.theme;
    const bool enabled = on(o, QStyle::State_Enabled);
    const bool filled = on(o, QStyle::State_On) || on(o, QStyle::State_NoChange);
    if (isSwitch(c.widget)) {
        const QRectF box = o.rect;
        const QColor track = !enabled ? t[Colour::Line1] : t[filled ? Colour::Accent : Colour::Line3];
        drawBox(c.painter, box, box.height() / 2, track);
        const qreal knob = box.height() - 4;
        const qreal x = filled ? box.right() - knob - 2 : box.left() + 2;
        drawBox(c.painter, QRectF(x, box.top() + 2, knob, knob), knob / 2, t[filled && enabled ? Colour::OnAccent : Colour::Surface2]);
        return;
    }
    const int radius = t.metrics().radiusTag;
    if (!filled || !enabled) {
        drawBox(c.painter, o.rect, radius, enabled ? t[Colour::Surface2] : QColor(), t[enabled ? Colour::Line3 : Colour::Line1]);
        if (!filled) return;
    } else {
        drawBox(c.painter, o.rect, radius, t[Colour::Accent]);
    }
    const QColor ink = t[enabled ? Colour::OnAccent : Colour::TextDisabled];
    drawIcon(c.painter, on(o, QStyle::State_NoChange) ? "minus" : "check", o.rect.adjusted(2, 2, -2, -2), ink);
}

void radio(const Canvas &c, const QStyleOption &o)
{
    const Theme &t = c.theme;
    const bool enabled = on(o, QStyle::State_Enabled);
    const QRectF box = o.rect;
    if (!on(o, QStyle::State_On))
        return drawBox(c.painter, box, box.height() / 2, enabled ? t[Colour::Surface2] : QColor(), t[enabled ? Colour::Line3 : Colour::Line1]);
    drawBox(c.painter, box, box.height() / 2, t[Colour::OnAccent], t[enabled ? Colour::Accent : Colour::TextDisabled], box.height() * 5 / 16);
}

} // namespace

bool drawButtonPrimitive(const Canvas &c, QStyle::PrimitiveElement element, const QStyleOption &o)
{
    switch (element) {
    case QStyle::PE_PanelButtonCommand: bevel(c, o, buttonRole(c.widget)); return true;
    case QStyle::PE_PanelButtonTool:
    case QStyle::PE_PanelButtonBevel:
        // A tool button without a role is quiet unless it asks for a frame.
        bevel(c, o, c.widget && c.widget->property("kitRole").isValid() ? buttonRole(c.widget) : ButtonRole::Quiet);
        return true;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck: checkBox(c, o); return true;
    case QStyle::PE_IndicatorRadioButton: radio(c, o); return true;
    case QStyle::PE_FrameDefaultButton:
    case QStyle::PE_FrameFocusRect: return true; // the ring is drawn outside, see FocusRing
    default: return false;
    }
}

bool drawButtonControl(const Canvas &c, QStyle::ControlElement element, const QStyleOption &o)
{
    if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(&o);
        tool && element == QStyle::CE_ToolButtonLabel && tool->arrowType == Qt::NoArrow) {
        toolLabel(c, *tool);
        return true;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&o);
    if (!button) return false;
    // The base would draw an arrow of its own on a button with a menu; the label has one.
    if (element == QStyle::CE_PushButtonBevel) {
        bevel(c, *button, buttonRole(c.widget));
        return true;
    }
    if (element != QStyle::CE_PushButtonLabel) return false;
    label(c, *button, buttonRole(c.widget));
    return true;
}

} // namespace vox::kit
