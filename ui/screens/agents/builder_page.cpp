#include "ui/screens/agents/builder_page.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/tag.h"
#include "app/workspace/environments.h"
#include "app/workspace/when_done.h"
#include "ui/screens/agents/environment_words.h"
#include "ui/screens/agents/graph/graph_view.h"
#include "ui/screens/agents/graph_page.h"
#include "ui/screens/banner_row.h"
#include "ui/screens/agents/history_page.h"
#include "ui/screens/agents/prompts_page.h"
#include "ui/screens/agents/publish/publish_dialog.h"
#include "ui/screens/agents/publish/published_page.h"
#include "ui/screens/agents/voice_page.h"
#include "ui/screens/screen.h"
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr int tellElsewhereEveryMs = 60'000;
}

BuilderPage::BuilderPage(Workspace &workspace, Environments &environments, std::shared_ptr<AgentDocument> document, QWidget *parent,
                         BuilderServices services)
    : QWidget(parent), m_workspace(workspace), m_services(std::move(services)), m_environments(environments), m_content(std::move(document)), m_flow(m_content), m_head(new kit::PageHeader({}, this)),
      m_version(new kit::Tag), m_rename(new QLineEdit(this)), m_undo(new QToolButton), m_redo(new QToolButton),
      m_conflict(new BannerRow("git-merge", kit::Meaning::Warning, this)), m_stack(new QStackedWidget(this)), m_graph(new GraphPage(m_flow, this, m_services.tries)),
      m_where(new QPushButton), m_publish(new QPushButton(tr("Publish…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_conflict);
    column->addWidget(m_stack, 1);
    connect(m_conflict, &BannerRow::pressed, this, &BuilderPage::mergeRequested);
    m_stack->addWidget(m_graph);
    for (int i = 1; i < 4; ++i) m_stack->addWidget(new QWidget(this)); // the other pages are made when first shown
    makeHead();
    makeEnvironments();
    makeActions();
    AgentDocument &agent = m_content.document();
    connect(&agent, &AgentDocument::contentChanged, this, &BuilderPage::showHead);
    connect(&agent, &AgentDocument::saveStateChanged, this, &BuilderPage::showHead);
    connect(&agent, &AgentDocument::headChanged, this, &BuilderPage::showHead);
    connect(&agent, &AgentDocument::historyChanged, this, &BuilderPage::showHead);
    connect(&agent, &AgentDocument::readOnlyChanged, this, &BuilderPage::showHead);
    connect(&agent, &AgentDocument::failed, this, &BuilderPage::fail);
    connect(&agent, &AgentDocument::replacedFromElsewhere, this, [this] {
        // A colleague who types is told of once, not with each word.
        if (m_toldElsewhere.isValid() && m_toldElsewhere.elapsed() < tellElsewhereEveryMs) return;
        m_toldElsewhere.start();
        emit noticed({Notice::Level::Information, tr("This agent was changed elsewhere; you see the new version."), {}, {}, {}});
    });
    connect(&agent, &AgentDocument::removedElsewhere, this, [this] {
        emit noticed({Notice::Level::Warning, tr("This agent was deleted elsewhere."), {}, {}, {}});
        emit backRequested();
    });
    connect(m_graph, &GraphPage::rulesRequested, this, &BuilderPage::rulesRequested);
    connect(m_graph, &GraphPage::elsewhereRequested, this, [this](const Problem &problem) {
        const bool voice = problem.path.startsWith("/speech"_L1) || problem.path.startsWith("/voices"_L1) || problem.path.startsWith("/languages"_L1);
        setTab(voice ? Voice : Prompts);
    });
    showHead();
}

BuilderPage::~BuilderPage()
{
    // Pages before what they show.
    delete m_stack;
}

DocumentId BuilderPage::agent() const
{
    return const_cast<AgentDocumentContent &>(m_content).document().id();
}

QString BuilderPage::title() const
{
    return m_content.content().value("name"_L1).toString();
}

void BuilderPage::makeHead()
{
    m_head->setBackVisible(true);
    m_head->setIcon("workflow");
    m_head->addTag(m_version);
    m_head->installEventFilter(this);
    QTabBar *tabs = m_head->tabs();
    for (const QString &name : {tr("Graph"), tr("Prompts"), tr("Voice"), tr("History")}) tabs->addTab(name);
    connect(tabs, &QTabBar::currentChanged, this, [this](int index) {
        ensurePage(Tab(index));
        m_stack->setCurrentIndex(index);
        showEnvironments();
    });
    // A press on the tab that stands behind what is published brings the draft back.
    connect(tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index == m_head->tabs()->currentIndex()) showEnvironment(Environment::Draft);
    });
    connect(m_head, &kit::PageHeader::back, this, &BuilderPage::backRequested);
    for (QToolButton *button : {m_undo, m_redo}) {
        button->setIcon(kit::icon(button == m_undo ? "undo-2" : "redo-2"));
        button->setAutoRaise(true);
        kit::setRole(button, kit::ButtonRole::Quiet);
        m_head->addAction(button);
    }
    connect(m_undo, &QToolButton::clicked, &m_flow, &FlowViewModel::undo);
    connect(m_redo, &QToolButton::clicked, &m_flow, &FlowViewModel::redo);
    m_head->addAction(m_where);
    auto *call = new QPushButton(tr("Call"));
    call->setIcon(kit::icon("phone-call"));
    call->setToolTip(tr("Talk to this agent as it stands (Ctrl+Return)"));
    m_head->addAction(call);
    kit::setRole(m_publish, kit::ButtonRole::Primary);
    m_publish->setToolTip(tr("To staging or production (Ctrl+Shift+P)"));
    m_head->addAction(m_publish);
    connect(call, &QPushButton::clicked, this, [this] { emit callRequested(agent()); });
    call->installEventFilter(this);
    m_call = call;
    m_rename->hide();
    m_rename->setAccessibleName(tr("Name of the agent"));
    m_rename->installEventFilter(this);
    connect(m_rename, &QLineEdit::returnPressed, this, [this] { endRename(true); });
}

