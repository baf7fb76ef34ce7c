#include "ui/kit/style.h"
#include <QApplication>
#include <QDir>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace vox::kit {

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
    connect(&m_theme, &Theme::changed, this, &Style::spread);
}

Style &Style::install(QApplication &app)
{
    const QDir beside(QApplication::applicationDirPath());
    Type::loadFamilies({beside.filePath(u"fonts"_s), beside.filePath(u"../share/voxdesk/fonts"_s)});
    auto *style = new Style;
    app.setStyle(style);
    style->spread();
    return *style;
}

void Style::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const QVariant text = widget->property("kitText");
    if (text.isValid()) widget->setFont(m_theme.font(TextStyle(text.toInt())));
    const QVariant ink = widget->property("kitInk"), meaning = widget->property("kitMeaning");
    const QVariant surface = widget->property("kitSurface");
    if (ink.isValid() || meaning.isValid() || surface.isValid()) {
        QPalette palette = m_theme.palette();
        const QColor colour = ink.isValid() ? m_theme[Colour(ink.toInt())]
                            : meaning.isValid() ? m_theme.strong(Meaning(meaning.toInt())) : QColor();
        if (colour.isValid())
            for (const auto group : {QPalette::Active, QPalette::Inactive})
                for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
                    palette.setColor(group, role, colour);
        if (surface.isValid()) {
            palette.setColor(QPalette::Window, m_theme[Colour(surface.toInt())]);
            widget->setAutoFillBackground(true);
        }
        widget->setPalette(palette);
    }
}

// Tells every widget; layouts ask for size hints again by themselves.
void Style::spread()
{
    if (QApplication::style() != this) return;
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(TextStyle::Body));
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        polish(widget);
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace vox::kit
