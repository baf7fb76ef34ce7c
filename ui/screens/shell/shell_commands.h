#pragma once
#include <QAction>
#include <QHash>
#include <QObject>

namespace vox {

class CallViewModel;
class ShellAppearance;
class ShellWindow;

// What can be done on every screen, as actions with texts, shortcuts and menus. Where a screen has the same shortcut, the
// screen's wins. Owned by the shell's window, GUI thread.
class ShellCommands : public QObject {
    Q_OBJECT
public:
    ShellCommands(ShellWindow &window, CallViewModel &call, ShellAppearance &appearance);

    // By menu: "file", "view", "call", "go", "help"; a null action is a separator.
    const QList<QAction *> &in(const QString &menu) const;
    // Theme and language, each one of a few: a submenu of "view".
    const QList<QAction *> &themes() const { return m_themes; }
    const QList<QAction *> &languages() const { return m_languages; }
    QString themesTitle() const { return tr("Theme"); }
    QString languagesTitle() const { return tr("Language"); }
    // Lets go of shortcuts that the current screen's actions have.
    void yieldTo(const QList<QAction *> &actions);
    void translate();

private:
    QAction *add(const QString &menu, const QString &key, const QKeySequence &shortcut, std::function<void()> run);
    void addGo();
    void addView();
    void showState();

    ShellWindow &m_window;
    CallViewModel &m_call;
    ShellAppearance &m_appearance;
    QHash<QString, QList<QAction *>> m_menus;
    QHash<QString, QAction *> m_byKey;
    QHash<QAction *, QKeySequence> m_shortcuts;
    QList<QAction *> m_themes, m_languages;
};

} // namespace vox
