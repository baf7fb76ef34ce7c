#include "ui/screens/conversations/conversations_screen.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/conversations.h"
#include "app/workspace/when_done.h"
#include "models/kinds/agents/agent.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/screens/conversations/detail_page.h"
#include "ui/screens/conversations/filter_row.h"
#include "ui/screens/conversations/list_page.h"
#include "ui/viewmodels/conversation_view_model.h"
#include "ui/viewmodels/conversations_list.h"
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStackedLayout>

namespace vox {

using namespace Qt::StringLiterals;

struct ConversationsScreen::Private {
    ConversationsScreen &screen;
    Conversations &conversations;
    AgentDocuments &agents;
    ConversationsList list;
    ConversationViewModel model;
    ListPage *listPage;
    DetailPage *detailPage;
    QStackedLayout *pages;
    QAction *find, *exportTo, *remove, *copy, *back, *play, *call, *nearer, *farther, *panel;
    QHash<QString, int> goals;
    bool asked = false;

    Private(ConversationsScreen &screen, Conversations &conversations, AgentDocuments &agents, SoundPlayer &player, FetchRecording fetch)
        : screen(screen), conversations(conversations), agents(agents),
          list([&conversations](const ConversationQuery &query, qint64 after) { return conversations.query(query, after); }),
          model(conversations, player, std::move(fetch)), listPage(new ListPage(list, model, agents)), detailPage(new DetailPage(model)),
          pages(new QStackedLayout(&screen))
    {
        pages->setContentsMargins(0, 0, 0, 0);
        pages->addWidget(listPage);
        pages->addWidget(detailPage);
    }

    bool inDetail() const { return pages->currentIndex() == 1; }
    ConversationId current() const { return inDetail() ? model.id() : listPage->current(); }
    void addActions();
    void retranslate();
    void showDetail(ConversationId id);
    void showList();
    void loadGoals();
    void showGoal();
    void exportCurrent();
    void removeOne(ConversationId id);
    void callAgain();
    void tell(const Error &error);
};

void ConversationsScreen::Private::addActions()
{
    const auto add = [this](const char *menu, const QKeySequence &keys, auto run) {
        auto *action = new QAction(&screen);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        Screen::setMenu(action, menu);
        QObject::connect(action, &QAction::triggered, &screen, run);
        screen.addAction(action);
        return action;
    };
    find = add("edit", QKeySequence::Find, [this] {
        if (inDetail()) detailPage->focusFind();
        else listPage->filters().focusSearch();
    });
    exportTo = add("file", QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportCurrent(); });
    copy = add("edit", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
        if (!current().isNull()) QGuiApplication::clipboard()->setText(current().text());
    });
    remove = add("edit", QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] { removeOne(current()); });
    back = add("go", QKeySequence(Qt::ALT | Qt::Key_Left), [this] { showList(); });
    play = add("call", QKeySequence(Qt::CTRL | Qt::Key_Space), [this] { model.togglePlay(); });
    call = add("call", QKeySequence(Qt::CTRL | Qt::Key_R), [this] { callAgain(); });
    nearer = add("view", QKeySequence::ZoomIn, [this] { detailPage->zoom(2); });
    farther = add("view", QKeySequence::ZoomOut, [this] { detailPage->zoom(0.5); });
    panel = add("view", QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        if (inDetail()) detailPage->togglePanel();
        else listPage->panels().setOpen(!listPage->panels().isOpen());
    });
}

void ConversationsScreen::Private::retranslate()
{
    find->setText(ConversationsScreen::tr("Find"));
    exportTo->setText(ConversationsScreen::tr("Export conversation…"));
    copy->setText(ConversationsScreen::tr("Copy the conversation's id"));
    remove->setText(ConversationsScreen::tr("Delete conversation"));
    back->setText(ConversationsScreen::tr("All conversations"));
    play->setText(ConversationsScreen::tr("Play or pause"));
    call->setText(ConversationsScreen::tr("Call this agent again"));
    nearer->setText(ConversationsScreen::tr("See less time"));
    farther->setText(ConversationsScreen::tr("See more time"));
    panel->setText(ConversationsScreen::tr("Show the right panel"));
}

void ConversationsScreen::Private::showDetail(ConversationId id)
{
    if (id.isNull()) return;
    model.open(id);
    pages->setCurrentIndex(1);
    detailPage->setFocus();
    showGoal();
    emit screen.titleChanged();
}

void ConversationsScreen::Private::showList()
{
    if (!inDetail()) return;
    pages->setCurrentIndex(0);
    listPage->choose(model.id());
    listPage->focusRows();
    emit screen.titleChanged();
}

// A goal is the agent's as it stands now; one that is gone had the usual one.
void ConversationsScreen::Private::loadGoals()
{
    whenDone(agents.list(), &screen, [this](const Result<QList<AgentRow>> &rows) {
        if (!rows) return;
        goals.clear();
        for (const AgentRow &agent : *rows) goals.insert(agent.id.text(), agent.goalMs);
        listPage->setGoals(goals);
        if (inDetail()) showGoal();
    });
}

