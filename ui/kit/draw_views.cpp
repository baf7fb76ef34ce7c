#include "ui/kit/draw.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include <QAbstractItemView>
#include <QStyleOptionHeader>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>

namespace vox::kit {

namespace {

void tabShape(const Canvas &c, const QStyleOptionTab &o)
{
    const Theme &t = c.theme;
    const bool chosen = o.state & QStyle::State_Selected;
    const QRect text = o.rect.adjusted(c.theme.metrics().grid, 0, -c.theme.metrics().grid, 0);
    const bool vertical = o.shape == QTabBar::RoundedWest || o.shape == QTabBar::RoundedEast;
    if (!chosen) return;
    if (vertical) c.painter.fillRect(QRect(o.rect.left(), text.top(), 2, text.height()), t[Colour::Accent]);
    else c.painter.fillRect(QRect(text.left(), o.rect.bottom() - 1, text.width(), 2), t[Colour::Accent]);
}

void tabLabel(const Canvas &c, const QStyleOptionTab &o)
{
    const Theme &t = c.theme;
    const Metrics &m = t.metrics();
    const bool chosen = o.state & QStyle::State_Selected, enabled = o.state & QStyle::State_Enabled;
    QRect text = o.rect.adjusted(m.grid, 0, -m.grid, 0);
    if (!o.icon.isNull()) {
        o.icon.paint(&c.painter, QRect(text.left(), text.center().y() - m.icon / 2 + 1, m.icon, m.icon), Qt::AlignCenter,
                     !enabled ? QIcon::Disabled : chosen ? QIcon::Selected : QIcon::Normal);
        text.setLeft(text.left() + m.icon + t.px(6));
    }
    c.painter.setFont(t.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
    const bool hover = o.state & QStyle::State_MouseOver;
    c.painter.setPen(t[!enabled ? Colour::TextDisabled : chosen || hover ? Colour::Text1 : Colour::Text2]);
    c.painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, o.text);
    if (chosen && (o.state & QStyle::State_HasFocus))
        drawBox(c.painter, o.rect.adjusted(2, 4, -2, -4), m.radiusControl, {}, t[Colour::AccentLine], 2);
}

void headerGround(const Canvas &c, const QRect &rect)
{
    c.painter.fillRect(rect, c.theme[Colour::Surface1]);
    hairlineAcross(c.painter, rect.left(), rect.right(), rect.bottom(), c.theme[Colour::Line1]);
}

void headerLabel(const Canvas &c, const QStyleOptionHeader &o)
{
    const Theme &t = c.theme;
    const Metrics &m = t.metrics();
    const bool sorted = o.sortIndicator != QStyleOptionHeader::None;
    c.painter.setFont(t.font(sorted ? TextStyle::SmallStrong : TextStyle::Small));
    const QRect text = o.rect.adjusted(m.grid, 0, -m.grid, 0);
    const int arrow = sorted ? m.iconBadge + 2 : 0;
    const int wide = qMin(c.painter.fontMetrics().horizontalAdvance(o.text), text.width() - arrow);
    const bool right = o.textAlignment & Qt::AlignRight;
    const int x = right ? text.right() + 1 - wide - arrow : text.left();
    drawLine(c.painter, QRect(x, text.top(), qMax(0, wide), text.height()), o.text, t[sorted ? Colour::Text1 : Colour::Text2]);
    // The word says what is sorted, the arrow which way: down means the largest first.
    if (sorted)
        drawIcon(c.painter, o.sortIndicator == QStyleOptionHeader::SortDown ? "arrow-up" : "arrow-down",
                 QRect(x + wide + 2, text.center().y() - m.iconBadge / 2, m.iconBadge, m.iconBadge), t[Colour::Text1]);
}

void itemPanel(const Canvas &c, const QStyleOptionViewItem &o)
{
    const Theme &t = c.theme;
    const bool chosen = o.state & QStyle::State_Selected;
    const bool focused = (o.state & QStyle::State_Active) && c.widget && (c.widget->hasFocus() || c.widget->property("kitPopupList").toBool());
    if (chosen) {
        c.painter.fillRect(o.rect, t[focused ? Colour::AccentSoft : Colour::Surface3]);
        if (o.viewItemPosition == QStyleOptionViewItem::Beginning || o.viewItemPosition == QStyleOptionViewItem::OnlyOne)
            c.painter.fillRect(QRect(o.rect.topLeft(), QSize(2, o.rect.height())), t[focused ? Colour::Accent : Colour::Line3]);
    } else if (o.state & QStyle::State_MouseOver) {
        QColor overlay = t[Colour::Text1];
        overlay.setAlphaF(0.06f);
        c.painter.fillRect(o.rect, overlay);
    }
}

void scrollBar(const Canvas &c, const QStyleOptionSlider &o)
{
    if (o.minimum == o.maximum) return;
    const Theme &t = c.theme;
    const QRect slider = c.style.subControlRect(QStyle::CC_ScrollBar, &o, QStyle::SC_ScrollBarSlider, c.widget);
    const int thick = t.metrics().scrollbar;
    QRectF bar = slider;
    if (o.orientation == Qt::Vertical) bar = QRectF(slider.right() + 1 - thick - 2, slider.top() + 2, thick, slider.height() - 4);
    else bar = QRectF(slider.left() + 2, slider.bottom() + 1 - thick - 2, slider.width() - 4, thick);
    const bool held = o.state & QStyle::State_Sunken, hover = o.state & QStyle::State_MouseOver;
    drawBox(c.painter, bar, thick / 2.0, held || hover ? t[Colour::Line3] : t[Colour::Line2]);
}

void slider(const Canvas &c, const QStyleOptionSlider &o)
{
    const Theme &t = c.theme;
    const bool enabled = o.state & QStyle::State_Enabled;
    const QRect handle = c.style.subControlRect(QStyle::CC_Slider, &o, QStyle::SC_SliderHandle, c.widget);
    const int track = t.metrics().slimTrack;
    QRectF whole, done;
    if (o.orientation == Qt::Horizontal) {
        whole = QRectF(o.rect.left(), o.rect.center().y() - track / 2.0 + 0.5, o.rect.width(), track);
        done = whole;
        if (o.upsideDown) done.setLeft(handle.center().x());
        else done.setRight(handle.center().x());
    } else {
        whole = QRectF(o.rect.center().x() - track / 2.0 + 0.5, o.rect.top(), track, o.rect.height());
        done = whole;
        done.setTop(handle.center().y());
    }
    drawBox(c.painter, whole, track / 2.0, t[Colour::Surface3]);
    drawBox(c.painter, done, track / 2.0, t[enabled ? Colour::Accent : Colour::Line2]);
    const qreal side = t.px(14);
    const QRectF knob(handle.center().x() - side / 2 + 0.5, handle.center().y() - side / 2 + 0.5, side, side);
    drawBox(c.painter, knob, side / 2, t[Colour::Surface2], t[enabled ? Colour::Accent : Colour::Line2], 2);
}

void progress(const Canvas &c, const QStyleOptionProgressBar &o)
{
    const Theme &t = c.theme;
    const int high = t.metrics().slimTrack;
    const QRectF track(o.rect.left(), o.rect.center().y() - high / 2.0 + 0.5, o.rect.width(), high);
    drawBox(c.painter, track, high / 2.0, t[Colour::Surface3]);
    const int span = o.maximum - o.minimum;
    if (span <= 0) return;
    QRectF done = track;
    done.setWidth(track.width() * qBound(0.0, double(o.progress - o.minimum) / span, 1.0));
    drawBox(c.painter, done, high / 2.0, t[Colour::Accent]);
}

} // namespace

bool drawViewPrimitive(const Canvas &c, QStyle::PrimitiveElement element, const QStyleOption &o)
{
    const Theme &t = c.theme;
    switch (element) {
    case QStyle::PE_FrameTabBarBase: return true; // the strip's owner draws the hairline
    case QStyle::PE_FrameTabWidget: hairlineAcross(c.painter, o.rect.left(), o.rect.right(), o.rect.top(), t[Colour::Line1]); return true;
    case QStyle::PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&o)) itemPanel(c, *item);
        return true;
    case QStyle::PE_PanelItemViewRow: return true;
    case QStyle::PE_IndicatorHeaderArrow: return true; // part of the label
    case QStyle::PE_IndicatorBranch:
        if (o.state & QStyle::State_Children) {
            const int side = t.metrics().iconInline;
            drawIcon(c.painter, (o.state & QStyle::State_Open) ? "chevron-down" : "chevron-right",
                     QRect(o.rect.center().x() - side / 2, o.rect.center().y() - side / 2, side, side), t[Colour::Text2]);
        }
        return true;
    case QStyle::PE_IndicatorTabClose: {
        const int side = t.metrics().iconInline;
        drawIcon(c.painter, "x", QRect(o.rect.center().x() - side / 2, o.rect.center().y() - side / 2, side, side), t[Colour::Text3]);
        return true;
    }
    case QStyle::PE_PanelScrollAreaCorner:
    case QStyle::PE_PanelStatusBar:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_FrameDockWidget:
    case QStyle::PE_PanelToolBar: return true;
    case QStyle::PE_IndicatorToolBarSeparator:
        hairlineDown(c.painter, o.rect.center().x(), o.rect.top() + 6, o.rect.bottom() - 6, t[Colour::Line1]);
        return true;
    default: return false;
    }
}

