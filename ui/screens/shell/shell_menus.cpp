#include "ui/screens/shell/shell_menus.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/shell_commands.h"
#include <QMenuBar>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QStringList kOrder{u"file"_s, u"edit"_s, u"view"_s, u"agent"_s, u"call"_s, u"go"_s, u"help"_s};
}

ShellMenus::ShellMenus(QMenuBar &bar, ShellCommands &commands, QObject *parent)
    : QObject(parent), m_bar(bar), m_commands(commands), m_themes(new QMenu(&bar)), m_languages(new QMenu(&bar))
{
    for (const QString &name : kOrder) m_menus.insert(name, bar.addMenu(QString()));
    m_themes->addActions(commands.themes());
    m_languages->addActions(commands.languages());
}

QString ShellMenus::title(const QString &menu) const
{
    switch (kOrder.indexOf(menu)) {
    case 0: return tr("&File");
    case 1: return tr("&Edit");
    case 2: return tr("&View");
    case 3: return tr("&Agent");
    case 4: return tr("&Call");
    case 5: return tr("&Go");
    default: return tr("&Help");
    }
}

// Menus keep their places: one that nobody has anything for is greyed. The screen's own come first.
void ShellMenus::fill(const Screen *screen)
{
    m_themes->setTitle(m_commands.themesTitle());
    m_languages->setTitle(m_commands.languagesTitle());
    for (const QString &name : kOrder) {
        QMenu *menu = m_menus.value(name);
        menu->clear();
        menu->setTitle(title(name));
        if (screen)
            for (QAction *action : screen->actions())
                if (Screen::menuOf(action) == name) menu->addAction(action);
        const QList<QAction *> &everywhere = m_commands.in(name);
        if (!menu->isEmpty() && !everywhere.isEmpty()) menu->addSeparator();
        for (QAction *action : everywhere)
            if (action) menu->addAction(action);
            else menu->addSeparator();
        if (name == "view"_L1) {
            menu->addSeparator();
            menu->addMenu(m_themes);
            menu->addMenu(m_languages);
        }
        menu->setEnabled(!menu->isEmpty());
    }
    m_bar.updateGeometry();
}

} // namespace vox
