#include "ui/screens/today/today_screen.h"
#include "ui/kit/theme.h"
#include "ui/kit/icons.h"
#include "ui/kit/page_header.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/text_block.h"
#include "ui/screens/today/outcomes_bar.h"
#include "ui/screens/today/today_figures.h"
#include "ui/screens/today/today_row.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/today_view_model.h"
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Today by the clock, earlier days by date.
QString whenText(UtcMs when, const QDateTime &now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(when.value);
    const QLocale locale;
    if (time.date() == now.date()) return locale.toString(time.time(), QLocale::ShortFormat);
    if (time.date().daysTo(now.date()) == 1) return TodayScreen::tr("yesterday");
    return locale.toString(time.date(), u"d MMM"_s);
}

} // namespace

TodayScreen::TodayScreen(TodayViewModel &today, CallViewModel &call, QWidget *parent)
    : Screen(parent), m_today(today), m_call(call), m_callAction(new QAction(this)), m_panelAction(new QAction(this))
{
    m_panelAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_panelAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_panelAction->setCheckable(true);
    setMenu(m_panelAction, "view");
    addAction(m_panelAction);
    connect(m_callAction, &QAction::triggered, this, &TodayScreen::callRequested);
    connect(m_panelAction, &QAction::triggered, this, [this](bool open) { m_split->setOpen(open); });
    connect(&today, &TodayViewModel::changed, this, &TodayScreen::refresh);
    connect(&call, &CallViewModel::stateChanged, this, &TodayScreen::refresh);
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
    build();
    if (!today.isLoaded()) today.refresh();
}

void TodayScreen::build()
{
    const bool panelOpen = !m_split || m_split->isOpen();
    delete m_all;
    m_all = new QWidget;
    layout()->addWidget(m_all);
    auto *column = new QVBoxLayout(m_all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new kit::PageHeader(title());
    m_callAction->setText(tr("Call an agent"));
    m_panelAction->setText(tr("Figures of the day"));
    auto *callButton = new QPushButton(kit::icon("phone"), tr("Call an agent"));
    callButton->setToolTip(tr("Call the agent you worked on last (F9)"));
    kit::setRole(callButton, kit::ButtonRole::Quiet);
    connect(callButton, &QPushButton::clicked, this, &TodayScreen::callRequested);
    m_head->addAction(callButton);
    column->addWidget(m_head);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    kit::setSurface(page, kit::Colour::Surface1);
    auto *lists = new QVBoxLayout(page);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(0);
    for (QVBoxLayout **list : {&m_tasks, &m_live, &m_recent}) {
        *list = new QVBoxLayout;
        (*list)->setSpacing(0);
        lists->addLayout(*list);
    }
    lists->addStretch(1);
    scroll->setWidget(page);
    m_split = new kit::RightPanel;
    m_split->setContent(scroll);
    m_figures = new TodayFigures(m_today);
    m_split->setPanel(m_figures, 448);
    m_split->setOpen(panelOpen);
    connect(m_split, &kit::RightPanel::openChanged, m_panelAction, &QAction::setChecked);
    m_panelAction->setChecked(panelOpen);
    column->addWidget(m_split, 1);
    refresh();
}

QString TodayScreen::dateText() const
{
    return QLocale().toString(m_today.now().date(), u"dddd, d MMMM"_s);
}

void TodayScreen::refresh()
{
    m_head->setNote(dateText());
    fillTasks();
    fillCall();
    fillRecent();
    m_figures->refresh();
}

void TodayScreen::clear(QVBoxLayout *list)
{
    while (QLayoutItem *item = list->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what was pressed
        }
        delete item;
    }
}

