#include "ui/screens/shell/shell_look.h"
#include "ui/kit/style.h"
#include "app/wording/language.h"
#include "ui/viewmodels/shell_appearance.h"

namespace vox {

namespace {

kit::Brightness brightness(ShellAppearance::Theme theme)
{
    switch (theme) {
    case ShellAppearance::Theme::System: return kit::Brightness::System;
    case ShellAppearance::Theme::Light: return kit::Brightness::Light;
    case ShellAppearance::Theme::Dark: return kit::Brightness::Dark;
    }
    return kit::Brightness::System;
}

} // namespace

ShellLook::ShellLook(ShellAppearance &appearance, kit::Style &style, Language &language, QObject *parent)
    : QObject(parent), m_appearance(appearance), m_style(style), m_language(language)
{
    connect(&appearance, &ShellAppearance::themeChanged, this, &ShellLook::apply);
    connect(&appearance, &ShellAppearance::languageChanged, this, &ShellLook::apply);
    connect(&appearance, &ShellAppearance::textScaleChanged, this, &ShellLook::apply);
    apply();
}

void ShellLook::apply()
{
    m_language.speak(m_appearance.language());
    m_style.theme().setBrightness(brightness(m_appearance.theme()));
    m_style.theme().setTextScale(m_appearance.textScale());
}

} // namespace vox
