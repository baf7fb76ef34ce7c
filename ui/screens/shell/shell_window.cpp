#include "ui/screens/shell/shell_window.h"
#include "app/wording/wording.h"
#include "app/workspace/settings.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/kit/rail.h"
#include "ui/kit/toasts.h"
#include "ui/kit/top_bar.h"
#include "ui/screens/screen.h"
#include "ui/screens/shell/content_sheet.h"
#include "ui/screens/shell/help_window.h"
#include "ui/screens/shell/shell_commands.h"
#include "ui/screens/shell/shell_menus.h"
#include "ui/screens/shell/shell_palette.h"
#include "ui/screens/shell/shell_status.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/today_view_model.h"
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QGridLayout>
#include <QMenuBar>
#include <QToolButton>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int kKeepAfterMs = 1000;
}

ShellWindow::ShellWindow(const ShellParts &parts, QList<Place> places, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(parts)
    , m_places(std::move(places))
    , m_layout(parts.workspace.settings())
    , m_topBar(new kit::TopBar(this))
    , m_rail(new kit::Rail)
    , m_sheet(new ContentSheet)
    , m_status(new ShellStatus({parts.workspace, parts.call, parts.today, parts.microphoneName, parts.sync}))
{
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_rail, 0, 0);
    grid->addWidget(m_sheet, 0, 1);
    grid->addWidget(m_status, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 1);
    setCentralWidget(body);
    setMenuWidget(m_topBar);
    m_toasts = new kit::Toasts(this);
    int number = 1;
    for (const Place &place : m_places)
        m_rail->add(place.key, place.icon, place.title(), place.atBottom ? u"Ctrl+,"_s : u"Ctrl+%1"_s.arg(number++),
                    place.atBottom ? kit::Rail::Place::Bottom : kit::Rail::Place::Top);
    m_rail->setExpanded(m_layout.railExpanded());
    m_commands = new ShellCommands(*this, parts.call, parts.appearance);
    m_menus = new ShellMenus(*m_topBar->menuBar(), *m_commands, this);
    m_palette = new ShellPalette(*this, parts.workspace);
    m_topBar->assistant()->hide(); // there is none yet
    m_topBar->setCommandHint(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    connect(m_rail, &kit::Rail::chosen, this, [this](const QString &key) { showScreen(key); });
    connect(m_topBar, &kit::TopBar::commandRequested, this, &ShellWindow::openPalette);
    connect(m_status, &ShellStatus::workspacePressed, this, [this] { showScreen(u"settings"_s, u"workspace"_s); });
    // A conflict is decided where it is listed; everything else about the server stands in the settings.
    connect(m_status, &ShellStatus::syncPressed, this, [this] {
        const bool conflict = m_parts.sync && m_parts.sync->state().kind == SyncState::Kind::Conflict;
        showScreen(conflict ? u"today"_s : u"settings"_s, conflict ? QString() : u"workspace"_s);
    });
    connect(m_status, &ShellStatus::microphonePressed, this, [this] { showScreen(u"settings"_s, u"sound"_s); });
    connect(m_status, &ShellStatus::callPressed, this, [this] { showScreen(u"bench"_s); });
    connect(m_status, &ShellStatus::delayPressed, this, [this] { showScreen(u"today"_s); });
    connect(&parts.call, &CallViewModel::failed, this, qOverload<const Error &>(&ShellWindow::notify));
    connect(&parts.today, &TodayViewModel::changed, this,
            [this] { m_rail->setBadge(u"today"_s, int(m_parts.today.tasks().size()), kit::BadgeTone::Accent); });
    connect(&parts.workspace.agents(), &AgentDocuments::listChanged, this, &ShellWindow::listAgents);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfterMs);
    connect(&m_keepSoon, &QTimer::timeout, this, &ShellWindow::rememberLayout);
    setMinimumSize(800, 560);
    resize(1440, 900);
    if (const QByteArray geometry = m_layout.geometry(); !geometry.isEmpty()) restoreGeometry(geometry);
    translate();
    listAgents();
}

ShellWindow::~ShellWindow() = default;

const Place *ShellWindow::place(const QString &key) const
{
    for (const Place &place : m_places)
        if (place.key == key) return &place;
    return nullptr;
}

Screen *ShellWindow::screen(const QString &key)
{
    if (Screen *made = m_screens.value(key)) return made;
    const Place *wanted = place(key);
    if (!wanted) return nullptr;
    Screen *made = wanted->make(m_sheet);
    m_screens.insert(key, made);
    m_sheet->add(made);
    adopt(made);
    if (const QJsonObject state = m_layout.stateOf(key); !state.isEmpty()) made->restoreState(state);
    return made;
}

void ShellWindow::adopt(Screen *screen)
{
    connect(screen, &Screen::navigationRequested, this, &ShellWindow::showScreen);
    connect(screen, &Screen::noticed, this, qOverload<const Notice &>(&ShellWindow::notify));
    connect(screen, &Screen::callLikely, this, &ShellWindow::callLikely);
    const auto refresh = [this, screen] {
        if (screen != m_current) return;
        m_commands->yieldTo(screen->actions());
        m_menus->fill(screen);
        m_keepSoon.start();
        emit currentChanged();
    };
    connect(screen, &Screen::actionsChanged, this, refresh);
    connect(screen, &Screen::titleChanged, this, [this, screen, refresh] {
        if (screen == m_current) setWindowTitle(tr("%1 – Voxdesk").arg(screen->title()));
        refresh();
    });
}

