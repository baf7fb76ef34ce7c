#include "ui/screens/agents/agents_screen.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_document.h"
#include "app/workspace/environments.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "ui/screens/agents/agent_list_page.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/conflict/conflict_page.h"
#include "ui/screens/agents/publish/releases_page.h"
#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView kMerge("merge:"), kReleases("releases");
}

AgentsScreen::AgentsScreen(Workspace &workspace, QWidget *parent, Environments *environments, BuilderServices services)
    : Screen(parent), m_workspace(workspace), m_own(environments ? nullptr : std::make_unique<Environments>(workspace)),
      m_environments(environments ? *environments : *m_own), m_services(std::move(services)), m_list(workspace)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    build();
}

AgentsScreen::~AgentsScreen()
{
    delete m_stack; // pages before the view models they show
}

void AgentsScreen::build()
{
    m_stack = new QStackedWidget(this);
    layout()->addWidget(m_stack);
    m_page = new AgentListPage(m_list, this);
    m_stack->addWidget(m_page);
    connect(m_page, &AgentListPage::openRequested, this, [this](DocumentId agent) { openAgent(agent); });
    connect(m_page, &AgentListPage::mergeRequested, this, &AgentsScreen::openConflict);
    connect(m_page, &AgentListPage::releasesRequested, this, &AgentsScreen::openReleases);
    connect(m_page, &AgentListPage::noticed, this, &AgentsScreen::noticed);
    offer(m_page->pageActions());
}

// What the shell's menus and Ctrl+K show is what can be done now.
void AgentsScreen::offer(const QList<QAction *> &offered)
{
    for (QAction *action : actions()) removeAction(action);
    addActions(offered);
    emit actionsChanged();
}

QString AgentsScreen::title() const
{
    return m_conflict ? m_conflict->title() : m_releases ? m_releases->title() : m_builder ? m_builder->title() : tr("Agents");
}

void AgentsScreen::showList()
{
    m_opening = {};
    closeConflict();
    closeReleases();
    if (!m_builder) return;
    m_lastStates.insert(m_builder->agent().text(), m_builder->saveState());
    m_stack->setCurrentWidget(m_page);
    offer(m_page->pageActions());
    BuilderPage *old = std::exchange(m_builder, nullptr);
    emit builderChanged();
    old->deleteLater();
    emit titleChanged();
}

void AgentsScreen::open(const QString &id)
{
    if (id.isEmpty()) return showList();
    if (id == kReleases) return openReleases();
    if (id.startsWith(kMerge)) {
        if (const auto agent = DocumentId::parse(id.mid(kMerge.size()))) openConflict(*agent);
        return;
    }
    if (const auto agent = DocumentId::parse(id)) openAgent(*agent);
}

// Over whatever is open; going back returns there.
void AgentsScreen::openConflict(DocumentId agent)
{
    if (m_conflict && m_conflict->agent() == agent) return;
    closeConflict();
    m_opening = {};
    m_conflict = new ConflictPage(m_workspace, agent, this);
    m_stack->addWidget(m_conflict);
    m_stack->setCurrentWidget(m_conflict);
    connect(m_conflict, &ConflictPage::backRequested, this, &AgentsScreen::closeConflict);
    connect(m_conflict, &ConflictPage::titleChanged, this, &AgentsScreen::titleChanged);
    connect(m_conflict, &ConflictPage::noticed, this, &AgentsScreen::noticed);
    connect(m_conflict, &ConflictPage::resolved, this, [this, agent] {
        closeConflict();
        openAgent(agent);
    });
    offer(m_conflict->pageActions());
    emit titleChanged();
}

void AgentsScreen::closeConflict()
{
    ConflictPage *old = std::exchange(m_conflict, nullptr);
    if (!old) return;
    m_stack->setCurrentWidget(m_releases ? static_cast<QWidget *>(m_releases) : m_builder ? static_cast<QWidget *>(m_builder) : m_page);
    offer(m_releases ? m_releases->pageActions() : m_builder ? m_builder->pageActions() : m_page->pageActions());
    old->deleteLater();
    emit titleChanged();
}

