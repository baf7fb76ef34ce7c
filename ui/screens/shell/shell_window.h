#pragma once
#include "app/workspace/agent_documents.h"
#include "ui/screens/notice.h"
#include "ui/screens/shell/place.h"
#include "ui/viewmodels/shell_layout.h"
#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

namespace vox {

class CallViewModel;
class ContentSheet;
class HelpWindow;
class Screen;
class ShellAppearance;
class ShellCommands;
class ShellMenus;
class ShellPalette;
class ShellStatus;
class SyncDriver;
class TodayViewModel;
class Workspace;
namespace kit { class Rail; class Toasts; class TopBar; }

// What the shell shows and drives; all of it outlives the window.
struct ShellParts {
    Workspace &workspace;
    CallViewModel &call;
    ShellAppearance &appearance;
    TodayViewModel &today;
    std::function<QString()> microphoneName;  // empty: there is none, calls are typed
    SyncDriver *sync = nullptr;               // null: no server can be joined
};

// The console's one window: menus, rail, the screen, status bar, toasts, Ctrl+K. Makes a screen when it is first shown and
// remembers how everything was left. Owned by main(), GUI thread.
class ShellWindow : public QMainWindow {
    Q_OBJECT
public:
    ShellWindow(const ShellParts &parts, QList<Place> places, QWidget *parent = nullptr);
    ~ShellWindow() override;

    const QList<Place> &places() const { return m_places; }
    // Unknown keys do nothing. Empty id: as the screen was left.
    void showScreen(const QString &key, const QString &id = {});
    // The screen that is shown; null before the first.
    Screen *current() const { return m_current; }
    Screen *screen(const QString &key); // makes it; null for unknown keys
    // Where the last session was, else `fallback`.
    void showLastScreen(const QString &fallback);

    const QList<AgentRow> &agents() const { return m_agents; }
    // The agent F9 calls: the opened one, else the last one called, else the first. Null without agents.
    DocumentId agentToCall() const;
    void call(DocumentId agent);
    // Goes on with a call that was cut off.
    void continueCall(ConversationId conversation, DocumentId agent, bool typed);
    void toggleCall();
    void showHelp(const QString &page = {});
    void openPalette();
    void setRailExpanded(bool expanded);
    bool isRailExpanded() const;
    void notify(const Notice &notice);
    // An error as a toast that says what happened and what to do, with its detail to copy.
    void notify(const Error &error);
    void rememberLayout();

    kit::TopBar &topBar() { return *m_topBar; }
    ShellCommands &commands() { return *m_commands; }
    ShellPalette &commandPalette() { return *m_palette; }

signals:
    void currentChanged();
    void agentsChanged();
    void callLikely(); // of a screen

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    const Place *place(const QString &key) const;
    void adopt(Screen *screen);
    void translate();
    void listAgents();
    void showCall(bool asWished);

    ShellParts m_parts;
    QList<Place> m_places;
    ShellLayout m_layout;
    QHash<QString, Screen *> m_screens;
    QPointer<Screen> m_current;
    QList<AgentRow> m_agents;
    kit::TopBar *m_topBar;
    kit::Rail *m_rail;
    ContentSheet *m_sheet;
    kit::Toasts *m_toasts;
    ShellStatus *m_status;
    ShellCommands *m_commands;
    ShellMenus *m_menus;
    ShellPalette *m_palette;
    QPointer<HelpWindow> m_help;
    QTimer m_keepSoon;
};

} // namespace vox
