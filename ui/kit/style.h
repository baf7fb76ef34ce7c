#pragma once
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include <QProxyStyle>

class QApplication;

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
    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;

private:
    void spread();

    Theme m_theme;
};

} // namespace vox::kit
