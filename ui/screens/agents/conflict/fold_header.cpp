#include "ui/screens/agents/conflict/fold_header.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include <QLocale>

namespace vox {

using kit::Colour;
using kit::TextStyle;

FoldHeader::FoldHeader(const QString &title, int count, const QString &note, QWidget *parent) : QAbstractButton(parent), m_count(count), m_note(note)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FoldHeader::setBody(QWidget *body, bool open)
{
    setCheckable(body);
    setFocusPolicy(body ? Qt::TabFocus : Qt::NoFocus);
    if (!body) return;
    setChecked(open);
    body->setVisible(open);
    connect(this, &QAbstractButton::toggled, body, &QWidget::setVisible);
}

QSize FoldHeader::sizeHint() const { return {300, kit::Theme::of(this).metrics().sectionHeader}; }

void FoldHeader::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), underMouse() && isCheckable() ? theme.hovered(theme[Colour::Surface0]) : theme[Colour::Surface0]);
    kit::hairlineAcross(painter, 0, width(), height() - 1, theme[Colour::Line1]);
    const int pad = theme.metrics().panelPadding, icon = theme.metrics().iconInline;
    if (isCheckable())
        kit::drawIcon(painter, isChecked() ? "chevron-down" : "chevron-right", QRect(pad, (height() - icon) / 2, icon, icon), theme[Colour::Text2]);
    int x = pad + icon + theme.px(8);
    painter.setFont(theme.font(TextStyle::BodyStrong));
    const int wide = painter.fontMetrics().horizontalAdvance(text());
    kit::drawLine(painter, QRect(x, 0, wide + 2, height()), text(), theme[Colour::Text1]);
    x += wide + theme.px(10);
    const QString count = QLocale().toString(m_count);
    painter.setFont(theme.font(TextStyle::SmallStrong));
    const int side = std::max(theme.px(18), painter.fontMetrics().horizontalAdvance(count) + theme.px(10));
    const QRect badge(x, (height() - theme.px(18)) / 2, side, theme.px(18));
    kit::drawBox(painter, badge, badge.height() / 2.0, theme[Colour::Surface3]);
    painter.setPen(theme[Colour::Text2]);
    painter.drawText(badge, Qt::AlignCenter, count);
    painter.setFont(theme.font(TextStyle::Small));
    kit::drawLine(painter, QRect(badge.right() + pad, 0, width() - badge.right() - 2 * pad, height()), m_note, theme[Colour::Text2], Qt::AlignRight);
    if (hasFocus()) kit::drawBox(painter, QRectF(rect()).adjusted(1, 1, -1, -2), 4, {}, theme[Colour::AccentLine], 2);
}

} // namespace vox
