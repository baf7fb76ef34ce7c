#pragma once
#include "models/store/conversation_store.h"
#include "ui/kit/command_palette.h"

namespace vox {

class ShellAppearance;
class ShellWindow;
class Workspace;

// Ctrl+K: commands, screens, agents, settings, help pages, and conversations that are searched while typing. Owned by the shell's
// window, GUI thread.
class ShellPalette : public QObject {
    Q_OBJECT
public:
    ShellPalette(ShellWindow &window, Workspace &workspace);
    void open();
    kit::CommandPalette &popup() { return *m_popup; }

private:
    QList<kit::PaletteEntry> entries() const;
    QList<kit::PaletteEntry> conversations(const QString &typed);
    void search(const QString &typed);

    ShellWindow &m_window;
    Workspace &m_workspace;
    kit::CommandPalette *m_popup;
    QString m_searched;
    QList<ConversationRow> m_found;
};

} // namespace vox
