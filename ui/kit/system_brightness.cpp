#include "ui/kit/system_brightness.h"
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace vox::kit {

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#elif defined(Q_OS_WIN)
    const QSettings personal(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
                             QSettings::NativeFormat);
    return personal.value(u"AppsUseLightTheme"_s, 1).toInt() == 0;
#else
    // The palette the desktop gave at the start, before ours replaced it.
    static const bool dark = [] {
        const QPalette given = QGuiApplication::palette();
        return given.color(QPalette::Window).lightness() < given.color(QPalette::WindowText).lightness();
    }();
    return dark;
#endif
}

void onSystemBrightness([[maybe_unused]] QObject *context, [[maybe_unused]] void (*changed)(QObject *))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, context,
                     [context, changed] { changed(context); });
#endif
}

} // namespace vox::kit
