#include "ui/screens/conversations/list_page.h"
#include "ui/kit/empty.h"
#include "ui/kit/icons.h"
#include "ui/kit/right_panel.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/theme.h"
#include "ui/screens/conversations/conversations_table.h"
#include "ui/screens/conversations/filter_row.h"
#include "ui/screens/conversations/preview_panel.h"
#include "ui/viewmodels/conversation_view_model.h"
#include "ui/viewmodels/conversations_list.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

namespace {

// Marks are icons, everything else as kit draws it.
class MarksDelegate final : public kit::RowDelegate {
public:
    MarksDelegate(QAbstractItemView *view, const ConversationsTable &table) : RowDelegate(view, Density::ListRow), m_table(table), m_view(view) {}

protected:
    void paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() != ConversationsTable::Marks) return RowDelegate::paintCell(painter, cell, option, index);
        const ConversationRow &row = m_table.row(index.row());
        const kit::Theme &t = kit::Theme::of(m_view);
        const int side = t.metrics().iconInline;
        QRect at(cell.left(), cell.center().y() - side / 2, side, side);
        const auto mark = [&](bool shown, const char *icon, kit::Meaning meaning) {
            if (!shown) return;
            kit::drawIcon(painter, icon, at, t.strong(meaning));
            at.translate(side + t.px(6), 0);
        };
        mark(row.interruptions > 0, "layers-2", kit::Meaning::Warning);
        mark(row.errors > 0, "octagon-x", kit::Meaning::Error);
        mark(row.outcome == Outcome::HandedOver, "headset", kit::Meaning::Human);
    }

private:
    const ConversationsTable &m_table;
    QAbstractItemView *m_view;
};

} // namespace

ListPage::ListPage(ConversationsList &list, ConversationViewModel &model, AgentDocuments &agents, QWidget *parent)
    : QWidget(parent), m_list(list), m_model(model), m_title(kit::makeLabel({}, kit::TextStyle::Title)), m_filters(new FilterRow(list, agents)),
      m_table(new ConversationsTable(list, this)), m_view(new QTableView), m_nothing(new QWidget),
      m_empty(new kit::Empty("messages-square", {}, {})), m_panels(new kit::RightPanel), m_preview(new PreviewPanel(model)),
      m_middle(new QStackedLayout)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *header = new RuledRow;
    header->row()->addWidget(m_title);
    header->row()->addStretch(1);
    m_view->setModel(m_table);
    new MarksDelegate(m_view, *m_table);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->installEventFilter(this);
    auto *centre = new QVBoxLayout(m_nothing);
    centre->addStretch(2);
    m_empty->setFixedWidth(kit::Theme::of().px(620));
    centre->addWidget(m_empty, 0, Qt::AlignHCenter);
    centre->addStretch(3);
    auto *rows = new QWidget;
    auto *inset = new QVBoxLayout(rows);
    inset->setContentsMargins(m.grid, 0, 0, 0);
    inset->addWidget(m_view);
    auto *content = new QWidget;
    m_middle->addWidget(rows);
    m_middle->addWidget(m_nothing);
    content->setLayout(m_middle);
    m_panels->setContent(content);
    m_panels->setPanel(m_preview, kit::Metrics().previewPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_filters);
    column->addWidget(m_panels, 1);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!now.isValid()) return;
        m_row = now.row();
        m_preview->setSearch(m_filters->text());
        m_model.open(m_table->row(now.row()).id);
    });
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { emit openRequested(m_table->row(index.row()).id); });
    connect(m_preview, &PreviewPanel::openRequested, this, [this] { emit openRequested(current()); });
    connect(m_filters, &FilterRow::leaveDownwards, this, &ListPage::focusRows);
    connect(&list, &ConversationsList::queryChanged, this, [this] { m_preview->setSearch(m_filters->text()); });
    connect(&list, &ConversationsList::reset, this, [this] {
        if (isVisible()) chooseSome(); // what is open on its own page stays open
    });
    connect(&list, &ConversationsList::answered, this, &ListPage::showState);
    connect(m_empty, &kit::Empty::pressed, this, [this] {
        if (m_list.isFiltered()) m_filters->clear();
        else emit callRequested();
    });
    retranslate();
    sizeColumns();
}

void ListPage::retranslate()
{
    m_title->setText(tr("Conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    sizeColumns();
    showState();
}

void ListPage::showState()
{
    const bool empty = m_list.wasAnswered() && m_list.rows().isEmpty();
    m_middle->setCurrentIndex(empty ? 1 : 0);
    m_panels->setOpen(!empty && !m_panels->isOver());
    m_empty->setSentence(m_list.isFiltered() ? tr("No conversation fits this search.") : tr("Nobody has talked to an agent yet. Call one and find the call here."));
    m_empty->setButton(m_list.isFiltered() ? tr("Clear the filters") : tr("Call an agent"));
}

void ListPage::sizeColumns()
{
    const kit::Theme &t = kit::Theme::of(this);
    const int wide = m_view->viewport()->width();
    const bool narrow = wide < t.px(760);
    int left = wide;
    const auto set = [&](int column, int pixels) {
        m_view->setColumnHidden(column, pixels == 0);
        if (pixels == 0) return;
        m_view->setColumnWidth(column, t.px(pixels));
        left -= t.px(pixels);
    };
    set(ConversationsTable::Time, 120);
    set(ConversationsTable::Channel, narrow ? 0 : 132);
    set(ConversationsTable::Language, narrow ? 0 : 56);
    set(ConversationsTable::Duration, 72);
    set(ConversationsTable::Outcome, narrow ? 128 : 150);
    set(ConversationsTable::Delay, 136);
    set(ConversationsTable::Marks, 84);
    m_view->setColumnWidth(ConversationsTable::Agent, std::max(t.px(120), left));
}

// The same conversation stays chosen while rows come and go; when it is gone, its place is.
void ListPage::chooseSome()
{
    const int same = m_list.indexOf(m_model.id());
    const int next = same >= 0 ? same : std::min(std::max(0, m_row), int(m_list.rows().size()) - 1);
    if (next >= 0) m_view->setCurrentIndex(m_table->index(next, 0));
    else if (m_list.wasAnswered()) m_model.open({});
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_view->currentIndex().isValid()) chooseSome();
}

ConversationId ListPage::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_table->row(index.row()).id : ConversationId();
}

void ListPage::choose(ConversationId id)
{
    if (const int row = m_list.indexOf(id); row >= 0) m_view->setCurrentIndex(m_table->index(row, 0));
}

void ListPage::setGoals(const QHash<QString, int> &goals) { m_table->setGoals(goals); }

void ListPage::focusRows()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->currentIndex().isValid() && m_table->rowCount() > 0) m_view->setCurrentIndex(m_table->index(0, 0));
}

void ListPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::StyleChange) sizeColumns();
    QWidget::changeEvent(event);
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_panels->isOver()) m_panels->setOpen(false);
    else showState();
}

bool ListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize) QMetaObject::invokeMethod(this, &ListPage::sizeColumns, Qt::QueuedConnection);
    if (watched == m_view && event->type() == QEvent::KeyPress && !current().isNull()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit openRequested(current());
            return true;
        }
        if (key == Qt::Key_Delete) {
            emit removeRequested(current());
            return true;
        }
        if (key == Qt::Key_Space) {
            m_model.togglePlay();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vox