bool drawViewControl(const Canvas &c, QStyle::ControlElement element, const QStyleOption &o)
{
    const Theme &t = c.theme;
    switch (element) {
    case QStyle::CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&o)) tabShape(c, *tab);
        return true;
    case QStyle::CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&o)) tabLabel(c, *tab);
        return true;
    case QStyle::CE_HeaderSection:
    case QStyle::CE_HeaderEmptyArea: headerGround(c, o.rect); return true;
    case QStyle::CE_Header: // whole, as the base style would keep room for an arrow of its own
        headerGround(c, o.rect);
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&o)) headerLabel(c, *header);
        return true;
    case QStyle::CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(&o)) headerLabel(c, *header);
        return true;
    case QStyle::CE_Splitter:
        if (o.state & QStyle::State_Horizontal) hairlineDown(c.painter, o.rect.center().x(), o.rect.top(), o.rect.bottom(), t[Colour::Line1]);
        else hairlineAcross(c.painter, o.rect.left(), o.rect.right(), o.rect.center().y(), t[Colour::Line1]);
        return true;
    case QStyle::CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&o)) progress(c, *bar);
        return true;
    case QStyle::CE_SizeGrip:
    case QStyle::CE_ToolBar: return true;
    case QStyle::CE_FocusFrame:
        drawFocusRing(c.painter, QRectF(o.rect).adjusted(3, 3, -3, -3), t.metrics().radiusControl, t);
        return true;
    default: return false;
    }
}

bool drawBarComplex(const Canvas &c, QStyle::ComplexControl control, const QStyleOptionComplex &o)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&o);
    if (!bar) return false;
    if (control == QStyle::CC_ScrollBar) scrollBar(c, *bar);
    else if (control == QStyle::CC_Slider) slider(c, *bar);
    else return false;
    return true;
}

} // namespace vox::kit