void BuilderPage::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, const char *icon, const char *menu, auto slot) {
        auto *action = new QAction(text, this);
        if (*icon) action->setIcon(kit::icon(icon));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        Screen::setMenu(action, menu);
        connect(action, &QAction::triggered, this, slot);
        m_actions.append(action);
        return action;
    };
    add(tr("Graph"), QKeySequence(Qt::ALT | Qt::Key_1), "workflow", "view", [this] { setTab(Graph); });
    add(tr("Prompts"), QKeySequence(Qt::ALT | Qt::Key_2), "", "view", [this] { setTab(Prompts); });
    add(tr("Voice"), QKeySequence(Qt::ALT | Qt::Key_3), "", "view", [this] { setTab(Voice); });
    add(tr("History"), QKeySequence(Qt::ALT | Qt::Key_4), "history", "view", [this] { setTab(History); });
    m_edits << add(tr("Rename agent…"), QKeySequence(Qt::Key_F2), "pencil", "agent", [this] { beginRename(); });
    m_edits << add(tr("Name this version…"), QKeySequence::Save, "tag", "agent", [this] { nameVersion(); });
    m_publishing = add(tr("Publish…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), "upload", "agent", [this] { openPublish(); });
    m_rollingBack = add(tr("Roll production back"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R), "undo-2", "agent", [this] { rollBack(Environment::Production); });
    add(tr("Show the draft"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_1), "", "view", [this] { showEnvironment(Environment::Draft); });
    add(tr("Show staging"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_2), "", "view", [this] { showEnvironment(Environment::Staging); });
    add(tr("Show production"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_3), "", "view", [this] { showEnvironment(Environment::Production); });
    add(tr("Call this agent"), QKeySequence(Qt::CTRL | Qt::Key_Return), "phone-call", "call", [this] { emit callRequested(agent()); });
    add(tr("All agents"), QKeySequence(Qt::ALT | Qt::Key_Left), "arrow-left", "go", [this] { emit backRequested(); });
}

void BuilderPage::makeEnvironments()
{
    m_where->setToolTip(tr("What is shown: the draft, or what is published"));
    int widest = 0;
    for (const Environment environment : {Environment::Draft, Environment::Staging, Environment::Production}) {
        m_where->setText(environmentWord(environment));
        widest = std::max(widest, m_where->sizeHint().width());
    }
    m_where->setMinimumWidth(widest); // it does not jump with what is shown
    auto *menu = new QMenu(m_where);
    m_where->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const Environment environment : {Environment::Draft, Environment::Staging, Environment::Production}) {
            const EnvironmentStanding *standing = m_environments.of(environment);
            const int number = standing && standing->release ? m_environments.numberOf(agent(), standing->release->documents.value(agent())) : 0;
            const QString name = environmentWord(environment);
            QAction *action = menu->addAction(environment == Environment::Draft ? name : number > 0 ? tr("%1: version %2").arg(name).arg(number) : tr("%1: not there").arg(name));
            action->setCheckable(true);
            const bool published = m_published && m_stack->currentWidget() == m_published;
            action->setChecked(published ? m_published->environment() == environment : environment == Environment::Draft);
            connect(action, &QAction::triggered, this, [this, environment] { showEnvironment(environment); });
        }
    });
    connect(m_publish, &QPushButton::clicked, this, [this] { openPublish(); });
    connect(&m_environments, &Environments::changed, this, &BuilderPage::showHead);
    showEnvironments();
}

