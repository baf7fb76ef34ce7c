#include "ui/kit/theme.h"
#include "ui/kit/style.h"
#include "ui/kit/system_brightness.h"
#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QWidget>

using namespace Qt::StringLiterals;

// Outside the namespace, as the macro asks.
static void linkLook()
{
    Q_INIT_RESOURCE(kit_look);
}

namespace vox::kit {

namespace {

const QJsonObject &tokens()
{
    static const QJsonObject object = [] {
        linkLook();
        QFile file(u":/look/tokens.json"_s);
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        return open ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return object;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    reload();
    onSystemBrightness(this, [](QObject *theme) {
        auto *self = static_cast<Theme *>(theme);
        if (self->m_brightness == Brightness::System) self->reload();
    });
}

const Theme &Theme::of(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    if (const auto *kit = qobject_cast<const Style *>(style)) return kit->theme();
    if (const auto *kit = qobject_cast<const Style *>(QApplication::style())) return kit->theme();
    static const Theme plain;
    return plain;
}

QColor Theme::hovered(const QColor &below) const
{
    return mixed(below, m_colours[Colour::Text1], 0.06);
}

QColor Theme::pressed(const QColor &below) const
{
    return mixed(below, m_colours[Colour::Text1], 0.12);
}

QPalette Theme::palette() const
{
    const auto c = [this](Colour role) { return m_colours[role]; };
    QPalette out;
    const auto set = [&](QPalette::ColorRole role, Colour colour, Colour disabled) {
        out.setColor(QPalette::Active, role, c(colour));
        out.setColor(QPalette::Inactive, role, c(colour));
        out.setColor(QPalette::Disabled, role, c(disabled));
    };
    set(QPalette::Window, Colour::Surface1, Colour::Surface1);
    set(QPalette::WindowText, Colour::Text1, Colour::TextDisabled);
    set(QPalette::Base, Colour::Surface2, Colour::Surface1);
    set(QPalette::AlternateBase, Colour::Surface1, Colour::Surface1);
    set(QPalette::Text, Colour::Text1, Colour::TextDisabled);
    set(QPalette::PlaceholderText, Colour::Text3, Colour::TextDisabled);
    set(QPalette::Button, Colour::Surface2, Colour::Surface1);
    set(QPalette::ButtonText, Colour::Text1, Colour::TextDisabled);
    set(QPalette::BrightText, Colour::OnAccent, Colour::TextDisabled);
    set(QPalette::ToolTipBase, Colour::Text1, Colour::Text1);
    set(QPalette::ToolTipText, Colour::Surface1, Colour::Surface1);
    set(QPalette::Highlight, Colour::Accent, Colour::Surface3);
    set(QPalette::HighlightedText, Colour::OnAccent, Colour::TextDisabled);
    set(QPalette::Link, Colour::Accent, Colour::TextDisabled);
    set(QPalette::LinkVisited, Colour::Accent, Colour::TextDisabled);
    set(QPalette::Light, Colour::Surface2, Colour::Surface1);
    set(QPalette::Midlight, Colour::Surface3, Colour::Surface3);
    set(QPalette::Mid, Colour::Line2, Colour::Line1);
    set(QPalette::Dark, Colour::Line3, Colour::Line1);
    set(QPalette::Shadow, Colour::Line3, Colour::Line1);
    return out;
}

void Theme::setBrightness(Brightness brightness)
{
    if (brightness == m_brightness) return;
    m_brightness = brightness;
    reload();
}

void Theme::setTextScale(qreal scale)
{
    scale = qBound(0.9, scale, 1.5);
    if (qFuzzyCompare(scale, m_scale)) return;
    m_scale = scale;
    reload();
}

void Theme::reload()
{
    m_dark = m_brightness == Brightness::Dark || (m_brightness == Brightness::System && systemIsDark());
    m_colours = Colours::read(tokens()["color"_L1].toObject()[m_dark ? "dark"_L1 : "light"_L1].toObject());
    m_metrics = Metrics::read(tokens(), m_scale);
    m_type = Type::read(tokens(), m_scale);
    emit changed();
}

} // namespace vox::kit
