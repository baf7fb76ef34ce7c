#include "ui/kit/glyph_cache.h"
#include "ui/kit/theme.h"
#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
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
    QTextLayout layout(width > 0 ? metrics.elidedText(text, Qt::ElideRight, width) : text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    made->runs = layout.glyphRuns();
    made->width = qCeil(line.naturalTextWidth());
    made->height = qCeil(line.height());
    m_texts.insert(key, made);
    return *made;
}

// Setting a colour makes a new pen each time; setting a pen does not.
const QPen &GlyphCache::pen(const QColor &ink)
{
    const auto known = m_pens.constFind(ink.rgba());
    return known != m_pens.constEnd() ? *known : *m_pens.insert(ink.rgba(), QPen(ink));
}

void GlyphCache::draw(QPainter &painter, const Theme &theme, TextStyle style, const QRect &rect, const QString &text, const QColor &ink,
                      Qt::Alignment align)
{
    if (text.isEmpty() || rect.width() <= 0) return;
    const Entry *shown = &entry(theme, style, text, 0);
    if (shown->width > rect.width()) shown = &entry(theme, style, text, rect.width());
    painter.setPen(pen(ink));
    const int x = (align & Qt::AlignRight) ? rect.right() + 1 - shown->width
                : (align & Qt::AlignHCenter) ? rect.center().x() - shown->width / 2 : rect.left();
    const QPointF at(x, rect.top() + (rect.height() - shown->height) / 2);
    for (const QGlyphRun &run : shown->runs) painter.drawGlyphRun(at, run);
}

} // namespace vox::kit
