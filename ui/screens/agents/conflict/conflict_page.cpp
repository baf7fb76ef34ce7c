#include "ui/screens/agents/conflict/conflict_page.h"
#include "app/wording/wording.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/workspace.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/page_header.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/conflict/conflict_head.h"
#include "ui/screens/agents/conflict/conflict_row.h"
#include "ui/screens/agents/conflict/conflict_side.h"
#include "ui/screens/agents/conflict/fold_header.h"
#include "ui/screens/agents/conflict/merged_lines.h"
#include "ui/screens/agents/conflict/version_words.h"
#include "ui/screens/screen.h"
#include <QAction>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using State = ConflictViewModel::State;

namespace {
constexpr int mostKeys = 9; // Alt+1 … Alt+9
}

ConflictPage::ConflictPage(Workspace &workspace, DocumentId agent, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_model(workspace, agent), m_head(new kit::PageHeader({}, this)), m_undo(new QToolButton),
      m_redo(new QToolButton), m_result(new QToolButton), m_stack(new QStackedWidget(this)), m_split(new kit::RightPanel),
      m_empty(new kit::Empty("git-merge", tr("This agent has one version again. There is nothing to decide."), tr("Open the agent")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeHead();
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    makeBody();
    m_stack->addWidget(new QWidget); // being read: nothing, for some milliseconds
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    makeActions();
    connect(m_empty, &kit::Empty::pressed, this, [this] {
        if (m_model.state() == State::Failed) m_model.reload();
        else emit resolved();
    });
    connect(&m_model, &ConflictViewModel::loaded, this, &ConflictPage::show);
    connect(&m_model, &ConflictViewModel::answersChanged, this, &ConflictPage::showAnswers);
    connect(&m_model, &ConflictViewModel::currentChanged, this, &ConflictPage::showCurrent);
    connect(&m_model, &ConflictViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
        if (error.code == Error::Code::Conflict) m_model.reload(); // a version came meanwhile
    });
    connect(&m_model, &ConflictViewModel::resolved, this, [this] {
        emit noticed({Notice::Level::Information, tr("“%1” is one agent again.").arg(m_model.name()), tr("All versions stay in its history."), {}, {}});
        emit resolved();
    });
    show();
}

ConflictPage::~ConflictPage()
{
    delete m_stack; // what shows the model goes before it
}

QString ConflictPage::title() const
{
    return m_model.name().isEmpty() ? tr("Conflict") : tr("%1: conflict").arg(m_model.name());
}

void ConflictPage::makeHead()
{
    m_head->setBackVisible(true);
    m_head->setIcon("git-merge");
    connect(m_head, &kit::PageHeader::back, this, &ConflictPage::backRequested);
    const std::pair<QToolButton *, QString> buttons[] = {
        {m_undo, tr("Undo (Ctrl+Z)")}, {m_redo, tr("Redo (Ctrl+Shift+Z)")}, {m_result, tr("Result (Ctrl+Alt+I)")}};
    for (const auto &[button, name] : buttons) {
        button->setIcon(kit::icon(button == m_undo ? "undo-2" : button == m_redo ? "redo-2" : "panel-right"));
        button->setAutoRaise(true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        kit::setRole(button, kit::ButtonRole::Quiet);
        m_head->addAction(button);
    }
    connect(m_undo, &QToolButton::clicked, &m_model, &ConflictViewModel::undo);
    connect(m_redo, &QToolButton::clicked, &m_model, &ConflictViewModel::redo);
    connect(m_result, &QToolButton::clicked, this, [this] { m_split->setOpen(!m_split->isOpen()); });
}

void ConflictPage::makeActions()
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
    add(tr("Undo"), QKeySequence::Undo, "undo-2", "edit", [this] { m_model.undo(); });
    add(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo-2", "edit", [this] { m_model.redo(); });
    m_needOpen << add(tr("Take mine"), QKeySequence(Qt::ALT | Qt::Key_1), "", "edit", [this] { m_model.choose(m_model.current(), 0); });
    m_needOpen << add(tr("Take theirs"), QKeySequence(Qt::ALT | Qt::Key_2), "", "edit", [this] { m_model.choose(m_model.current(), 1); });
    m_theirs = m_actions.last();
    for (int side = 2; side < mostKeys; ++side) {
        m_further << add({}, QKeySequence(int(Qt::ALT) | (Qt::Key_1 + side)), "", "edit", [this, side] { m_model.choose(m_model.current(), side); });
        m_needOpen << m_further.last();
    }
    m_needOpen << add(tr("Keep both"), QKeySequence(Qt::ALT | Qt::Key_B), "git-merge", "edit", [this] { m_model.keepBoth(m_model.current()); });
    m_both = m_actions.last();
    m_needOpen << add(tr("Write your own"), QKeySequence(Qt::Key_F2), "pencil", "edit", [this] { m_side->focusText(); });
    m_needOpen << add(tr("Start over"), {}, "rotate-ccw", "edit", [this] { m_model.startOver(); });
    m_needOpen << add(tr("Next conflict"), QKeySequence(Qt::Key_F8), "chevron-down", "go", [this] { m_model.step(1); });
    m_needOpen << add(tr("Previous conflict"), QKeySequence(Qt::SHIFT | Qt::Key_F8), "chevron-up", "go", [this] { m_model.step(-1); });
    m_needOpen << add(tr("Save the merge"), QKeySequence(Qt::CTRL | Qt::Key_Return), "save", "agent", [this] { m_model.resolve({}); });
    add(tr("Result"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_I), "panel-right", "view", [this] { m_split->setOpen(!m_split->isOpen()); });
    add(tr("All agents"), QKeySequence(Qt::ALT | Qt::Key_Left), "arrow-left", "go", [this] { emit backRequested(); });
}

void ConflictPage::makeBody()
{
    auto *left = new QWidget;
    kit::setSurface(left, kit::Colour::Surface1);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_columns = new ConflictHead(m_model);
    column->addWidget(m_columns);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, this, &ConflictPage::followRows);
    column->addWidget(m_scroll, 1);
    m_split->setContent(left);
    m_side = new ConflictSidePanel(m_model);
    m_split->setPanel(m_side, 400);
    connect(m_side, &ConflictSidePanel::laterPressed, this, &ConflictPage::backRequested);
    connect(m_side, &ConflictSidePanel::savePressed, this, [this] { m_model.resolve({}); });
    connect(m_side, &ConflictSidePanel::deletePressed, this, [this] {
        const QString name = m_model.name();
        connect(&m_model, &ConflictViewModel::resolved, this, [this, name] {
            emit noticed({Notice::Level::Information, tr("“%1” was deleted").arg(name), {}, tr("Undo"),
                          [workspace = QPointer(&m_workspace), id = m_model.agent()] { if (workspace) workspace->agents().restore(id); }});
        }, Qt::SingleShotConnection);
        m_model.removeAgent();
    });
}

void ConflictPage::show()
{
    for (QAction *action : std::as_const(m_needOpen)) action->setEnabled(m_model.state() == State::Open);
    switch (m_model.state()) {
    case State::Loading:
    case State::Saving: break;
    case State::Open:
        fill();
        m_stack->setCurrentWidget(m_split);
        break;
    case State::Gone:
        m_empty->setSentence(tr("This agent has one version again. There is nothing to decide."));
        m_empty->setButton(tr("Open the agent"));
        m_stack->setCurrentWidget(m_empty);
        break;
    case State::Failed:
        m_empty->setSentence(wording::sentence(*m_model.error()));
        m_empty->setButton(tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
        break;
    }
    const int questions = int(m_model.picture().questions.size()), versions = int(m_model.columns().size());
    const QString name = m_model.name();
    m_head->setTitle(m_model.state() != State::Open          ? title()
                     : m_model.isDeletion() && questions == 0 ? tr("%1: edited here, deleted elsewhere").arg(name)
                     : questions == 0                         ? tr("%1: two versions, nothing to decide").arg(name)
                     : versions > 2                           ? tr("%1: %2 versions differ in %n field(s)", nullptr, questions).arg(name).arg(versions)
                                                              : tr("%1: two people changed %n field(s)", nullptr, questions).arg(name));
    m_head->setNote(m_model.state() != State::Open ? QString()
                    : m_model.isOfNewerProgram()   ? tr("A newer program has to merge them")
                    : m_model.isReadOnly()         ? tr("Your role: you may look, not decide")
                    : m_model.isDeletion() && questions > 0 ? tr("Somebody deleted it. Keep what you put together, or delete it for everybody.")
                    : versions > 2                 ? tr("Nothing is lost: all versions stay in the history.")
                                                   : tr("Nothing is lost: both versions stay in the history."));
    m_theirs->setText(versions > 2 ? tr("Take the version of %1").arg(VersionWords::title(m_model, 1)) : tr("Take theirs"));
    m_both->setText(versions > 2 ? tr("Keep all") : tr("Keep both"));
    for (int side = 2; side < mostKeys; ++side) {
        m_further.at(side - 2)->setVisible(side < versions);
        if (side < versions) m_further.at(side - 2)->setText(tr("Take the version of %1").arg(VersionWords::title(m_model, side)));
    }
    emit titleChanged();
}

void ConflictPage::fill()
{
    m_rows.clear();
    auto *page = new QWidget;
    kit::setSurface(page, kit::Colour::Surface1);
    m_lines = new QVBoxLayout(page);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    const ConflictPicture &picture = m_model.picture();
    for (int i = 0; i < picture.questions.size(); ++i) {
        auto *row = new ConflictRow(m_model, i);
        m_rows.append(row);
        m_lines->addWidget(row);
        connect(row, &ConflictRow::editRequested, m_side, &ConflictSidePanel::focusText);
    }
    const bool more = m_model.columns().size() > 2;
    addFold(tr("Merged without a question"), more ? tr("the changes fit together") : tr("only one side changed them"), picture.oneSided, picture.oneSided.size() <= 30);
    addFold(more ? tr("The same in several versions") : tr("The same on both sides"), more ? tr("they made the same change") : tr("both made the same change"), picture.same, false);
    m_lines->addWidget(new FoldHeader(tr("Not changed"), picture.unchanged, tr("as before")));
    m_lines->addStretch(1);
    m_scroll->setWidget(page);
    page->installEventFilter(this);
    m_columns->refresh();
    followRows();
    m_side->show();
    showAnswers();
}

// The head keeps to the columns below it, wherever they are scrolled to.
void ConflictPage::followRows()
{
    if (const QWidget *page = m_scroll->widget()) m_columns->setRows(page->width(), m_scroll->horizontalScrollBar()->value());
}

bool ConflictPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::Resize) followRows();
    return QWidget::eventFilter(watched, event);
}