void TodayScreen::fillTasks()
{
    clear(m_tasks);
    auto *header = new kit::SectionHeader(tr("Waits for me"));
    header->setCount(int(m_today.tasks().size()));
    header->setNote(m_today.tasks().isEmpty() ? QString() : tr("newest first"));
    header->setHairline(true);
    m_tasks->addWidget(header);
    if (m_today.tasks().isEmpty() && m_today.isLoaded()) {
        const bool agents = m_today.hasAgents();
        auto *empty = new QWidget;
        const kit::Metrics &m = kit::Theme::of(this).metrics();
        auto *row = new QHBoxLayout(empty);
        row->setContentsMargins(m.panelPadding, m.panelPadding, m.panelPadding, m.panelPadding);
        row->addWidget(new kit::TextBlock(agents ? tr("Nothing waits for you. Call an agent and hear how it does.")
                                                 : tr("There is no agent yet. Make the first one from a template."),
                                          kit::TextStyle::Body, kit::Colour::Text2), 1);
        auto *button = new QPushButton(agents ? tr("Call an agent") : tr("Open the agents"));
        kit::setRole(button, kit::ButtonRole::Primary);
        connect(button, &QPushButton::clicked, this, [this, agents] {
            if (agents) emit callRequested();
            else emit navigationRequested(u"agents"_s, {});
        });
        row->addWidget(button);
        m_tasks->addWidget(empty);
    }
    for (const TodayViewModel::Task &task : m_today.tasks()) {
        TodayRow::Words words;
        words.time = whenText(task.when, m_today.now());
        words.button = tr("Open");
        using Kind = TodayViewModel::Task::Kind;
        const bool agent = task.kind == Kind::AgentErrors || task.kind == Kind::AgentConflict;
        switch (task.kind) {
        case Kind::AgentErrors:
            words.icon = "octagon-x";
            words.meaning = kit::Meaning::Error;
            words.name = tr("“%1” cannot be called").arg(task.name);
            words.circumstance = tr("%n problem(s) in its graph", nullptr, task.count);
            words.button = tr("Put right");
            break;
        case Kind::AgentConflict:
            words.icon = "git-merge";
            words.meaning = kit::Meaning::Warning;
            words.name = tr("Conflicting edits: “%1”").arg(task.name);
            words.circumstance = tr("It was changed in two places");
            words.button = tr("Put together");
            break;
        case Kind::ConversationFailed:
            words.icon = "circle-x";
            words.meaning = kit::Meaning::Error;
            words.name = tr("A conversation failed: “%1”").arg(task.name);
            words.circumstance = task.count > 0 ? tr("%n error(s) on its time axis", nullptr, task.count) : tr("It ended before its end");
            break;
        case Kind::ConversationCutOff:
            words.icon = "unlink";
            words.meaning = kit::Meaning::Warning;
            words.name = tr("A conversation was cut off: “%1”").arg(task.name);
            words.circumstance = tr("The program ended while it went on; what was heard is kept");
            break;
        }
        auto *row = new TodayRow(words);
        connect(row, &TodayRow::pressed, this, [this, task, agent] {
            if (!agent) m_today.markSeen(task);
            const bool conflict = task.kind == Kind::AgentConflict;
            emit navigationRequested(agent ? u"agents"_s : u"conversations"_s, conflict ? u"merge:"_s + task.id : task.id);
        });
        m_tasks->addWidget(row);
    }
}

void TodayScreen::fillCall()
{
    clear(m_live);
    if (!m_call.isRunning()) return;
    auto *header = new kit::SectionHeader(tr("Going on"));
    header->setCount(1);
    header->setHairline(true);
    m_live->addWidget(header);
    TodayRow::Words words;
    words.icon = "phone-call";
    words.meaning = kit::Meaning::Success;
    words.name = m_call.agentName();
    words.circumstance = m_call.mode() == CallViewModel::Mode::Text ? tr("You type to it") : tr("You talk to it");
    words.button = tr("To the bench");
    auto *row = new TodayRow(words);
    connect(row, &TodayRow::pressed, this, [this] { emit navigationRequested(u"bench"_s, {}); });
    m_live->addWidget(row);
}

void TodayScreen::fillRecent()
{
    clear(m_recent);
    if (m_today.recent().isEmpty()) return;
    auto *header = new kit::SectionHeader(tr("Go on with"));
    header->setHairline(true);
    m_recent->addWidget(header);
    for (const TodayViewModel::Recent &recent : m_today.recent()) {
        const bool agent = recent.kind == TodayViewModel::Recent::Kind::Agent;
        TodayRow::Words words;
        words.icon = agent ? "workflow" : "messages-square";
        words.name = agent ? recent.name : tr("Conversation with “%1”: %2").arg(recent.name, outcomeWord(recent.outcome).toLower());
        words.time = agent ? tr("%n node(s)", nullptr, recent.nodes) + u"   "_s + whenText(recent.when, m_today.now())
                           : whenText(recent.when, m_today.now());
        auto *row = new TodayRow(words);
        connect(row, &TodayRow::pressed, this,
                [this, agent, id = recent.id] { emit navigationRequested(agent ? u"agents"_s : u"conversations"_s, id); });
        m_recent->addWidget(row);
    }
}

QJsonObject TodayScreen::saveState() const
{
    return {{u"panel"_s, m_split->isOpen()}, {u"panel_width"_s, m_split->panelWidth()}};
}

void TodayScreen::restoreState(const QJsonObject &state)
{
    m_split->setOpen(state.value("panel"_L1).toBool(true));
    if (const int width = state.value("panel_width"_L1).toInt(); width > 0) m_split->setPanelWidth(width);
}

// Where the figures would lie over the lists, they wait until they are asked for.
void TodayScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    const bool narrow = window()->width() < kit::Theme::of(this).metrics().overlayPanelBelow;
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    m_split->setOpen(!narrow);
}

void TodayScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_all) QMetaObject::invokeMethod(this, &TodayScreen::build, Qt::QueuedConnection);
}

} // namespace vox
