#pragma once
#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace vox {

class Screen;
class ShellCommands;

// Fills the menu bar with what the current screen can do and what can be done everywhere. Owned by the shell's window, GUI
// thread.
class ShellMenus : public QObject {
    Q_OBJECT
public:
    ShellMenus(QMenuBar &bar, ShellCommands &commands, QObject *parent);
    // Null: no screen yet.
    void fill(const Screen *screen);

private:
    QString title(const QString &menu) const;
    QMenuBar &m_bar;
    ShellCommands &m_commands;
    QHash<QString, QMenu *> m_menus;
    QMenu *m_themes, *m_languages;
};

} // namespace vox
