#include "app/wording/language.h"
#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QProcessEnvironment>

// A resource of a static library is there only once it is asked for, and outside any namespace.
static void initWords() { Q_INIT_RESOURCE(voxdesk_words); }

namespace vox {

using namespace Qt::StringLiterals;

Language::Language(QCoreApplication &app) : m_app(app)
{
    initWords();
    m_app.installTranslator(this);
}

Language::~Language()
{
    m_app.removeTranslator(this);
}

void Language::speak(const QString &language)
{
    if (language == m_spoken) return;
    m_spoken = language;
    QLocale::setDefault(language == "ru"_L1 ? QLocale(QLocale::Russian, QLocale::Russia) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    // A language without a file speaks as the sources do.
    (void)m_words.load(u":/i18n/voxdesk_"_s + language);
    (void)m_qt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&m_app, &changed);
}

QString Language::translate(const char *context, const char *text, const char *disambiguation, int n) const
{
    const QString ours = m_words.isEmpty() ? QString() : m_words.translate(context, text, disambiguation, n);
    return ours.isNull() && !m_qt.isEmpty() ? m_qt.translate(context, text, disambiguation, n) : ours;
}

QString languageFor(const QString &asked, const QProcessEnvironment &environment)
{
    const auto spoken = [](const QString &name) { return name == "ru"_L1 || name == "en"_L1; };
    if (!asked.isEmpty()) return spoken(asked) ? asked : QString();
    for (const char *variable : {"VOXDESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const QString value = environment.value(QLatin1String(variable));
        if (value.isEmpty()) continue;
        const QString name = QLocale(value).name().section(u'_', 0, 0);
        return spoken(name) ? name : u"en"_s;
    }
    return u"en"_s;
}

} // namespace vox
