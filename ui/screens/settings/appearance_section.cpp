#include "ui/kit/segments.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/shell_appearance.h"
#include <QCoreApplication>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

SettingsSection *makeAppearanceSection(ShellAppearance &appearance)
{
    auto *section = new SettingsSection(u"appearance"_s, SettingsSection::tr("Appearance"), {});
    auto *theme = new kit::Segments;
    theme->add(SettingsSection::tr("As the system"), "monitor");
    theme->add(SettingsSection::tr("Light"), "sun");
    theme->add(SettingsSection::tr("Dark"), "moon");
    theme->setCurrent(int(appearance.theme()));
    QObject::connect(theme, &kit::Segments::currentChanged, &appearance, [&appearance](int index) { appearance.setTheme(ShellAppearance::Theme(index)); });
    QObject::connect(&appearance, &ShellAppearance::themeChanged, theme, [&appearance, theme] { theme->setCurrent(int(appearance.theme())); });
    section->addRow(SettingsSection::tr("Theme"), theme);
    auto *language = new kit::Segments({u"English"_s, u"Русский"_s});
    const QStringList languages = ShellAppearance::languages();
    language->setCurrent(int(languages.indexOf(appearance.language())));
    QObject::connect(language, &kit::Segments::currentChanged, &appearance,
                     [&appearance, languages](int index) { appearance.setLanguage(languages.value(index)); });
    section->addRow(SettingsSection::tr("Language"), language, SettingsSection::tr("Changes at once. Agents keep the languages they speak."));
    QStringList sizes;
    for (int percent = 90; percent <= 150; percent += 10) sizes.append(QLocale().toString(percent) + u" %"_s);
    auto *text = new kit::Segments(sizes);
    const auto index = [&appearance] { return qRound(appearance.textScale() * 10) - 9; };
    text->setCurrent(index());
    QObject::connect(text, &kit::Segments::currentChanged, &appearance, [&appearance](int chosen) { appearance.setTextScale((9 + chosen) / 10.0); });
    QObject::connect(&appearance, &ShellAppearance::textScaleChanged, text, [text, index] { text->setCurrent(index()); });
    section->addRow(SettingsSection::tr("Text size"), text);
    return section;
}

} // namespace vox
