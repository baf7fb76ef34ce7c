#include "ui/screens/conversations/turns_panel.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/section_header.h"
#include "ui/kit/stacked_bar.h"
#include "ui/kit/time_axis.h"
#include "ui/kit/waterfall.h"
#include "ui/screens/call/latency_legend.h"
#include "ui/screens/call/transcript_blocks.h"
#include "ui/viewmodels/conversation_view_model.h"
#include <QAbstractTableModel>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

// The turns that have a total, in order of time.
class TurnsPanel::Model final : public QAbstractTableModel {
public:
    enum Column { Time, Words, Bar, Total, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setTurns(const ConversationSummary &summary, int goalMs)
    {
        beginResetModel();
        m_turns.clear();
        m_indexes.clear();
        for (int i = 0; i < summary.turns.size(); ++i)
            if (summary.turns[i].totalMs()) {
                m_turns.append(summary.turns[i]);
                m_indexes.append(i);
            }
        m_goal = goalMs;
        m_scale = latencyScale(summary, goalMs);
        endResetModel();
    }
    const TurnLatency &turn(int row) const { return m_turns.at(row); }
    int turnIndex(int row) const { return m_indexes.value(row, -1); }
    int rowOf(int turnIndex) const { return int(m_indexes.indexOf(turnIndex)); }
    int scale() const { return m_scale; }
    int goal() const { return m_goal; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_turns.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const TurnLatency &turn = m_turns.at(index.row());
        const int total = int(turn.totalMs().value_or(0));
        switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Time) return kit::TimeAxis::text(turn.callerEnd->value);
            if (index.column() == Words) return turn.callerText;
            if (index.column() == Total) return QLocale().toString(total);
            return {};
        case Qt::AccessibleTextRole: return index.column() == Bar ? QVariant(kit::StackedBar::words(latencyParts(turn))) : data(index, Qt::DisplayRole);
        case Qt::ToolTipRole: return kit::StackedBar::words(latencyParts(turn));
        case Qt::TextAlignmentRole: return index.column() == Total ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
        case kit::FontRole:
            if (index.column() == Total) return int(TextStyle::Mono);
            return index.column() == Time ? QVariant(int(TextStyle::MonoSmall)) : QVariant();
        case kit::InkRole: return index.column() == Time ? QVariant(int(Colour::Text3)) : QVariant();
        case kit::MeaningRole:
            if (const kit::Meaning meaning = kit::latencyMeaning(total, m_goal); index.column() == Total && meaning != kit::Meaning::Neutral)
                return int(meaning);
            return {};
        default: return {};
        }
    }

private:
    QList<TurnLatency> m_turns;
    QList<int> m_indexes;
    int m_goal = 0, m_scale = 1000;
};

namespace {

template <typename Model> class BarDelegate final : public kit::RowDelegate {
public:
    BarDelegate(QAbstractItemView *view, const Model &model) : RowDelegate(view), m_model(model) {}

protected:
    void paintCell(QPainter &painter, const QRect &cell, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.column() == Model::Bar)
            kit::StackedBar::draw(painter, cell, latencyParts(m_model.turn(index.row())), m_model.scale(), m_model.goal());
        else RowDelegate::paintCell(painter, cell, option, index);
    }

private:
    const Model &m_model;
};

} // namespace