void ConflictPage::addFold(const QString &title, const QString &note, const QList<MergedChange> &changes, bool open)
{
    auto *head = new FoldHeader(title, int(changes.size()), note);
    QStringList titles;
    for (int side = 0; side < m_model.columns().size(); ++side) titles.append(VersionWords::title(m_model, side));
    QWidget *body = changes.isEmpty() ? nullptr : new MergedLines(changes, m_model.sides(), titles);
    m_lines->addWidget(head);
    if (body) m_lines->addWidget(body);
    if (body) body->setAccessibleName(title);
    head->setBody(body, open);
}

// Where the result would lie over their version, it waits until it is asked for.
void ConflictPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (std::exchange(m_narrow, m_split->isOver()) != m_split->isOver()) m_split->setOpen(!m_narrow);
}

void ConflictPage::showAnswers()
{
    for (ConflictRow *row : std::as_const(m_rows)) row->refresh();
    m_undo->setEnabled(m_model.canUndo());
    m_redo->setEnabled(m_model.canRedo());
    m_side->showAnswers();
}

void ConflictPage::showCurrent()
{
    for (ConflictRow *row : std::as_const(m_rows)) row->update();
    m_side->showCurrent();
    if (ConflictRow *row = m_rows.value(m_model.current())) {
        m_scroll->ensureVisible(m_scroll->horizontalScrollBar()->value(), row->y() + row->height() / 2, 0, row->height() / 2 + 24);
        // The keyboard goes with the question unless a text is being written.
        if (qobject_cast<ConflictRow *>(focusWidget()) || m_scroll->isAncestorOf(focusWidget())) row->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace vox
