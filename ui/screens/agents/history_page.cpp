#include "ui/screens/agents/history_page.h"
#include "app/wording/wording.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/segments.h"
#include "ui/screens/agents/diff_pane.h"
#include "ui/screens/agents/history_models.h"
#include "ui/screens/agents/text_diff_view.h"
#include "ui/screens/when_text.h"
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

HistoryPage::HistoryPage(Workspace &workspace, Environments &environments, AgentDocumentContent &content, QWidget *parent)
    : QWidget(parent), m_history(workspace, content.sharedDocument(), &environments), m_content(content), m_versionsModel(new VersionsModel(m_history, this)),
      m_changesModel(new ChangesModel(m_history, this)), m_versions(new QListView), m_changes(new QTableView), m_name(new QLineEdit),
      m_restore(new QPushButton(tr("Return to this version"))), m_before(new DiffPane(u"A"_s)), m_after(new DiffPane(u"B"_s)), m_both(new DiffPane(u"±"_s)),
      m_lists(new QStackedWidget), m_text(new TextDiffView),
      m_how(new kit::Segments({tr("Side by side"), tr("Overlay")})), m_show(new kit::Segments({tr("Versions"), tr("Every save")})), m_as(new kit::Segments({tr("Fields"), tr("Text")})), m_who(new QComboBox),
      m_folded(kit::makeLabel({}, TextStyle::Small, Colour::Text3)),
      m_counts(kit::makeLabel({}, TextStyle::Small, Colour::Text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    makeVersions();
    makeComparison();
    connect(&m_history, &AgentsHistoryViewModel::versionsChanged, this, &HistoryPage::showVersions);
    connect(&content, &EditedContent::contentChanged, this, [this] {
        m_restore->setVisible(!m_content.isReadOnly());
        m_name->setVisible(!m_content.isReadOnly());
    });
    connect(&m_history, &AgentsHistoryViewModel::comparisonChanged, this, &HistoryPage::showComparison);
    connect(&m_history, &AgentsHistoryViewModel::failed, this, [this](const Error &error) {
        emit noticed({Notice::Level::Error, wording::whatHappened(error), wording::whatNext(error), {}, {}});
    });
    connect(&m_history, &AgentsHistoryViewModel::restored, this, [this] {
        emit noticed({Notice::Level::Information, tr("The older version is back."), {}, tr("Undo"),
                      [content = QPointer(&m_content)] { if (content) content->undo(); }});
        m_history.refresh();
    });
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::makeVersions()
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *side = new QWidget(this);
    kit::setSurface(side, Colour::Surface1);
    side->setFixedWidth(theme.metrics().versionList);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.metrics().grid + 4, theme.metrics().grid, theme.metrics().grid + 4, theme.metrics().grid);
    head->setSpacing(theme.metrics().grid);
    auto *first = new QHBoxLayout;
    first->addWidget(m_show);
    first->addStretch(1);
    first->addWidget(m_folded);
    head->addLayout(first);
    head->addWidget(m_who);
    m_show->setAccessibleName(tr("What the list shows"));
    m_who->setAccessibleName(tr("Versions of"));
    column->addLayout(head);
    connect(m_show, &kit::Segments::currentChanged, this, [this](int index) {
        m_history.setShow(index ? AgentsHistoryViewModel::Show::Saves : AgentsHistoryViewModel::Show::Versions);
    });
    connect(m_who, &QComboBox::activated, this, [this](int index) { m_history.setAuthor(m_who->itemData(index).toString()); });
    m_versions->setModel(m_versionsModel);
    m_versions->setItemDelegate(new VersionDelegate(m_versions));
    m_versions->setFrameShape(QFrame::NoFrame);
    m_versions->setMouseTracking(true);
    m_versions->viewport()->setAutoFillBackground(false); // lies on the panel
    m_versions->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_versions->setAccessibleName(tr("Versions"));
    m_versions->setToolTip(tr("One version is compared with the one before it; Ctrl picks two."));
    column->addWidget(m_versions, 1);
    connect(m_versions->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::chooseVersions);
    auto *foot = new QVBoxLayout;
    const int padding = theme.metrics().grid + 4;
    foot->setContentsMargins(padding, padding, padding, padding);
    foot->setSpacing(theme.metrics().grid);
    m_name->setPlaceholderText(tr("Name what stands now"));
    m_name->setAccessibleName(tr("Name what stands now"));
    m_name->setMaxLength(200);
    foot->addWidget(m_name);
    foot->addWidget(m_restore);
    column->addLayout(foot);
    layout()->addWidget(side);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (!m_name->text().trimmed().isEmpty()) m_history.name(m_name->text().simplified());
        m_name->clear();
    });
    connect(m_restore, &QPushButton::clicked, this, [this] { m_history.restore(m_history.older()); });
}

