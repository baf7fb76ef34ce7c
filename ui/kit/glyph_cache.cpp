#include "ui/kit/glyph_cache.h"
#include "ui/kit/theme.h"
#include <QFontMetrics>
#include <QPainter>
#include <QtMath>

namespace vox::kit {

GlyphCache::GlyphCache()
    : m_texts(8000)
{
}

const GlyphCache::Entry &GlyphCache::entry(const Theme &theme, TextStyle style, const QString &text, int width)
{
    const Key key{text, int(style), width};
    if (const Entry *known = m_texts.object(key)) return *known;
    const QFont &font = theme.font(style);
    const QFontMetrics metrics(font);
    auto *made = new Entry;
    const QString shown = width > 0 ? metrics.elidedText(text, Qt::ElideRight, width) : text;
    made->text.setTextFormat(Qt::PlainText);
    made->text.setText(shown);
    made->text.prepare({}, font);
    made->width = metrics.horizontalAdvance(shown);
    m_texts.insert(key, made);
    return *made;
}

void GlyphCache::draw(QPainter &painter, const Theme &theme, TextStyle style, const QRect &rect, const QString &text, const QColor &ink,
                      Qt::Alignment align)
{
    if (text.isEmpty() || rect.width() <= 0) return;
    const Entry *shown = &entry(theme, style, text, 0);
    if (shown->width > rect.width()) shown = &entry(theme, style, text, rect.width());
    painter.setFont(theme.font(style));
    painter.setPen(ink);
    const int x = (align & Qt::AlignRight) ? rect.right() + 1 - shown->width
                : (align & Qt::AlignHCenter) ? rect.center().x() - shown->width / 2 : rect.left();
    const qreal y = rect.top() + (rect.height() - shown->text.size().height()) / 2;
    painter.drawStaticText(QPointF(x, qFloor(y + 0.5)), shown->text);
}

} // namespace vox::kit
