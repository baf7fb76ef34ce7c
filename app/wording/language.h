#pragma once
#include <QTranslator>

class QCoreApplication;
class QProcessEnvironment;

namespace vox {

// The words of the running program in one language: ours and Qt's own. Owned by main(), main thread. A change reaches every
// widget as one QEvent::LanguageChange; numbers and dates follow the default locale.
class Language final : public QTranslator {
    Q_OBJECT
public:
    explicit Language(QCoreApplication &app);
    ~Language() override;
    // "en" or "ru".
    void speak(const QString &language);
    QString spoken() const { return m_spoken; }

    QString translate(const char *context, const char *text, const char *disambiguation, int n) const override;
    bool isEmpty() const override { return false; }

private:
    QCoreApplication &m_app;
    QTranslator m_words, m_qt;
    QString m_spoken;
};

// The language a program without a window speaks: `asked` for, else the first of VOXDESK_LANGUAGE, LC_ALL, LC_MESSAGES and
// LANG that says something; "ru" or "en". An `asked` that is neither answers an empty string.
QString languageFor(const QString &asked, const QProcessEnvironment &environment);

} // namespace vox