void HistoryPage::makeComparison()
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *side = new QWidget(this);
    kit::setSurface(side, Colour::Surface1);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *graphs = new QHBoxLayout;
    graphs->setSpacing(0);
    graphs->addWidget(m_before, 1);
    graphs->addWidget(m_after, 1);
    graphs->addWidget(m_both, 1);
    m_both->hide();
    connect(m_how, &kit::Segments::currentChanged, this, [this](int index) {
        m_both->setVisible(index == 1);
        m_before->setVisible(index == 0);
        m_after->setVisible(index == 0);
    });
    column->addLayout(graphs, 5);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.metrics().grid + 4, 0, theme.metrics().grid + 4, 0);
    auto *title = kit::makeLabel(tr("Changes"), TextStyle::BodyStrong);
    title->setFixedHeight(theme.metrics().sectionHeader);
    head->addWidget(title);
    head->addSpacing(theme.metrics().grid);
    head->addWidget(m_counts, 1);
    m_how->setAccessibleName(tr("How the graphs are compared"));
    m_how->setObjectName(u"graphs"_s);
    m_as->setObjectName(u"changes"_s);
    head->addWidget(m_how);
    head->addSpacing(theme.metrics().grid);
    head->addWidget(kit::makeLabel(u"Alt+↑  Alt+↓"_s, TextStyle::MonoSmall, Colour::Text3));
    head->addSpacing(theme.metrics().grid);
    m_as->setAccessibleName(tr("How the changes are listed"));
    head->addWidget(m_as);
    connect(m_as, &kit::Segments::currentChanged, this, [this](int index) {
        m_lists->setCurrentIndex(index);
        if (index == 1) showText();
    });
    column->addLayout(head);
    m_changes->setModel(m_changesModel);
    new ChangesDelegate(m_changes);
    m_changes->setAccessibleName(tr("Changes"));
    m_changes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_changes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_changes->setTabKeyNavigation(false);
    m_changes->verticalHeader()->hide();
    QHeaderView *header = m_changes->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(theme.px(36));
    m_changes->setColumnWidth(ChangesModel::Sign, theme.px(36));
    m_changes->setColumnWidth(ChangesModel::What, theme.px(160));
    m_changes->setColumnWidth(ChangesModel::Part, theme.px(160));
    header->setSectionResizeMode(ChangesModel::Before, QHeaderView::Stretch);
    header->setSectionResizeMode(ChangesModel::After, QHeaderView::Stretch);
    m_lists->addWidget(m_changes);
    m_lists->addWidget(m_text);
    column->addWidget(m_lists, 3);
    layout()->addWidget(side);
    connect(m_changes->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &at) {
        if (!at.isValid()) return;
        const QString node = m_history.lines().at(at.row()).node;
        for (DiffPane *pane : {m_before, m_after, m_both}) pane->showNode(node);
    });
    connect(m_changes, &QTableView::doubleClicked, this, [this](const QModelIndex &at) {
        const QString node = m_history.lines().at(at.row()).node;
        if (!node.isEmpty()) emit nodeChosen(node);
    });
    connect(m_before, &DiffPane::moved, this, [this] { m_after->follow(*m_before); });
    connect(m_after, &DiffPane::moved, this, [this] { m_before->follow(*m_after); });
    for (const int by : {1, -1}) {
        auto *keys = new QShortcut(QKeySequence(Qt::ALT | (by > 0 ? Qt::Key_Down : Qt::Key_Up)), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(keys, &QShortcut::activated, this, [this, by] { step(by); });
    }
}

