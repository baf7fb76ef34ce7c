#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QMenu>
#include <QStyleOptionMenuItem>

namespace vox::kit {

namespace {

void menuBarItem(const Canvas &c, const QStyleOptionMenuItem &o)
{
    const Theme &t = c.theme;
    c.painter.fillRect(o.rect, t[Colour::Surface0]);
    const bool enabled = o.state & QStyle::State_Enabled;
    const bool chosen = enabled && (o.state & QStyle::State_Selected);
    if (chosen) {
        const QColor fill = (o.state & QStyle::State_Sunken) ? t.pressed(t[Colour::Surface0]) : t.hovered(t[Colour::Surface0]);
        const int high = qMin(o.rect.height(), t.metrics().small);
        drawBox(c.painter, QRect(o.rect.x(), o.rect.center().y() - high / 2 + 1, o.rect.width(), high), t.metrics().radiusControl, fill);
    }
    c.painter.setPen(t[!enabled ? Colour::TextDisabled : chosen ? Colour::Text1 : Colour::Text2]);
    c.painter.drawText(o.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, o.text);
}

// True when an action is marked as one that removes something.
bool isDanger(const Canvas &c, const QStyleOptionMenuItem &o)
{
    const auto *menu = qobject_cast<const QMenu *>(c.widget);
    const QAction *action = menu ? menu->actionAt(o.rect.center()) : nullptr;
    return action && action->property("kitDanger").toBool();
}

void menuItem(const Canvas &c, const QStyleOptionMenuItem &o)
{
    const Theme &t = c.theme;
    const Metrics &m = t.metrics();
    if (o.menuItemType == QStyleOptionMenuItem::Separator) {
        if (o.text.isEmpty()) {
            hairlineAcross(c.painter, o.rect.left() - m.half, o.rect.right() + m.half, o.rect.center().y(), t[Colour::Line1]);
        } else {
            c.painter.setFont(t.font(TextStyle::SmallStrong));
            drawLine(c.painter, o.rect.adjusted(m.grid, 0, -m.grid, 0), o.text, t[Colour::Text3]);
        }
        return;
    }
    const bool enabled = o.state & QStyle::State_Enabled;
    if (enabled && (o.state & QStyle::State_Selected)) drawBox(c.painter, o.rect, m.radiusControl, t[Colour::AccentSoft]);
    const bool danger = enabled && isDanger(c, o);
    const QColor ink = !enabled ? t[Colour::TextDisabled] : danger ? t.strong(Meaning::Error) : t[Colour::Text1];
    const int x = o.rect.x() + m.grid;
    const QRect iconAt(x, o.rect.center().y() - m.icon / 2 + 1, m.icon, m.icon);
    if (!o.icon.isNull()) {
        const QByteArray name = o.icon.name().toLatin1();
        if (o.icon.isMask() && iconExists(name.constData())) drawIcon(c.painter, name.constData(), iconAt, ink);
        else o.icon.paint(&c.painter, iconAt, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    } else if (o.checkType != QStyleOptionMenuItem::NotCheckable && o.checked) {
        drawIcon(c.painter, o.checkType == QStyleOptionMenuItem::Exclusive ? "circle-dot" : "check", iconAt, ink);
    }
    if (!o.icon.isNull() && o.checked)
        drawBox(c.painter, iconAt.adjusted(-3, -3, 3, 3), m.radiusTag, {}, t[Colour::AccentLine]);
    const qsizetype tab = o.text.indexOf(QLatin1Char('\t'));
    const QRect text = o.rect.adjusted(m.grid + m.icon + m.grid, 0, -m.grid, 0);
    c.painter.setFont(o.font);
    c.painter.setPen(ink);
    c.painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, tab < 0 ? o.text : o.text.left(tab));
    if (tab >= 0) {
        c.painter.setFont(t.font(TextStyle::Small));
        c.painter.setPen(t[enabled ? Colour::Text3 : Colour::TextDisabled]);
        c.painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, o.text.mid(tab + 1));
    }
    if (o.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(c.painter, "chevron-right", QRect(o.rect.right() - m.half - m.iconInline, o.rect.center().y() - m.iconInline / 2, m.iconInline, m.iconInline),
                 t[enabled ? Colour::Text2 : Colour::TextDisabled]);
}

} // namespace

bool drawMenuPrimitive(const Canvas &c, QStyle::PrimitiveElement element, const QStyleOption &o)
{
    const Theme &t = c.theme;
    switch (element) {
    case QStyle::PE_PanelMenu: drawBox(c.painter, o.rect, t.metrics().radiusNode, t[Colour::Surface2], t[Colour::Line2]); return true;
    case QStyle::PE_FrameMenu: return true;
    case QStyle::PE_PanelTipLabel: drawBox(c.painter, o.rect, t.metrics().radiusControl, t[Colour::Text1]); return true;
    case QStyle::PE_PanelMenuBar: return true;
    default: return false;
    }
}

bool drawMenuControl(const Canvas &c, QStyle::ControlElement element, const QStyleOption &o)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&o);
    switch (element) {
    case QStyle::CE_MenuBarItem: if (item) menuBarItem(c, *item); return item;
    case QStyle::CE_MenuItem: if (item) menuItem(c, *item); return item;
    case QStyle::CE_MenuBarEmptyArea: c.painter.fillRect(o.rect, c.theme[Colour::Surface0]); return true;
    case QStyle::CE_MenuEmptyArea:
    case QStyle::CE_MenuVMargin:
    case QStyle::CE_MenuHMargin: return true;
    default: return false;
    }
}

} // namespace vox::kit
