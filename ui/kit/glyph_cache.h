#pragma once
#include "ui/kit/type.h"
#include <QCache>
#include <QGlyphRun>
#include <QHash>
#include <QList>
#include <QPen>
#include <QStringView>

class QPainter;

namespace vox::kit {

class Theme;

// Text laid out once and drawn many times: what rows are made of. Drawing a text it knows allocates nothing. Forgets
// everything when the theme changes and the oldest texts beyond a few thousand.
class GlyphCache {
public:
    GlyphCache();
    // One line in `rect`, vertically centred, elided at the end.
    void draw(QPainter &painter, const Theme &theme, TextStyle style, const QRect &rect, const QString &text, const QColor &ink,
              Qt::Alignment align = Qt::AlignLeft);
    void clear() { m_texts.clear(); }

private:
    struct Key {
        QString text;
        int style; // and the width it was elided to, 0 when it fits
        int width;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &k, size_t seed = 0) { return qHashMulti(seed, k.text, k.style, k.width); }
    };
    struct Entry {
        QList<QGlyphRun> runs; // several where a fallback font steps in
        int width = 0;
        int height = 0;
    };
    const Entry &entry(const Theme &theme, TextStyle style, const QString &text, int width);
    const QPen &pen(const QColor &ink);
    QCache<Key, Entry> m_texts;
    QHash<QRgb, QPen> m_pens;
};

} // namespace vox::kit