void HistoryPage::step(int by)
{
    if (m_lists->currentIndex() == 1) return m_text->step(by);
    const int row = std::clamp(m_changes->currentIndex().row() + by, 0, std::max(0, m_changesModel->rowCount() - 1));
    m_changes->selectRow(row);
}

// Only when it is looked at: a long script has thousands of lines.
void HistoryPage::showText()
{
    m_text->show(textDiff(agentText(m_history.olderContent()), agentText(m_history.newerContent())));
}

void HistoryPage::beginNaming()
{
    m_name->setFocus();
}

// One chosen: it against the one before it. Two: against each other.
void HistoryPage::chooseVersions()
{
    QList<int> rows;
    for (const QModelIndex &index : m_versions->selectionModel()->selectedIndexes()) rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.size() == 1 && m_versionsModel->rowCount() > 1) {
        const int last = m_versionsModel->rowCount() - 1;
        m_history.compare(rows.first() == last ? 0 : rows.first(), rows.first() == last ? last : rows.first() + 1);
    } else if (rows.size() >= 2) {
        m_history.compare(rows.first(), rows.last());
    }
}

void HistoryPage::showVersions()
{
    m_restore->setEnabled(m_versionsModel->rowCount() > 1);
    m_restore->setVisible(!m_content.isReadOnly());
    m_name->setVisible(!m_content.isReadOnly());
    m_folded->setText(m_history.folded() > 0 ? tr("%n save(s) between", nullptr, m_history.folded()) : QString());
    m_who->clear();
    m_who->addItem(tr("Everybody"), QString());
    for (const QString &author : m_history.authors()) m_who->addItem(authorText(author), author);
    m_who->setCurrentIndex(std::max(0, m_who->findData(m_history.author())));
    m_who->setVisible(m_who->count() > 2);
}

void HistoryPage::showComparison()
{
    const auto title = [this](int row) { return m_versionsModel->index(row).data(VersionsModel::TitleRole).toString(); };
    const auto note = [this](int row) { return m_versionsModel->index(row).data(VersionsModel::WhenRole).toString(); };
    const FlowDiff &diff = m_history.flowDiff();
    m_before->show(title(m_history.older()), note(m_history.older()), m_history.olderContent(), diff.before);
    m_after->show(title(m_history.newer()), note(m_history.newer()), m_history.newerContent(), diff.after);
    // One over the other: the newer graph, and what went stays where it was.
    Flow both = Flow::fromJson(m_history.newerContent().value("flow"_L1).toObject());
    const Flow older = Flow::fromJson(m_history.olderContent().value("flow"_L1).toObject());
    QHash<QString, DiffMark> marks = diff.after;
    for (const Node &node : older.nodes)
        if (diff.before.value(node.id) == DiffMark::Removed) both.nodes.append(node);
    for (const Edge &edge : older.edges)
        if (diff.before.value(edge.id) == DiffMark::Removed && both.node(edge.from) && both.node(edge.to)) both.edges.append(edge);
    for (auto it = diff.before.cbegin(); it != diff.before.cend(); ++it)
        if (*it == DiffMark::Removed) marks.insert(it.key(), DiffMark::Removed);
    QJsonObject overlay = m_history.newerContent();
    overlay.insert("flow"_L1, both.toJson());
    m_both->show(title(m_history.newer()), tr("against %1").arg(title(m_history.older())), overlay, marks);
    int added = 0, removed = 0;
    for (const auto &line : m_history.lines()) {
        added += line.change.what == Change::What::Added;
        removed += line.change.what == Change::What::Removed;
    }
    const int changed = int(m_history.lines().size()) - added - removed;
    if (m_lists->currentIndex() == 1) showText();
    m_counts->setText(tr("+%1 added   −%2 removed   ~%3 changed").arg(added).arg(removed).arg(changed));
}

} // namespace vox