void ShellWindow::showScreen(const QString &key, const QString &id)
{
    Screen *wanted = screen(key);
    if (!wanted) return;
    // The screen that is shown already goes to its beginning, as a second press on its name does everywhere.
    const bool again = wanted == m_current;
    m_current = wanted;
    m_sheet->show(wanted);
    m_rail->setCurrent(key);
    if (!id.isEmpty() || again) wanted->open(id);
    if (key == "agents"_L1 && !id.isEmpty()) m_layout.setLastAgent(id);
    m_layout.setScreen(key);
    setWindowTitle(tr("%1 – Voxdesk").arg(wanted->title()));
    m_commands->yieldTo(wanted->actions());
    m_menus->fill(wanted);
    if (isVisible()) wanted->setFocus(Qt::OtherFocusReason);
    m_keepSoon.start();
    emit currentChanged();
}

void ShellWindow::showLastScreen(const QString &fallback)
{
    const QString last = m_layout.screen();
    showScreen(place(last) ? last : fallback);
}

void ShellWindow::listAgents()
{
    whenDone(m_parts.workspace.agents().list(), this, [this](const Result<QList<AgentRow>> &agents) {
        if (!agents) return notify(agents.error());
        m_agents = *agents;
        emit agentsChanged();
    });
}

DocumentId ShellWindow::agentToCall() const
{
    QStringList wanted;
    if (const Screen *agents = m_screens.value(u"agents"_s); agents && agents == m_current)
        wanted.append(agents->saveState().value("open"_L1).toString());
    wanted.append(m_layout.lastAgent());
    for (const QString &id : wanted)
        for (const AgentRow &agent : m_agents)
            if (agent.id.text() == id) return agent.id;
    return m_agents.isEmpty() ? DocumentId() : m_agents.first().id;
}

void ShellWindow::call(DocumentId agent)
{
    if (agent.isNull() || m_parts.call.isRunning()) return;
    m_layout.setLastAgent(agent.text());
    const bool hears = !m_parts.microphoneName().isEmpty();
    m_parts.call.start(agent, hears ? CallViewModel::Mode::Microphone : CallViewModel::Mode::Text);
    showCall(hears);
}

void ShellWindow::continueCall(ConversationId conversation, DocumentId agent, bool typed)
{
    if (agent.isNull() || m_parts.call.isRunning()) return;
    m_layout.setLastAgent(agent.text());
    const bool hears = !typed && !m_parts.microphoneName().isEmpty();
    m_parts.call.goOn(conversation, agent, hears ? CallViewModel::Mode::Microphone : CallViewModel::Mode::Text);
    showCall(hears || typed);
}

void ShellWindow::showCall(bool asWished)
{
    if (!asWished)
        notify(Notice{Notice::Level::Information, tr("There is no microphone: this call is typed."), {}, {}, {}});
    // In the builder the call stands beside the graph; anywhere else the bench shows it.
    if (!m_current || (m_current->key() != "agents"_L1 && m_current->key() != "bench"_L1)) showScreen(u"bench"_s);
}

void ShellWindow::toggleCall()
{
    if (m_parts.call.isRunning()) m_parts.call.hangUp();
    else call(agentToCall());
}

void ShellWindow::showHelp(const QString &page)
{
    if (!m_help) {
        m_help = new HelpWindow(this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void ShellWindow::openPalette() { m_palette->open(); }

void ShellWindow::setRailExpanded(bool expanded)
{
    m_rail->setExpanded(expanded);
    m_layout.setRailExpanded(expanded);
    m_keepSoon.start();
}

bool ShellWindow::isRailExpanded() const { return m_rail->isExpanded(); }

void ShellWindow::notify(const Notice &notice)
{
    kit::Toast toast{kit::ToastLevel(int(notice.level)), notice.text, notice.detail, notice.actionLabel, notice.action};
    if (toast.action.isEmpty() && notice.level >= Notice::Level::Error) {
        toast.action = tr("Copy");
        toast.run = [text = notice.text + u'\n' + notice.detail] { QApplication::clipboard()->setText(text); };
    }
    m_toasts->post(toast);
}

void ShellWindow::notify(const Error &error)
{
    kit::Toast toast{kit::ToastLevel::Error, wording::whatHappened(error), wording::whatNext(error), tr("Copy details"), {}};
    const QString text = u"%1\n%2\n%3: %4\n%5"_s.arg(toast.title, toast.text, error.codeName(), error.args.join(u", "_s), error.detail);
    toast.run = [text] { QApplication::clipboard()->setText(text.trimmed()); };
    m_toasts->post(toast);
}

void ShellWindow::rememberLayout()
{
    m_layout.setGeometry(saveGeometry());
    for (auto it = m_screens.constBegin(); it != m_screens.constEnd(); ++it) m_layout.setState(it.key(), it.value()->saveState());
    m_layout.keep();
}

void ShellWindow::translate()
{
    int number = 1;
    for (const Place &place : m_places)
        m_rail->rename(place.key, place.title(), place.atBottom ? u"Ctrl+,"_s : u"Ctrl+%1"_s.arg(number++));
    m_commands->translate();
    m_menus->fill(m_current);
    setWindowTitle(m_current ? tr("%1 – Voxdesk").arg(m_current->title()) : u"Voxdesk"_s);
}

void ShellWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) translate();
}

void ShellWindow::closeEvent(QCloseEvent *event)
{
    rememberLayout();
    if (m_help) m_help->close();
    event->accept();
}

} // namespace vox
