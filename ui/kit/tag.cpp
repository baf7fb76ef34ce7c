#include "ui/kit/tag.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

namespace vox::kit {

namespace {

int wide(const Theme &t, const QString &text, const char *icon)
{
    return textWidth(t.font(TextStyle::Small), text) + 2 * t.px(6) + (*icon ? t.metrics().iconBadge + t.metrics().half : 0);
}

} // namespace

Tag::Tag(const QString &text, Meaning meaning, const char *icon, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_meaning(meaning)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Tag::setText(const QString &text)
{
    if (text == m_text) return;
    m_text = text;
    updateGeometry();
    update();
}

void Tag::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void Tag::setIcon(const char *icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    const Theme &t = Theme::of(this);
    return {wide(t, m_text, m_icon), t.metrics().tag};
}

QSize Tag::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {qMin(sizeHint().width(), t.px(48)), t.metrics().tag};
}

void Tag::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &t = Theme::of(this);
    const int whole = wide(t, m_text, m_icon);
    QString shown = m_text;
    if (whole > width()) {
        const QFontMetrics metrics(t.font(TextStyle::Small));
        shown = metrics.elidedText(m_text, Qt::ElideRight, qMax(0, metrics.horizontalAdvance(m_text) - (whole - width())));
        setToolTip(m_text);
    }
    draw(painter, {0, (height() - t.metrics().tag) / 2}, shown, m_meaning, m_icon);
}

QRect Tag::draw(QPainter &painter, const QPoint &topLeft, const QString &text, Meaning meaning, const char *icon)
{
    const Theme &t = Theme::of();
    const Metrics &m = t.metrics();
    const QRect box(topLeft, QSize(wide(t, text, icon), m.tag));
    const bool filled = meaning == Meaning::Emergency;
    drawBox(painter, box, m.radiusTag, filled ? t.solid(meaning) : t.soft(meaning));
    const QColor ink = filled ? t.onSolid(meaning) : t.strong(meaning);
    QRect inner = box.adjusted(t.px(6), 0, 0, 0);
    if (*icon) {
        drawIcon(painter, icon, QRect(inner.left(), box.top() + (m.tag - m.iconBadge) / 2, m.iconBadge, m.iconBadge), ink);
        inner.setLeft(inner.left() + m.iconBadge + m.half);
    }
    painter.setFont(t.font(TextStyle::Small));
    painter.setPen(ink);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, text);
    return box;
}

} // namespace vox::kit
