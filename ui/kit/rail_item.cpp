#include "ui/kit/rail_item.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

using namespace Qt::StringLiterals;

namespace vox::kit {

RailItem::RailItem(const QString &id, const char *icon, QWidget *parent)
    : QPushButton(parent)
    , m_id(id)
    , m_icon(icon)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailItem::setName(const QString &name, const QString &shortcut)
{
    setText(name);
    m_shortcut = shortcut;
    describe();
}

void RailItem::setBadge(int count, BadgeTone tone)
{
    if (count == m_count && tone == m_tone) return;
    m_count = count;
    m_tone = tone;
    describe();
    update();
}

void RailItem::setExpanded(bool expanded)
{
    m_expanded = expanded;
    describe();
    updateGeometry();
    update();
}

// Collapsed, the tool tip is the name; a reader hears the count in both forms.
void RailItem::describe()
{
    const QString keys = m_shortcut.isEmpty() ? QString() : u"  "_s + m_shortcut;
    setToolTip(m_expanded ? m_shortcut : text() + keys);
    setAccessibleName(m_count > 0 ? text() + u", "_s + QString::number(m_count) : text());
}

QSize RailItem::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.metrics().railCollapsed, t.px(36)};
}

void RailItem::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    const Metrics &m = t.metrics();
    QPainter painter(this);
    const QRect box = rect().adjusted(m.half, 0, -m.half, 0);
    const QColor behind = t[Colour::Surface0];
    if (isChecked()) drawBox(painter, box, m.radiusControl, t[Colour::Surface3]);
    else if (isDown()) drawBox(painter, box, m.radiusControl, t.pressed(behind));
    else if (underMouse()) drawBox(painter, box, m.radiusControl, t.hovered(behind));
    if (isChecked()) painter.fillRect(QRect(0, m.grid, 2, height() - 2 * m.grid), t[Colour::Accent]);
    const QColor ink = t[isChecked() || underMouse() ? Colour::Text1 : Colour::Text2];
    const int x = (m.railCollapsed - m.iconRail) / 2;
    drawIcon(painter, m_icon, QRect(x, (height() - m.iconRail) / 2, m.iconRail, m.iconRail), ink);
    const QSize badge = m_count > 0 ? CountBadge::sizeOf(m_count) : QSize();
    if (m_expanded) {
        const int right = box.right() - m.grid - (m_count > 0 ? badge.width() + m.half : 0);
        painter.setFont(t.font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        drawLine(painter, QRect(x + m.iconRail + t.px(12), 0, right - x - m.iconRail - t.px(12), height()), text(), ink);
        if (m_count > 0)
            CountBadge::draw(painter, QRect(QPoint(box.right() - m.grid - badge.width(), (height() - badge.height()) / 2), badge), m_count, m_tone);
    } else if (m_count > 0) {
        const QRect at(QPoint(width() - badge.width() - 3, 1), badge);
        drawBox(painter, at.adjusted(-2, -2, 2, 2), badge.height() / 2.0 + 2, behind);
        CountBadge::draw(painter, at, m_count, m_tone);
    }
}

} // namespace vox::kit
