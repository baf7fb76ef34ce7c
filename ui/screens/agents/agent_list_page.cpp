#include "ui/screens/agents/agent_list_page.h"
#include "app/wording/wording.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/agents_table_model.h"
#include "ui/screens/screen.h"
#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;

AgentListPage::AgentListPage(AgentsListViewModel &list, QWidget *parent)
    : QWidget(parent), m_list(list), m_model(new AgentsTableModel(list, this)), m_search(new kit::SearchField(tr("Search agents"), this)),
      m_table(new QTableView(this)), m_stack(new QStackedWidget(this)), m_templates(new QMenu(this))
{
    makeActions();
    makeTable();
    auto *header = new kit::PageHeader(tr("Agents"), this);
    header->setIcon("workflow");
    m_search->setMinimumWidth(200);
    auto *import = new QPushButton(tr("Import…"));
    auto *fresh = new QPushButton(tr("New agent"));
    kit::setRole(fresh, kit::ButtonRole::Primary);
    fresh->setMenu(m_templates);
    header->addAction(m_search);
    auto *releases = new QPushButton(tr("Releases"));
    releases->setToolTip(tr("What was published, and what differs (Ctrl+Shift+R)"));
    connect(releases, &QPushButton::clicked, this, &AgentListPage::releasesRequested);
    header->addAction(releases);
    header->addAction(import);
    header->addAction(fresh);
    m_edits = {import, fresh};

    m_none = new kit::Empty("workflow", tr("No agents yet. An agent answers calls after a script you draw as a graph."), tr("New agent"), this);
    m_none->button()->setMenu(m_templates);
    auto *unfound = new kit::Empty("search", tr("No agent matches this search."), tr("Clear the search"), this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_none);
    m_stack->addWidget(unfound);
    m_stack->addWidget(new QWidget(this)); // not loaded yet: nothing, for some milliseconds
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_stack, 1);

    connect(import, &QPushButton::clicked, this, &AgentListPage::askImport);
    connect(unfound, &kit::Empty::pressed, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, &m_list, &AgentsListViewModel::setSearch);
    m_search->installEventFilter(this);
    connect(m_templates, &QMenu::aboutToShow, this, [this] { fillTemplates(m_templates); });
    fillTemplates(m_templates);
    connect(&list, &AgentsListViewModel::changed, this, &AgentListPage::show);
    connect(&list, &AgentsListViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    connect(&list, &AgentsListViewModel::created, this, [this](DocumentId id) {
        m_toSelect = id;
        emit openRequested(id);
    });
    connect(&list, &AgentsListViewModel::exported, this, [this](const QString &path) {
        emit noticed({Notice::Level::Information, tr("Exported to %1").arg(path), {}, {}, {}});
    });
    connect(&list, &AgentsListViewModel::removed, this, [this](DocumentId id, const QString &name) {
        emit noticed({Notice::Level::Information, tr("“%1” was deleted").arg(name), {}, tr("Undo"),
                      [list = QPointer(&m_list), id] { if (list) list->restore(id); }});
    });
    connect(&list, &AgentsListViewModel::importRefused, this, &AgentListPage::tellRefused);
    setFocusProxy(m_table);
    m_table->setFocus();
    show();
}

void AgentListPage::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, const char *icon, auto slot) {
        auto *action = new QAction(text, this);
        if (*icon) action->setIcon(kit::icon(icon));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        Screen::setMenu(action, "agent");
        connect(action, &QAction::triggered, this, slot);
        m_actions.append(action);
        addAction(action);
        return action;
    };
    m_needRole << add(tr("New agent…"), QKeySequence::New, "plus", [this] { m_templates->popup(mapToGlobal(QPoint(width() - 260, 44))); });
    m_needRow << add(tr("Open"), {}, "", [this] { openCurrent(); });
    m_merge = add(tr("Put two versions together…"), QKeySequence(Qt::CTRL | Qt::Key_M), "git-merge", [this] { emit mergeRequested(current()); });
    m_needRow << add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), "copy", [this] { duplicateCurrent(); });
    m_needRole << m_needRow.last() << add(tr("Import…"), QKeySequence(Qt::CTRL | Qt::Key_I), "upload", [this] { askImport(); });
    m_needRow << add(tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), "download", [this] { askExport(); });
    QAction *remove = add(tr("Delete"), QKeySequence::Delete, "trash-2", [this] { removeCurrent(); });
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    m_needRow << remove;
    m_needRole << remove;
    Screen::setMenu(add(tr("Releases"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), "package", [this] { emit releasesRequested(); }), "go");
    add(tr("Search agents"), QKeySequence::Find, "search", [this] { m_search->setFocus(); m_search->selectAll(); });
}

void AgentListPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Agents"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new kit::RowDelegate(m_table, kit::RowDelegate::Density::TwoLines));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(AgentsTableModel::Name, QHeaderView::Stretch);
    const kit::Theme &theme = kit::Theme::of(this);
    const std::pair<int, int> widths[] = {{AgentsTableModel::Languages, 96}, {AgentsTableModel::State, 200}, {AgentsTableModel::Nodes, 72},
                                          {AgentsTableModel::Changed, 144}, {AgentsTableModel::LastCall, 144}};
    for (const auto &[column, width] : widths) m_table->setColumnWidth(column, theme.px(width));
    header->setHighlightSections(false);
    m_table->installEventFilter(this);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) {
        m_merge->setEnabled(at.isValid() && m_list.rows().at(at.row()).conflict);
    });
    m_merge->setEnabled(false);
    connect(m_table, &QTableView::doubleClicked, this, &AgentListPage::openCurrent);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](QPoint at) {
        if (!m_table->indexAt(at).isValid()) return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (m_merge->isEnabled()) menu->addAction(m_merge);
        for (QAction *action : std::as_const(m_needRow))
            if (action->isEnabled()) menu->addAction(action);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
}

void AgentListPage::fillTemplates(QMenu *menu)
{
    menu->clear();
    for (const AgentTemplate &from : m_list.templates()) {
        QAction *action = menu->addAction(from.name);
        action->setToolTip(from.description);
        connect(action, &QAction::triggered, this, [this, id = from.id] { m_list.create(id); });
    }
    menu->setToolTipsVisible(true);
}

void AgentListPage::show()
{
    const bool some = !m_list.rows().isEmpty();
    m_stack->setCurrentIndex(some ? 0 : !m_list.isLoaded() ? 3 : m_list.all().isEmpty() ? 1 : 2);
    if (some) select(m_toSelect.isNull() ? m_list.rows().first().id : m_toSelect);
    const bool edits = m_list.mayEdit();
    for (QAction *action : std::as_const(m_needRow)) action->setEnabled(some && (edits || !m_needRole.contains(action)));
    for (QAction *action : std::as_const(m_needRole))
        if (!m_needRow.contains(action)) action->setEnabled(edits);
    for (QWidget *button : std::as_const(m_edits)) button->setVisible(edits);
    m_none->setSentence(edits ? tr("No agents yet. An agent answers calls after a script you draw as a graph.") : tr("No agents yet. Your role may look at them and not make any."));
    m_none->button()->setVisible(edits);
}

DocumentId AgentListPage::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_list.rows().size() ? m_list.rows().at(row).id : DocumentId();
}

void AgentListPage::select(DocumentId agent)
{
    for (int row = 0; row < m_list.rows().size(); ++row)
        if (m_list.rows().at(row).id == agent) m_table->selectRow(row);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) m_table->selectRow(0);
}

void AgentListPage::openCurrent()
{
    m_toSelect = current();
    if (!m_toSelect.isNull()) emit openRequested(m_toSelect);
}

void AgentListPage::duplicateCurrent()
{
    const int row = m_table->currentIndex().row();
    if (current().isNull()) return;
    m_list.duplicate(current(), tr("%1 (copy)").arg(m_list.rows().at(row).name));
}

void AgentListPage::removeCurrent()
{
    if (!current().isNull()) m_list.remove(current());
}

void AgentListPage::askImport()
{
    auto *dialog = new QFileDialog(this, tr("Import agents"), {}, tr("Agents (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, &m_list, &AgentsListViewModel::importFiles);
    dialog->open();
}

void AgentListPage::askExport()
{
    const DocumentId id = current();
    if (id.isNull()) return;
    const QString name = m_list.rows().at(m_table->currentIndex().row()).name;
    auto *dialog = new QFileDialog(this, tr("Export agent"), name + u".json"_s, tr("Agents (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    connect(dialog, &QFileDialog::fileSelected, &m_list, [this, id](const QString &path) { m_list.exportTo(id, path); });
    dialog->open();
}

void AgentListPage::tellRefused(const QString &path, const Problems &problems)
{
    QStringList lines;
    for (const Problem &problem : problems.mid(0, 5)) lines.append(problem.path + u' ' + wording::whatHappened(problem.error));
    emit noticed({Notice::Level::Error, tr("%1 was not imported: %n problem(s).", nullptr, int(problems.size())).arg(path), lines.join(u'\n'), {}, {}});
}

bool AgentListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && (watched == m_table || watched == m_search)) {
        openCurrent();
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        m_table->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QJsonObject AgentListPage::saveState() const
{
    return {{u"search"_s, m_search->text()}, {u"current"_s, current().text()}};
}

void AgentListPage::restoreState(const QJsonObject &state)
{
    m_toSelect = DocumentId::parse(state.value("current"_L1).toString()).value_or(DocumentId());
    m_search->setText(state.value("search"_L1).toString());
    show();
}

} // namespace vox
