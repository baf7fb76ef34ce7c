#include "ui/screens/agents/publish/releases_page.h"
#include "app/wording/wording.h"
#include "app/workspace/when_done.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/page_header.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/section_header.h"
#include "ui/kit/theme.h"
#include "ui/screens/agents/environment_words.h"
#include "ui/screens/agents/history_models.h"
#include "ui/screens/agents/publish/publish_dialog.h"
#include "ui/screens/agents/publish/publish_lines_model.h"
#include "ui/screens/screen.h"
#include "ui/screens/when_text.h"
#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

ReleasesModel::ReleasesModel(ReleasesViewModel &releases, QObject *parent) : QAbstractListModel(parent), m_releases(releases) {}

void ReleasesModel::reset()
{
    beginResetModel();
    endResetModel();
}

QVariant ReleasesModel::data(const QModelIndex &index, int role) const
{
    const Release &release = m_releases.releases().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case VersionsModel::TitleRole: return tr("Version %1").arg(release.number);
    case VersionsModel::MessageRole: return release.message;
    case VersionsModel::WhenRole: return authorText(release.author) + u", "_s + whenText(release.created, {QDateTime::currentMSecsSinceEpoch()});
    case VersionsModel::LetterRole: return index.row() == m_releases.older() ? u"A"_s : index.row() == m_releases.newer() ? u"B"_s : QString();
    case VersionsModel::NowRole: return false;
    case VersionsModel::NamedRole: return true;
    case VersionsModel::TagRole: {
        QStringList words;
        for (const Environment environment : m_releases.in(index.row())) words.append(environment == Environment::Production ? VersionsModel::tr("live") : VersionsModel::tr("staging"));
        return words;
    }
    case Qt::ToolTipRole: return tr("%n agent(s)", nullptr, int(release.documents.size()));
    default: return {};
    }
}

ReleasesPage::ReleasesPage(Environments &environments, QWidget *parent)
    : QWidget(parent), m_environments(environments), m_model(environments), m_rows(new ReleasesModel(m_model, this)),
      m_lines(new PublishLinesModel(m_model.lines(), this)), m_list(new QListView), m_table(new QTableView),
      m_head(new kit::SectionHeader(tr("What differs"))), m_which(kit::makeLabel({}, kit::TextStyle::BodyStrong)), m_publish(new QPushButton), m_stack(new QStackedWidget),
      m_empty(new kit::Empty("package", {}))
{
    kit::setSurface(this, Colour::Surface1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new kit::PageHeader(title());
    header->setIcon("package");
    header->setBackVisible(true);
    header->setNote(tr("Everything that was ever published, with all its agents"));
    connect(header, &kit::PageHeader::back, this, &ReleasesPage::backRequested);
    column->addWidget(header);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(makeComparison(), 1);
    column->addLayout(row, 1);
    auto *back = new QAction(tr("All agents"), this);
    back->setIcon(kit::icon("arrow-left"));
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    Screen::setMenu(back, "go");
    connect(back, &QAction::triggered, this, &ReleasesPage::backRequested);
    m_actions.append(back);
    m_publishing = new QAction(tr("Publish again…"), this);
    m_publishing->setIcon(kit::icon("upload"));
    m_publishing->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_publishing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    Screen::setMenu(m_publishing, "agent");
    connect(m_publishing, &QAction::triggered, this, &ReleasesPage::openPublish);
    m_actions.append(m_publishing);
    connect(&m_model, &ReleasesViewModel::releasesChanged, this, &ReleasesPage::showReleases);
    connect(&m_model, &ReleasesViewModel::compared, this, &ReleasesPage::showComparison);
    showReleases();
    showComparison();
    setFocusProxy(m_list);
}

ReleasesPage::~ReleasesPage() = default;

QWidget *ReleasesPage::makeList()
{
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setAccessibleName(tr("Releases"));
    m_list->setToolTip(tr("One release is compared with the one before it; Ctrl picks any two."));
    m_list->setFixedWidth(kit::Theme::of(this).metrics().versionList);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReleasesPage::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReleasesPage::showPublish);
    connect(m_list, &QListView::activated, this, &ReleasesPage::openPublish);
    return m_list;
}

QWidget *ReleasesPage::makeComparison()
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *side = new QWidget;
    kit::setSurface(side, Colour::Surface1);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.metrics().panelPadding, 0, theme.metrics().panelPadding, 0);
    m_which->setFixedHeight(theme.metrics().toolRow);
    m_publish->setIcon(kit::icon("upload"));
    m_publish->setToolTip(tr("To staging or production, as it was then (Ctrl+Shift+P)"));
    connect(m_publish, &QPushButton::clicked, this, &ReleasesPage::openPublish);
    top->addWidget(m_which, 1);
    top->addWidget(m_publish);
    column->addLayout(top);
    m_head->setHairline(true);
    column->addWidget(m_head);
    m_table->setModel(m_lines);
    new kit::RowDelegate(m_table);
    m_table->setAccessibleName(tr("What differs"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(theme.px(32));
    const int widths[] = {32, 160, 170, 150};
    for (int i = 0; i < 4; ++i) m_table->setColumnWidth(i, theme.px(widths[i]));
    header->setSectionResizeMode(PublishLinesModel::Before, QHeaderView::Stretch);
    header->setSectionResizeMode(PublishLinesModel::After, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &at) { emit openRequested(m_model.lines().at(at.row()).agent); });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new QWidget); // being read: nothing, for some milliseconds
    column->addWidget(m_stack, 1);
    connect(m_empty, &kit::Empty::pressed, this, [this] { m_model.compare(m_model.older(), m_model.newer()); });
    return side;
}

