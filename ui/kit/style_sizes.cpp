#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/style.h"
#include <QAbstractSpinBox>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleHintReturnMask>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionHeader>
#include <QStyleOptionMenuItem>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>

namespace vox::kit {

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    const bool window = widget && widget->isWindow();
    switch (metric) {
    case PM_IndicatorWidth: return isSwitch(widget) ? m.switchWidth : m.checkbox;
    case PM_IndicatorHeight: return isSwitch(widget) ? m.switchHeight : m.checkbox;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m.checkbox;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return m_theme.px(6);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_MenuBarPanelWidth:
    case PM_MenuPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuDesktopFrameWidth: return 0;
    case PM_DefaultFrameWidth:
        // Only text areas keep a frame; tables and lists lie flat on their panel.
        if (widget && widget->inherits("QAbstractItemView")) return 0;
        return 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return m.half;
    case PM_MenuBarHMargin: return m.half;
    case PM_MenuBarVMargin: return 2;
    case PM_MenuBarItemSpacing: return 0;
    case PM_ScrollBarExtent: return m.scrollbar + 4;
    case PM_ScrollBarSliderMin: return m_theme.px(32);
    case PM_SplitterWidth: return 1;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize: return m.icon;
    case PM_ButtonIconSize: return m.iconInline;
    case PM_LineEditIconSize: return m.iconInline;
    case PM_TabBarTabHSpace: return 2 * m.grid;
    case PM_TabBarTabVSpace: return 0;
    case PM_HeaderMargin: return m.grid;
    case PM_HeaderMarkSize: return m.iconBadge;
    case PM_TreeViewIndentation: return m.icon;
    case PM_ToolTipLabelFrameWidth: return m.grid;
    case PM_TextCursorWidth: return 1;
    case PM_SliderLength:
    case PM_SliderControlThickness: return m_theme.px(14);
    case PM_SliderThickness: return m.minimumTarget;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return m.grid;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return window ? m.panelPadding : 0; // inner panels set their own padding
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_Menu_FlashTriggeredItem:
    case SH_Menu_FadeOutOnHide:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
    case SH_Menu_SupportsSections:
    case SH_FocusFrame_AboveWidget:
    case SH_PrintDialog_RightAlignButtons: return 1;
    case SH_Table_GridLineColor: return int(m_theme[Colour::Line1].rgba());
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 1;
    case SH_FocusFrame_Mask: return 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned); mask && option) {
            const int radius = hint == SH_Menu_Mask ? m_theme.metrics().radiusNode : m_theme.metrics().radiusControl;
            QPainterPath path;
            path.addRoundedRect(QRectF(option->rect).adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius);
            mask->region = QRegion(path.toFillPolygon().toPolygon());
            return 1;
        }
        return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

namespace {

QSize buttonSize(const Theme &t, const QStyleOptionButton &o, const QWidget *widget)
{
    const Metrics &m = t.metrics();
    const bool small = isSmall(widget);
    const int high = small ? m.small : m.normal;
    const int side = o.icon.isNull() ? 0 : (o.text.isEmpty() ? m.icon : m.iconInline);
    if (o.text.isEmpty()) return {high, high};
    QFont font = widget ? widget->font() : t.font(TextStyle::Body);
    if (buttonRole(widget) == ButtonRole::Primary) font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    int wide = metrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, o.text).width() + 2 * (small ? m.grid : t.px(12)) + 2;
    if (side) wide += side + t.px(6);
    if (o.features & QStyleOptionButton::HasMenu) wide += m.iconInline + m.half;
    return {wide, qMax(high, metrics.height() + 2 * m.half)};
}

QSize toolButtonSize(const Theme &t, const QStyleOptionToolButton &o, const QWidget *widget)
{
    const Metrics &m = t.metrics();
    const int high = isSmall(widget) ? m.small : m.normal;
    const bool words = !o.text.isEmpty() && (o.toolButtonStyle != Qt::ToolButtonIconOnly || o.icon.isNull());
    const int arrow = o.features & QStyleOptionToolButton::HasMenu && o.features & QStyleOptionToolButton::MenuButtonPopup ? m.icon : 0;
    if (!words) return {high + arrow, high};
    const bool icon = !o.icon.isNull() && o.toolButtonStyle != Qt::ToolButtonTextOnly;
    const int text = QFontMetrics(o.font).size(Qt::TextShowMnemonic | Qt::TextSingleLine, o.text).width();
    return {text + 2 * m.grid + (icon ? m.iconInline + t.px(6) : 0) + arrow, high};
}

