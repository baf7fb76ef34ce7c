#include "ui/screens/shell/shell_palette.h"
#include "app/workspace/conversations.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/help_pages.h"
#include "ui/screens/shell/shell_commands.h"
#include "ui/screens/shell/shell_window.h"
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostConversations = 8;

QString plain(QString text) { return text.remove(u'&'); }

} // namespace

ShellPalette::ShellPalette(ShellWindow &window, Workspace &workspace)
    : QObject(&window), m_window(window), m_workspace(workspace), m_popup(new kit::CommandPalette(window.centralWidget()))
{
    m_popup->addSource([this](const QString &typed) { return conversations(typed); });
}

void ShellPalette::open()
{
    m_searched.clear();
    m_found.clear();
    m_popup->setEntries(entries());
    m_popup->open();
}

QList<kit::PaletteEntry> ShellPalette::entries() const
{
    QList<kit::PaletteEntry> out;
    const auto add = [&](QAction *action, const QString &kind) {
        if (!action || !action->isEnabled() || !action->isVisible() || action->text().isEmpty() || action->objectName() == "palette"_L1) return;
        const QPointer<QAction> guard(action);
        out.append({"corner-down-left", plain(action->text()), kind, action->shortcut().toString(QKeySequence::NativeText),
                    [guard] { if (guard) guard->trigger(); }});
    };
    if (const Screen *screen = m_window.current())
        for (QAction *action : screen->actions()) add(action, screen->title());
    for (const AgentRow &agent : m_window.agents())
        out.append({"workflow", agent.name, tr("Agent"), {}, [this, id = agent.id.text()] { m_window.showScreen(u"agents"_s, id); }});
    for (const QString &menu : {u"go"_s, u"call"_s, u"view"_s, u"file"_s, u"help"_s})
        for (QAction *action : m_window.commands().in(menu)) add(action, menu == "go"_L1 ? tr("Go") : tr("Command"));
    for (QAction *action : m_window.commands().themes()) add(action, m_window.commands().themesTitle());
    for (QAction *action : m_window.commands().languages()) add(action, m_window.commands().languagesTitle());
    const QList<std::pair<QString, QString>> settings{{u"appearance"_s, tr("Appearance")}, {u"sound"_s, tr("Sound devices")},
                                                      {u"addresses"_s, tr("Language models")}, {u"vendors"_s, tr("Vendors of speech")},
                                                      {u"reach"_s, tr("Where tools may send requests")}, {u"telemetry"_s, tr("Telemetry")},
                                                      {u"models"_s, tr("Models and voices")}, {u"workspace"_s, tr("Workspace")},
                                                      {u"people"_s, tr("People")}, {u"keys"_s, tr("API keys")}, {u"secrets"_s, tr("Secrets")},
                                                      {u"audit"_s, tr("Audit")}};
    for (const auto &[section, title] : settings)
        out.append({"settings", title, tr("Settings"), {}, [this, section = section] { m_window.showScreen(u"settings"_s, section); }});
    for (const HelpPage &page : helpPages())
        out.append({"book-open", page.title, tr("Help"), {}, [this, name = page.name] { m_window.showHelp(name); }});
    return out;
}

// What was found for the letters before stands until the new answer is here, so that the list does not flicker.
QList<kit::PaletteEntry> ShellPalette::conversations(const QString &typed)
{
    if (typed != m_searched) search(typed);
    QList<kit::PaletteEntry> out;
    for (const ConversationRow &row : m_found) {
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.started.value), QLocale::ShortFormat);
        out.append({"messages-square", u"%1, %2"_s.arg(row.agentName, when), tr("Conversation"), {},
                    [this, id = row.id.text()] { m_window.showScreen(u"conversations"_s, id); }});
    }
    return out;
}

void ShellPalette::search(const QString &typed)
{
    m_searched = typed;
    ConversationQuery query;
    query.text = typed;
    whenDone(m_workspace.conversations().query(query), this, [this, typed](const Result<ConversationPage> &page) {
        if (typed != m_searched || !page) return;
        m_found = page->rows.mid(0, kMostConversations);
        m_popup->setEntries(entries());
    });
}

} // namespace vox