// One chosen: against the one before it. Two: against each other.
void ReleasesPage::choose()
{
    QList<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes()) rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    const int last = m_rows->rowCount() - 1;
    if (rows.size() == 1 && last > 0) m_model.compare(rows.first() == last ? last - 1 : rows.first(), rows.first() == last ? last : rows.first() + 1);
    else if (rows.size() >= 2) m_model.compare(rows.first(), rows.last());
}

void ReleasesPage::showReleases()
{
    const QString chosen = m_chosen;
    m_rows->reset();
    const auto &releases = m_model.releases();
    const auto same = std::find_if(releases.cbegin(), releases.cend(), [&](const Release &release) { return release.id() == chosen; });
    if (!releases.isEmpty()) m_list->setCurrentIndex(m_rows->index(same == releases.cend() ? 0 : int(same - releases.cbegin())));
    showPublish();
}

// Of the release the cursor is on.
void ReleasesPage::showPublish()
{
    const auto &releases = m_model.releases();
    const int row = m_list->currentIndex().row();
    const bool some = row >= 0 && row < releases.size() && (m_environments.may(Environment::Staging) || m_environments.may(Environment::Production));
    m_publish->setVisible(some);
    m_publishing->setEnabled(some);
    if (some) m_publish->setText(tr("Publish version %1 again…").arg(releases.at(row).number));
    if (row >= 0 && row < releases.size()) m_chosen = releases.at(row).id();
}

void ReleasesPage::rollBack(Environment environment)
{
    whenDone(m_environments.rollBack(environment), this, [this, environment](const Result<EnvironmentState> &moved) {
        if (!moved) return emit noticed({Notice::Level::Error, wording::whatHappened(moved.error()), wording::whatNext(moved.error()), {}, {}});
        emit noticed({Notice::Level::Information, tr("%1 is back at what it had before.").arg(environmentWord(environment)), {}, {}, {}});
    });
}

void ReleasesPage::openPublish()
{
    if (!m_publishing->isEnabled()) return;
    auto *dialog = new PublishDialog(m_environments, DocumentId(), this);
    dialog->setRelease(m_model.releases().at(m_list->currentIndex().row()));
    connect(dialog, &PublishDialog::published, this, [this](Environment environment, int number, bool waits) {
        const QString sentence = waits ? tr("Version %1 waits for its time.").arg(number) : tr("Version %1 is in %2.").arg(number).arg(environmentWord(environment).toLower());
        const auto back = [page = QPointer(this), environment] {
            if (page) page->rollBack(environment);
        };
        emit noticed({Notice::Level::Information, sentence, {}, waits ? QString() : tr("Roll back"), waits ? std::function<void()>() : back});
    });
    connect(dialog, &PublishDialog::problemChosen, this, [this](DocumentId agent) { emit openRequested(agent); });
    connect(dialog, &PublishDialog::conflictChosen, this, &ReleasesPage::conflictRequested);
    dialog->open();
}

void ReleasesPage::showComparison()
{
    m_lines->reset();
    if (m_rows->rowCount() > 0) emit m_rows->dataChanged(m_rows->index(0), m_rows->index(m_rows->rowCount() - 1)); // the letters
    const auto &releases = m_model.releases();
    const bool two = m_model.older() >= 0;
    m_which->setVisible(two);
    m_head->setVisible(two);
    if (two) {
        const QString older = tr("Version %1").arg(releases.at(m_model.older()).number), newer = tr("Version %1").arg(releases.at(m_model.newer()).number);
        m_which->setText(tr("%1 and %2", "two releases compared").arg(older, newer));
        m_lines->setTitles(older, newer);
    }
    m_head->setCount(int(m_model.lines().size()));
    m_empty->setButton({});
    if (m_model.state() == ReleasesViewModel::State::Loading) return m_stack->setCurrentIndex(2);
    if (m_model.error()) {
        m_empty->setSentence(wording::sentence(*m_model.error()));
        m_empty->setButton(tr("Try again"));
    } else if (!two) {
        m_empty->setSentence(releases.isEmpty() ? tr("Nothing was published yet. What is published becomes a release that never changes.")
                                                : tr("There is one release. The next one can be compared with it."));
    } else {
        m_empty->setSentence(tr("These two are the same."));
    }
    m_stack->setCurrentIndex(m_model.lines().isEmpty() ? 1 : 0);
}

} // namespace vox
