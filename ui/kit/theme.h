#pragma once
#include "ui/kit/colours.h"
#include "ui/kit/metrics.h"
#include "ui/kit/type.h"
#include <QObject>
#include <QPalette>

class QWidget;

namespace vox::kit {

enum class Brightness { System, Light, Dark };

// The look as values: colours, fonts, sizes, icons' inks. Owned by the application's Style; screens find it with
// Theme::of(). Main thread only. Everything drawn is asked from here while drawing, so that a change needs no bookkeeping:
// after changed() every widget gets QEvent::StyleChange and repaints.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    // The theme of the style that draws `widget` (of the application without one). Never fails: outside a kit style it
    // is a plain light theme.
    static const Theme &of(const QWidget *widget = nullptr);

    const QColor &operator[](Colour role) const { return m_colours[role]; }
    const QColor &strong(Meaning meaning) const { return m_colours[meaning].strong; }
    const QColor &soft(Meaning meaning) const { return m_colours[meaning].soft; }
    const QColor &solid(Meaning meaning) const { return m_colours[meaning].solid; }
    const QColor &onSolid(Meaning meaning) const { return m_colours[meaning].onSolid; }
    // Series colour; wraps around.
    const QColor &chart(int series) const { return m_colours.chart.at(series % m_colours.chart.size()); }
    const Colours &colours() const { return m_colours; }
    // `below` with the hover (6 %) or pressed (12 %) overlay.
    QColor hovered(const QColor &below) const;
    QColor pressed(const QColor &below) const;

    const Metrics &metrics() const { return m_metrics; }
    const Type &type() const { return m_type; }
    const QFont &font(TextStyle style) const { return m_type.font(style); }
    // A length of the look that has no name, multiplied by the text scale.
    int px(qreal atFullSize) const { return qRound(atFullSize * m_scale); }
    QPalette palette() const;
    // Milliseconds of a movement; 0 when the person asked for less motion.
    int motion(int ms) const { return m_lessMotion ? 0 : ms; }

    bool isDark() const { return m_dark; }
    Brightness brightness() const { return m_brightness; }
    void setBrightness(Brightness brightness);
    qreal textScale() const { return m_scale; }
    // Clamped to 0.9 to 1.5.
    void setTextScale(qreal scale);
    void setLessMotion(bool less) { m_lessMotion = less; }

signals:
    void changed();

private:
    void reload();

    Colours m_colours;
    Metrics m_metrics;
    Type m_type;
    Brightness m_brightness = Brightness::System;
    qreal m_scale = 1.0;
    bool m_dark = false;
    bool m_lessMotion = false;
};

} // namespace vox::kit
