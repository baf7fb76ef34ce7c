#pragma once
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include <QPointer>
#include <QProxyStyle>

class QApplication;
class QFocusFrame;

namespace vox::kit {

// Draws every standard control after the look; no style sheets. Owned by the application (install() makes and sets it);
// owns the Theme. A change of theme sets the application's palette and font and repaints all widgets.
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();

    // Loads the fonts (from "fonts" beside the program where the system has none) and sets a new Style on `app`.
    static Style &install(QApplication &app);

    Theme &theme() { return m_theme; }
    const Theme &theme() const { return m_theme; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void spread();
    void followFocus(QWidget *now);

    Theme m_theme;
    QPointer<QFocusFrame> m_ring;
};

} // namespace vox::kit
