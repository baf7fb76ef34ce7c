#include "ui/viewmodels/shell_appearance.h"
#include "app/workspace/settings.h"
#include <QJsonObject>
#include <QLocale>
#include <QMetaEnum>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallest = 0.9, kLargest = 1.5;

double stepped(double scale) { return std::round(qBound(kSmallest, scale, kLargest) * 10) / 10; }

QString systemLanguage()
{
    const QString language = QLocale::system().name().section(u'_', 0, 0);
    return ShellAppearance::languages().contains(language) ? language : u"en"_s;
}

} // namespace

ShellAppearance::ShellAppearance(Settings &settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    const QJsonObject kept = settings.value(u"console.appearance"_s).toObject();
    bool known = false;
    const int theme = QMetaEnum::fromType<Theme>().keyToValue(kept.value("theme"_L1).toString().toLatin1().constData(), &known);
    if (known) m_theme = Theme(theme);
    const QString language = kept.value("language"_L1).toString();
    m_language = languages().contains(language) ? language : systemLanguage();
    m_textScale = stepped(kept.value("text_scale"_L1).toDouble(1.0));
}

QStringList ShellAppearance::languages() { return {u"en"_s, u"ru"_s}; }

void ShellAppearance::setTheme(Theme theme)
{
    if (theme == m_theme) return;
    m_theme = theme;
    keep();
    emit themeChanged();
}

void ShellAppearance::setLanguage(const QString &language)
{
    if (language == m_language || !languages().contains(language)) return;
    m_language = language;
    keep();
    emit languageChanged();
}

void ShellAppearance::setTextScale(double scale)
{
    const double wanted = stepped(scale);
    if (qFuzzyCompare(wanted, m_textScale)) return;
    m_textScale = wanted;
    keep();
    emit textScaleChanged();
}

void ShellAppearance::keep()
{
    if (!m_keeps) return;
    m_settings.setValue(u"console.appearance"_s,
                        QJsonObject{{u"theme"_s, QString::fromLatin1(QMetaEnum::fromType<Theme>().valueToKey(int(m_theme)))},
                                    {u"language"_s, m_language},
                                    {u"text_scale"_s, m_textScale}});
}

} // namespace vox
