#include "ui/screens/conversations/conversations_table.h"
#include "models/kinds/agents/agent.h"
#include "ui/kit/latency_parts.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/time_axis.h"
#include "ui/screens/conversations/conversation_words.h"
#include "ui/viewmodels/conversations_list.h"
#include <QDateTime>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr double barMs = 2000.0; // full width of the little bar
}

QString whenText(UtcMs started)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(started.value);
    const QDate today = QDate::currentDate();
    const QString time = at.toString(u"HH:mm"_s);
    if (at.date() == today) return time;
    const QString day = at.date().year() == today.year() ? QLocale().toString(at.date(), u"d MMM"_s) : QLocale().toString(at.date(), u"d MMM yyyy"_s);
    return day + u' ' + time;
}

QString durationText(qint64 ms) { return kit::TimeAxis::text(ms * 1000); }

ConversationsTable::ConversationsTable(ConversationsList &list, QObject *parent) : QAbstractTableModel(parent), m_list(list)
{
    connect(&list, &ConversationsList::aboutToReset, this, [this] { beginResetModel(); });
    connect(&list, &ConversationsList::reset, this, [this] { endResetModel(); });
    connect(&list, &ConversationsList::aboutToAppend, this, [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&list, &ConversationsList::appended, this, [this] { endInsertRows(); });
}

const ConversationRow &ConversationsTable::row(int index) const { return m_list.rows().at(index); }

void ConversationsTable::setGoals(QHash<QString, int> goals)
{
    m_goals = std::move(goals);
    if (!m_list.rows().isEmpty()) emit dataChanged(index(0, Delay), index(rowCount() - 1, Delay), {kit::MeaningRole});
}

int ConversationsTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_list.rows().size()); }

bool ConversationsTable::canFetchMore(const QModelIndex &parent) const { return !parent.isValid() && m_list.canFetchMore(); }

void ConversationsTable::fetchMore(const QModelIndex &parent)
{
    if (!parent.isValid()) m_list.fetchMore();
}

QString ConversationsTable::text(const ConversationRow &row, int column) const
{
    switch (column) {
    case Time: return whenText(row.started);
    case Agent: return row.agentName;
    case Channel: return channelText(row.channel);
    case Language: return row.language;
    case Duration: return durationText(row.durationMs);
    case Outcome: return outcomeText(row.outcome);
    case Delay: return row.p95Ms ? QLocale().toString(*row.p95Ms) : u"–"_s;
    default: return {};
    }
}

QVariant ConversationsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_list.rows().size()) return {};
    const ConversationRow &row = m_list.rows().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return column == Time ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.started.value), QLocale::LongFormat) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == Marks) return marksText(row);
        return text(row, column);
    case Qt::TextAlignmentRole:
        if (column == Duration || column == Delay) return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case kit::FontRole:
        if (column == Time || column == Duration || column == Delay) return int(kit::TextStyle::Mono);
        return {};
    case kit::InkRole:
        if (column == Channel || column == Language) return int(kit::Colour::Text2);
        return {};
    case kit::IconRole:
        if (column == Channel) return QVariant::fromValue<const char *>(channelIcon(row.channel));
        return {};
    case kit::DotRole:
        if (column == Outcome) return int(outcomeMeaning(row.outcome));
        return {};
    case kit::BarRole:
        if (column == Delay && row.p95Ms) return double(*row.p95Ms) / barMs;
        return {};
    case kit::MeaningRole:
        if (column == Delay && row.p95Ms)
            if (const kit::Meaning meaning = kit::latencyMeaning(int(*row.p95Ms), m_goals.value(row.agent, vox::Agent().goalMs)); meaning != kit::Meaning::Neutral) return int(meaning);
        return {};
    default: return {};
    }
}

QVariant ConversationsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Duration || section == Delay ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Time: return tr("Time") + u" ↓"_s;
    case Agent: return tr("Agent");
    case Channel: return tr("Channel");
    case Language: return tr("Lang.");
    case Duration: return tr("Length");
    case Outcome: return tr("Outcome");
    case Delay: return tr("Delay p95, ms");
    case Marks: return tr("Marks");
    default: return {};
    }
}

} // namespace vox