// Over whatever is open, like a conflict.
void AgentsScreen::openReleases()
{
    closeConflict();
    if (m_releases) return;
    m_opening = {};
    m_releases = new ReleasesPage(m_environments, this);
    m_stack->addWidget(m_releases);
    m_stack->setCurrentWidget(m_releases);
    connect(m_releases, &ReleasesPage::backRequested, this, &AgentsScreen::closeReleases);
    connect(m_releases, &ReleasesPage::openRequested, this, [this](DocumentId agent) {
        closeReleases();
        openAgent(agent);
    });
    connect(m_releases, &ReleasesPage::conflictRequested, this, &AgentsScreen::openConflict);
    connect(m_releases, &ReleasesPage::noticed, this, &AgentsScreen::noticed);
    offer(m_releases->pageActions());
    m_releases->setFocus();
    emit titleChanged();
}

void AgentsScreen::closeReleases()
{
    ReleasesPage *old = std::exchange(m_releases, nullptr);
    if (!old) return;
    m_stack->setCurrentWidget(m_builder ? static_cast<QWidget *>(m_builder) : m_page);
    offer(m_builder ? m_builder->pageActions() : m_page->pageActions());
    old->deleteLater();
    emit titleChanged();
}

void AgentsScreen::openAgent(DocumentId agent, const QJsonObject &state)
{
    if (m_builder && m_builder->agent() == agent) {
        closeReleases();
        return closeConflict();
    }
    m_opening = agent;
    whenDone(m_workspace.agents().open(agent), this, [this, agent, state](const Result<std::shared_ptr<AgentDocument>> &document) {
        if (m_opening != agent) return; // something else was opened meanwhile
        m_opening = {};
        if (!document) {
            emit noticed({Notice::Level::Error, wording::whatHappened(document.error()), wording::whatNext(document.error()), {}, {}});
            return;
        }
        showList();
        m_builder = new BuilderPage(m_workspace, m_environments, *document, this, m_services);
        m_stack->addWidget(m_builder);
        connect(m_builder, &BuilderPage::backRequested, this, &AgentsScreen::showList);
        connect(m_builder, &BuilderPage::titleChanged, this, &AgentsScreen::titleChanged);
        connect(m_builder, &BuilderPage::noticed, this, &AgentsScreen::noticed);
        connect(m_builder, &BuilderPage::callRequested, this, &AgentsScreen::callRequested);
        connect(m_builder, &BuilderPage::rulesRequested, this, [this] { emit navigationRequested(u"settings"_s, u"reach"_s); });
        connect(m_builder, &BuilderPage::callLikely, this, &Screen::callLikely);
        connect(m_builder, &BuilderPage::openRequested, this, [this](DocumentId other) { openAgent(other); });
        connect(m_builder, &BuilderPage::conflictRequested, this, &AgentsScreen::openConflict);
        connect(m_builder, &BuilderPage::mergeRequested, this, [this] { openConflict(m_builder->agent()); });
        m_stack->setCurrentWidget(m_builder);
        const QJsonObject last = state.isEmpty() ? m_lastStates.value(agent.text()).toObject() : state;
        if (!last.isEmpty()) m_builder->restoreState(last);
        offer(m_builder->pageActions());
        emit builderChanged();
        emit titleChanged();
    });
}

QJsonObject AgentsScreen::saveState() const
{
    QJsonObject state{{u"list"_s, m_page->saveState()}, {u"agents"_s, m_lastStates}};
    if (m_builder) {
        state.insert("open"_L1, m_builder->agent().text());
        state.insert("builder"_L1, m_builder->saveState());
    }
    return state;
}

void AgentsScreen::restoreState(const QJsonObject &state)
{
    m_page->restoreState(state.value("list"_L1).toObject());
    m_lastStates = state.value("agents"_L1).toObject();
    if (const auto agent = DocumentId::parse(state.value("open"_L1).toString())) openAgent(*agent, state.value("builder"_L1).toObject());
}

// Another language: every page is made anew, with its state.
void AgentsScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_page) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QJsonObject state = saveState();
            const DocumentId merging = m_conflict ? m_conflict->agent() : DocumentId();
            m_builder = nullptr;
            m_conflict = nullptr;
            const bool releases = std::exchange(m_releases, nullptr);
            emit builderChanged();
            for (QAction *action : actions()) removeAction(action);
            delete m_stack;
            build();
            restoreState(state);
            if (releases) openReleases();
            if (!merging.isNull()) openConflict(merging);
            emit titleChanged();
        },
        Qt::QueuedConnection);
}

} // namespace vox
