#pragma once
#include <QObject>
#include <QStringList>

namespace vox {

class Settings;

// How the console looks and speaks for this operator: theme, language, size of text. Kept in the workspace's settings under
// "console.appearance"; owned by the program, UI thread. It only remembers; the program applies what changed() announces.
class ShellAppearance : public QObject {
    Q_OBJECT
public:
    enum class Theme { System, Light, Dark };
    Q_ENUM(Theme)

    explicit ShellAppearance(Settings &settings, QObject *parent = nullptr);

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    // "en" or "ru"; before somebody chose, the system's when it is one of these.
    QString language() const { return m_language; }
    void setLanguage(const QString &language);
    static QStringList languages();
    // 0.9 to 1.5 in steps of 0.1.
    double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    // What is set from here on is for this run only; for pictures.
    void forgetFromNowOn() { m_keeps = false; }

signals:
    void themeChanged();
    void languageChanged();
    void textScaleChanged();

private:
    void keep();

    Settings &m_settings;
    Theme m_theme = Theme::System;
    QString m_language;
    double m_textScale = 1.0;
    bool m_keeps = true;
};

} // namespace vox