QSize menuItemSize(const Theme &t, const QStyleOptionMenuItem &o)
{
    const Metrics &m = t.metrics();
    if (o.menuItemType == QStyleOptionMenuItem::Separator) return {m.grid, o.text.isEmpty() ? m.grid + 1 : m.menuRow};
    const qsizetype tab = o.text.indexOf(QLatin1Char('\t'));
    const QString name = tab < 0 ? o.text : o.text.left(tab);
    int wide = QFontMetrics(o.font).size(Qt::TextShowMnemonic | Qt::TextSingleLine, name).width() + m.grid + m.icon + m.grid + m.grid;
    if (tab >= 0) wide += m.panelPadding; // QMenu adds the column of shortcuts itself
    if (o.menuItemType == QStyleOptionMenuItem::SubMenu) wide += m.iconInline + m.grid;
    return {qMax(wide, t.px(160)), m.menuRow};
}

} // namespace

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    const int high = isSmall(widget) ? m.small : m.normal;
    switch (type) {
    case CT_PushButton:
        if (const auto *o = qstyleoption_cast<const QStyleOptionButton *>(option)) return buttonSize(m_theme, *o, widget);
        break;
    case CT_ToolButton:
        if (const auto *o = qstyleoption_cast<const QStyleOptionToolButton *>(option)) return toolButtonSize(m_theme, *o, widget);
        break;
    case CT_LineEdit: return {size.width() + 2 * m.half, qMax(high, size.height())};
    case CT_ComboBox: {
        const int arrow = m.iconInline + 2 * m.half;
        return {size.width() + arrow + 2 * m.grid, high};
    }
    case CT_SpinBox: return {size.width() + m.icon + m.grid, high};
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), m.minimumTarget)};
    }
    case CT_MenuItem:
        if (const auto *o = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) return menuItemSize(m_theme, *o);
        break;
    case CT_MenuBarItem: return {size.width() + 2 * m.grid, m.menuBar - 2 * 2};
    case CT_MenuBar: return {size.width(), m.menuBar};
    case CT_TabBarTab:
        if (const auto *o = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            // Sized for the bold face, so that choosing a tab moves nothing.
            const int icon = o->icon.isNull() ? 0 : m.icon + m_theme.px(6);
            const int text = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).size(Qt::TextShowMnemonic | Qt::TextSingleLine, o->text).width();
            const int told = widget ? widget->property("kitTabHeight").toInt() : 0;
            return {text + icon + 2 * m.grid, told > 0 ? m_theme.px(told) : m.sectionHeader};
        }
        break;
    case CT_HeaderSection:
        if (const auto *o = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const int arrow = o->sortIndicator != QStyleOptionHeader::None ? m.iconBadge + 2 : 0;
            return {textWidth(m_theme.font(TextStyle::SmallStrong), o->text) + arrow + 2 * m.grid, m.row};
        }
        break;
    case CT_ProgressBar: return {size.width(), m.slimTrack};
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), m.row)};
    }
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // QLineEdit itself keeps 2 px at either side of the text.
        const int side = frame && frame->lineWidth > 0 ? m.grid - 2 : m.grid - 3;
        return option->rect.adjusted(side, 1, -side, -1);
    }
    case SE_TabBarTabText:
    case SE_PushButtonFocusRect: return option->rect;
    case SE_TabWidgetTabContents: return QProxyStyle::subElementRect(element, option, widget);
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    const QRect r = option->rect;
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        const bool down = bar->orientation == Qt::Vertical;
        const int length = down ? r.height() : r.width();
        const int span = bar->maximum - bar->minimum;
        int slider = length;
        if (span > 0) slider = qBound(qMin(length, pixelMetric(PM_ScrollBarSliderMin, option, widget)),
                                      int(qint64(bar->pageStep) * length / qMax<qint64>(1, qint64(span) + bar->pageStep)), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        QRect out;
        switch (part) {
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: out = QRect(start, 0, slider, 0); break;
        case SC_ScrollBarSubPage: out = QRect(0, 0, start, 0); break;
        case SC_ScrollBarAddPage: out = QRect(start + slider, 0, length - start - slider, 0); break;
        default: return {};
        }
        return down ? QRect(r.x(), r.y() + out.x(), r.width(), out.width()) : QRect(r.x() + out.x(), r.y(), out.width(), r.height());
    }
    if (control == CC_ComboBox) {
        const int arrow = m.iconInline + 2 * m.half;
        const QRect whole = r;
        if (part == SC_ComboBoxArrow) return visualRect(option->direction, whole, QRect(r.right() + 1 - arrow - 2, r.y(), arrow, r.height()));
        if (part == SC_ComboBoxEditField) return visualRect(option->direction, whole, r.adjusted(3, 1, -arrow - 2, -1));
        if (part == SC_ComboBoxListBoxPopup) return QRect(r.x(), r.bottom() + m.half, r.width(), r.height());
        return r;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox) {
        const int wide = spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : m.icon + 2;
        const QRect buttons(r.right() - wide - 1, r.y() + 2, wide, r.height() - 4);
        if (part == SC_SpinBoxUp) return wide ? QRect(buttons.x(), buttons.y(), wide, buttons.height() / 2) : QRect();
        if (part == SC_SpinBoxDown) return wide ? QRect(buttons.x(), buttons.y() + buttons.height() / 2, wide, buttons.height() - buttons.height() / 2) : QRect();
        if (part == SC_SpinBoxEditField) return r.adjusted(3, 1, -wide - 2, -1);
        return r;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace vox::kit