void ConversationsScreen::Private::showGoal()
{
    if (model.isOpen()) detailPage->setGoal(goals.value(model.stored().row.agent, vox::Agent().goalMs));
}

void ConversationsScreen::Private::tell(const Error &error)
{
    emit screen.noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
}

void ConversationsScreen::Private::exportCurrent()
{
    const ConversationId id = current();
    if (id.isNull()) return;
    auto *dialog = new QFileDialog(&screen, ConversationsScreen::tr("Export conversation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, &screen, [this, id](const QString &folder) {
        whenDone(conversations.exportTo(id, folder), &screen, [this](const Result<QStringList> &paths) {
            if (!paths) return tell(paths.error());
            emit screen.noticed({Notice::Level::Information, ConversationsScreen::tr("Exported."), paths->join(u'\n'), {}, {}});
        });
    });
    dialog->open();
}

void ConversationsScreen::Private::removeOne(ConversationId id)
{
    if (id.isNull()) return;
    const bool detail = inDetail();
    whenDone(conversations.remove(id), &screen, [this, id, detail](const Result<void> &removed) {
        if (!removed) return tell(removed.error());
        if (detail) showList();
        const QPointer<ConversationsScreen> alive(&screen);
        emit screen.noticed({Notice::Level::Information, ConversationsScreen::tr("Conversation deleted."), {}, ConversationsScreen::tr("Undo"),
                             [this, id, alive] {
                                 if (!alive) return;
                                 whenDone(conversations.restore(id), alive.data(), [this, id](const Result<void> &restored) {
                                     if (!restored) return tell(restored.error());
                                     listPage->choose(id);
                                 });
                             }});
    });
}

void ConversationsScreen::Private::callAgain()
{
    if (model.isOpen()) emit screen.navigationRequested(u"bench"_s, model.stored().row.agent);
}

ConversationsScreen::ConversationsScreen(Conversations &conversations, AgentDocuments &agents, SoundPlayer &player, QWidget *parent,
                                         FetchRecording fetch)
    : Screen(parent), d(new Private(*this, conversations, agents, player, std::move(fetch)))
{
    kit::setSurface(this, kit::Colour::Surface1);
    d->addActions();
    d->retranslate();
    connect(&conversations, &Conversations::listChanged, this, [this] { d->list.refresh(); });
    connect(d->listPage, &ListPage::openRequested, this, [this](const ConversationId &id) { d->showDetail(id); });
    connect(d->listPage, &ListPage::removeRequested, this, [this](const ConversationId &id) { d->removeOne(id); });
    connect(d->listPage, &ListPage::callRequested, this, [this] { emit navigationRequested(u"bench"_s, {}); });
    connect(d->detailPage, &DetailPage::back, this, [this] { d->showList(); });
    connect(d->detailPage, &DetailPage::exportRequested, this, [this] { d->exportCurrent(); });
    connect(d->detailPage, &DetailPage::removeRequested, this, [this] { d->removeOne(d->model.id()); });
    connect(d->detailPage, &DetailPage::copyRequested, d->copy, &QAction::trigger);
    connect(d->detailPage, &DetailPage::callRequested, this, [this] { d->callAgain(); });
    connect(d->detailPage, &DetailPage::continueRequested, this, [this] {
        if (d->model.isOpen()) emit continueRequested(d->model.stored());
    });
    connect(&d->model, &ConversationViewModel::opened, this, [this] {
        if (d->inDetail()) d->showGoal();
    });
    connect(&d->model, &ConversationViewModel::failed, this, [this](const Error &error) { d->tell(error); });
    connect(&agents, &AgentDocuments::listChanged, this, [this] { d->loadGoals(); });
    d->loadGoals();
    d->list.refresh();
}

ConversationsScreen::~ConversationsScreen()
{
    // Pages go before what they show.
    delete d->listPage;
    delete d->detailPage;
}

QJsonObject ConversationsScreen::saveState() const
{
    return {{u"open"_s, d->inDetail() ? d->model.id().text() : QString()},
            {u"chosen"_s, d->listPage->current().isNull() ? QString() : d->listPage->current().text()},
            {u"panel"_s, d->listPage->panels().panelWidth()}};
}

void ConversationsScreen::restoreState(const QJsonObject &state)
{
    if (const int width = state.value("panel"_L1).toInt(); width > 0) d->listPage->panels().setPanelWidth(width);
    if (const auto chosen = ConversationId::parse(state.value("chosen"_L1).toString())) d->model.open(*chosen);
    open(state.value("open"_L1).toString());
}

void ConversationsScreen::open(const QString &conversation)
{
    if (const auto id = ConversationId::parse(conversation)) d->showDetail(*id);
    else d->showList();
}

void ConversationsScreen::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) d->retranslate();
    Screen::changeEvent(event);
}

} // namespace vox