TurnsPanel::TurnsPanel(ConversationViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_turns(new Model(this)), m_view(new QTableView), m_head(new kit::SectionHeader),
      m_chosenHead(new kit::SectionHeader), m_total(kit::makeLabel({}, TextStyle::Mono)), m_waterfall(new kit::Waterfall),
      m_words(kit::makeLabel({}, TextStyle::Small, Colour::Text2)), m_right(new QWidget)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    m_view->setModel(m_turns);
    new BarDelegate<Model>(m_view, *m_turns);
    m_view->horizontalHeader()->hide();
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(Model::Words, QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(Model::Bar, QHeaderView::Stretch);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_head);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(m.grid, 0, 0, 0);
    inset->addWidget(m_view);
    left->addLayout(inset, 1);
    auto *legend = new QHBoxLayout;
    legend->setContentsMargins(m.panelPadding, m.half, m.panelPadding, m.grid);
    legend->addWidget(new LatencyLegend);
    left->addLayout(legend);
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    m_chosenHead->addAction(m_total);
    right->addWidget(m_chosenHead);
    auto *cascade = new QVBoxLayout;
    cascade->setContentsMargins(m.panelPadding, m.grid, m.panelPadding, m.grid);
    cascade->addWidget(m_waterfall);
    cascade->addWidget(m_words);
    cascade->addStretch(1);
    right->addLayout(cascade, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(1);
    row->addLayout(left, 9);
    row->addWidget(m_right, 11);
    m_head->setHairline(true);
    m_chosenHead->setHairline(true);
    m_words->setWordWrap(true);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid()) m_model.chooseTurn(m_turns->turnIndex(now.row()));
    });
    connect(&model, &ConversationViewModel::opened, this, &TurnsPanel::refresh);
    connect(&model, &ConversationViewModel::turnChosen, this, &TurnsPanel::showChosen);
    refresh();
}

QSize TurnsPanel::sizeHint() const { return {400, kit::Theme::of(this).px(212)}; }

void TurnsPanel::setGoal(int ms)
{
    if (ms == m_goal) return;
    m_goal = ms;
    refresh();
}

void TurnsPanel::refresh()
{
    m_head->setTitle(tr("Answers"));
    m_head->setNote(tr("goal %1 ms").arg(QLocale().toString(m_goal)));
    m_view->setAccessibleName(tr("Answers"));
    if (!m_model.isOpen()) return;
    m_turns->setTurns(m_model.stored().summary, m_goal);
    // The slowest answer is what one looks for first.
    int slowest = -1;
    for (int row = 0; row < m_turns->rowCount(); ++row)
        if (slowest < 0 || *m_turns->turn(row).totalMs() > *m_turns->turn(slowest).totalMs()) slowest = row;
    const int before = m_turns->rowOf(m_model.chosenTurn());
    m_head->setCount(m_turns->rowCount());
    if (m_turns->rowCount() > 0) m_view->setCurrentIndex(m_turns->index(before >= 0 ? before : slowest, 0));
    showChosen();
}

void TurnsPanel::showChosen()
{
    const int row = m_turns->rowOf(m_model.chosenTurn());
    m_total->setVisible(row >= 0);
    m_waterfall->setVisible(row >= 0);
    if (row < 0) {
        m_chosenHead->setTitle(tr("From silence to sound"));
        m_words->setText(tr("No answer of this conversation followed the caller's voice."));
        m_words->setVisible(m_turns->rowCount() == 0);
        return;
    }
    if (m_view->currentIndex().row() != row) m_view->setCurrentIndex(m_turns->index(row, 0));
    const TurnLatency &turn = m_turns->turn(row);
    const kit::LatencyParts parts = latencyParts(turn);
    m_chosenHead->setTitle(tr("Turn %1, from silence to sound").arg(turn.utterance));
    m_total->setText(tr("%1 ms").arg(QLocale().toString(parts.total())));
    const kit::Meaning meaning = kit::latencyMeaning(parts.total(), m_goal);
    if (meaning == kit::Meaning::Neutral) kit::setText(m_total, TextStyle::Mono, Colour::Text1);
    else kit::setText(m_total, TextStyle::Mono, meaning);
    m_waterfall->setParts(parts, m_goal);
    m_words->setText(turn.agentText);
    m_words->setVisible(true);
}

void TurnsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const kit::Theme &t = kit::Theme::of(this);
    m_view->setColumnWidth(Model::Time, t.px(52));
    m_view->setColumnWidth(Model::Total, t.px(64));
}

void TurnsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

void TurnsPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = kit::Theme::of(this)[Colour::Line1];
    kit::hairlineAcross(painter, 0, width(), 0, ink);
    kit::hairlineDown(painter, m_right->x() - 1, 0, height(), ink);
}

} // namespace vox