// What one's role does not allow is not offered; the server would refuse it.
void BuilderPage::showWhatOneMay()
{
    const bool production = m_environments.may(Environment::Production), publishes = production || m_environments.may(Environment::Staging);
    const bool edits = !m_content.isReadOnly();
    m_publish->setVisible(publishes);
    m_publishing->setEnabled(publishes);
    m_rollingBack->setEnabled(production);
    for (QAction *action : std::as_const(m_edits)) action->setEnabled(edits);
    if (std::exchange(m_editsShown, edits) != edits) m_graph->showWhatOneMay();
    m_undo->setVisible(edits);
    m_redo->setVisible(edits);
}

void BuilderPage::showEnvironments()
{
    const bool published = m_published && m_stack->currentWidget() == m_published;
    m_where->setText(environmentWord(published ? m_published->environment() : Environment::Draft));
    m_where->setAccessibleName(tr("Shown: %1").arg(m_where->text()));
}

void BuilderPage::showEnvironment(Environment environment)
{
    if (environment == Environment::Draft) {
        m_stack->setCurrentIndex(m_head->tabs()->currentIndex());
        return showEnvironments();
    }
    if (!m_published) {
        m_published = new PublishedPage(m_environments, agent(), this);
        m_stack->addWidget(m_published);
        connect(m_published, &PublishedPage::noticed, this, &BuilderPage::noticed);
        connect(m_published, &PublishedPage::rollBackRequested, this, &BuilderPage::rollBack);
        connect(m_published, &PublishedPage::publishRequested, this, &BuilderPage::openPublish);
        connect(m_published, &PublishedPage::restoreRequested, this, [this](const RevisionId &revision) {
            whenDone(m_content.document().restoreRevision(revision), this, [this](const Result<void> &done) {
                if (!done) return fail(done.error());
                showEnvironment(Environment::Draft);
                emit noticed({Notice::Level::Information, tr("The draft is as it was published."), {}, tr("Undo"),
                              [content = QPointer(&m_content)] { if (content) content->undo(); }});
            });
        });
    }
    m_published->show(environment, m_content.content(), !m_content.isReadOnly());
    m_stack->setCurrentWidget(m_published);
    showEnvironments();
}

void BuilderPage::openPublish(std::optional<Environment> to)
{
    auto *dialog = new PublishDialog(m_environments, agent(), this);
    if (to) dialog->setEnvironment(*to);
    connect(dialog, &PublishDialog::published, this, [this](Environment environment, int number, bool waits) {
        const QString name = environmentWord(environment);
        emit noticed({Notice::Level::Information, waits ? tr("Version %1 waits for its time.").arg(number) : tr("Version %1 is in %2.").arg(number).arg(name.toLower()), {},
                      waits ? QString() : tr("Roll back"), waits ? std::function<void()>() : [page = QPointer(this), environment] { if (page) page->rollBack(environment); }});
    });
    connect(dialog, &PublishDialog::problemChosen, this, [this](DocumentId other, const Problem &problem) {
        if (other != agent()) {
            emit openRequested(other);
            return;
        }
        setTab(Graph);
        showEnvironment(Environment::Draft);
        m_graph->showProblem(problem);
    });
    connect(dialog, &PublishDialog::conflictChosen, this, [this](DocumentId other) {
        if (other == agent()) emit mergeRequested();
        else emit conflictRequested(other);
    });
    dialog->open();
}

// In one key, without a question: once more takes it forward again.
void BuilderPage::rollBack(Environment environment)
{
    whenDone(m_environments.rollBack(environment), this, [this, environment](const Result<EnvironmentState> &moved) {
        if (!moved) return fail(moved.error());
        const QString name = environmentWord(environment);
        emit noticed({Notice::Level::Information, tr("%1 is back at what it had before.").arg(name), {}, tr("Undo"),
                      [page = QPointer(this), environment] { if (page) page->rollBack(environment); }});
    });
}

QList<QAction *> BuilderPage::pageActions() const
{
    return m_graph->pageActions() + m_actions;
}

void BuilderPage::addHeaderWidget(QWidget *widget)
{
    m_head->addAction(widget);
}

