#include "ui/kit/count_badge.h"
#include "ui/kit/paint.h"

using namespace Qt::StringLiterals;

namespace vox::kit {

namespace {

QString shown(int count)
{
    return count > 999 ? u"999+"_s : QString::number(count);
}

} // namespace

CountBadge::CountBadge(int count, BadgeTone tone, QWidget *parent)
    : QWidget(parent)
    , m_count(count)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(count > 0);
}

void CountBadge::setCount(int count)
{
    if (count == m_count) return;
    m_count = count;
    setVisible(count > 0);
    updateGeometry();
    update();
}

QSize CountBadge::sizeHint() const
{
    return sizeOf(m_count);
}

QSize CountBadge::sizeOf(int count)
{
    const Theme &t = Theme::of();
    const int high = t.px(16);
    return {qMax(high, textWidth(t.font(TextStyle::SmallStrong), shown(count)) + 2 * t.px(5)), high};
}

void CountBadge::draw(QPainter &painter, const QRect &box, int count, BadgeTone tone)
{
    const Theme &t = Theme::of();
    const bool accent = tone == BadgeTone::Accent;
    drawBox(painter, box, box.height() / 2.0, t[accent ? Colour::Accent : Colour::Surface3]);
    painter.setFont(t.font(TextStyle::SmallStrong));
    painter.setPen(t[accent ? Colour::OnAccent : Colour::Text2]);
    painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, shown(count));
}

void CountBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_count, m_tone);
}

} // namespace vox::kit