void BuilderPage::showHead()
{
    AgentDocument &agent = m_content.document();
    m_head->setTitle(title());
    const EnvironmentStanding *live = m_environments.of(Environment::Production);
    const int number = live && live->release ? m_environments.numberOf(this->agent(), live->release->documents.value(this->agent())) : 0;
    const bool same = number > 0 && !agent.differsFromHead() && live->release->documents.value(this->agent()) == agent.head();
    showWhatOneMay();
    m_version->setText(agent.isOfNewerProgram() ? tr("made by a newer version, read only")
                       : same             ? tr("Version %1, live").arg(number)
                       : number > 0       ? tr("Draft, live is %1").arg(number)
                                          : tr("Draft"));
    m_version->setMeaning(same ? kit::Meaning::Success : kit::Meaning::Neutral);
    QString note;
    if (agent.isReadOnly() && !agent.isOfNewerProgram()) note = tr("Your role: you may look, not change");
    else switch (agent.saveState()) {
    case AgentDocument::SaveState::Saved:
        if (agent.savedAt().value > 0)
            note = tr("Saved %1").arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(agent.savedAt().value).time(), u"HH:mm"_s));
        break;
    case AgentDocument::SaveState::Pending:
    case AgentDocument::SaveState::Saving: note = tr("Saving…"); break;
    case AgentDocument::SaveState::Failed: note = tr("Not saved yet"); break;
    }
    m_head->setNote(note);
    const EditLabel *undo = m_content.undoLabel(), *redo = m_content.redoLabel();
    m_undo->setEnabled(undo);
    m_redo->setEnabled(redo);
    const auto words = [](const EditLabel *label, const QString &plain, const QString &with) {
        return label ? with.arg(QCoreApplication::translate("Edit", label->label), label->argument).simplified() : plain;
    };
    m_undo->setToolTip(words(undo, tr("Nothing to undo"), tr("Undo: %1 %2 (Ctrl+Z)")));
    m_redo->setToolTip(words(redo, tr("Nothing to redo"), tr("Redo: %1 %2 (Ctrl+Shift+Z)")));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    if (agent.isInConflict()) m_conflict->tell(tr("This agent was changed in two places. You go on with your version; the other one waits."), tr("Put together"));
    else m_conflict->tell({});
    emit titleChanged();
}

void BuilderPage::ensurePage(Tab tab)
{
    QWidget *made = nullptr;
    if (tab == Prompts && !m_prompts) made = m_prompts = new PromptsPage(m_workspace, m_content, this);
    if (tab == Voice && !m_voice) made = m_voice = new VoicePage(m_content, m_services.names, this);
    if (tab == History && !m_history) {
        made = m_history = new HistoryPage(m_workspace, m_environments, m_content, this);
        connect(m_history, &HistoryPage::noticed, this, &BuilderPage::noticed);
        connect(m_history, &HistoryPage::nodeChosen, this, [this](const QString &node) {
            setTab(Graph);
            m_flow.selection().selectNode(node);
            m_graph->view().showNode(node);
        });
    }
    if (!made) return;
    delete m_stack->widget(tab);
    m_stack->insertWidget(tab, made);
}

void BuilderPage::setTab(Tab tab)
{
    m_head->tabs()->setCurrentIndex(tab);
}

BuilderPage::Tab BuilderPage::tab() const
{
    return Tab(m_head->tabs()->currentIndex());
}

void BuilderPage::beginRename()
{
    if (m_content.isReadOnly()) return;
    const kit::Theme &theme = kit::Theme::of(this);
    m_rename->setText(title());
    const int x = theme.px(76);
    m_rename->setGeometry(x, (m_head->height() - theme.metrics().normal) / 2, std::min(theme.px(320), width() - x - 40), theme.metrics().normal);
    m_rename->raise();
    m_rename->show();
    m_rename->setFocus();
    m_rename->selectAll();
}

void BuilderPage::endRename(bool keep)
{
    if (m_rename->isHidden()) return;
    m_rename->hide();
    const QString name = m_rename->text().simplified();
    if (keep && !name.isEmpty()) m_content.setValue(u"/name"_s, name, {QT_TRANSLATE_NOOP("Edit", "Rename agent"), name, {}});
    m_graph->view().setFocus();
}

void BuilderPage::nameVersion()
{
    setTab(History);
    if (m_history) m_history->beginNaming();
}

bool BuilderPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rename) {
        if (event->type() == QEvent::FocusOut) endRename(true);
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            endRename(false);
            return true;
        }
    }
    if (watched == m_call && (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn)) emit callLikely();
    if (watched == m_head && event->type() == QEvent::MouseButtonDblClick) {
        if (static_cast<QMouseEvent *>(event)->position().x() < width() / 3) beginRename();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void BuilderPage::fail(const Error &error)
{
    emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
}

QJsonObject BuilderPage::saveState() const
{
    return {{u"tab"_s, int(tab())}, {u"graph"_s, m_graph->saveState()}};
}

void BuilderPage::restoreState(const QJsonObject &state)
{
    m_graph->restoreState(state.value("graph"_L1).toObject());
    setTab(Tab(std::clamp(state.value("tab"_L1).toInt(), 0, 3)));
}

} // namespace vox
