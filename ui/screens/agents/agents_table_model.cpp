#include "ui/screens/agents/agents_table_model.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/type.h"
#include <QDateTime>
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::Meaning;

AgentsTableModel::AgentsTableModel(AgentsListViewModel &list, QObject *parent) : QAbstractTableModel(parent), m_list(list)
{
    connect(&list, &AgentsListViewModel::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

QString AgentsTableModel::when(UtcMs at) const
{
    const QLocale locale;
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at.value), today = QDateTime::fromMSecsSinceEpoch(m_list.now().value);
    const QString time = locale.toString(then.time(), u"HH:mm"_s);
    const qint64 days = then.date().daysTo(today.date());
    if (days == 0) return tr("today %1").arg(time);
    if (days == 1) return tr("yesterday %1").arg(time);
    return locale.toString(then.date(), then.date().year() == today.date().year() ? u"d MMM"_s : u"d MMM yyyy"_s) + u' ' + time;
}

QVariant AgentsTableModel::display(const AgentRow &row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name: return row.name;
    case Languages: return row.languages.join(u", "_s);
    case State:
        if (row.readOnly) return tr("made by a newer version");
        if (row.conflict) return tr("two versions to merge");
        if (row.errors > 0) return tr("%n error(s)", nullptr, row.errors);
        if (row.warnings > 0) return tr("%n warning(s)", nullptr, row.warnings);
        return tr("ready");
    case Nodes: return locale.toString(row.nodes);
    case Changed: return when(row.changed);
    case LastCall:
        if (const ConversationRow *call = m_list.lastCall(row.id)) return when(call->started);
        return tr("never");
    default: return {};
    }
}

QVariant AgentsTableModel::data(const QModelIndex &index, int role) const
{
    const AgentRow &row = m_list.rows().at(index.row());
    const bool figures = index.column() == Nodes || index.column() == Changed || index.column() == LastCall;
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return index.column() == Name && !row.description.isEmpty() ? row.description : display(row, index.column());
    case Qt::TextAlignmentRole: return int(index.column() == Nodes ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case kit::FontRole:
        if (index.column() == Name) return int(kit::TextStyle::BodyStrong);
        return figures ? QVariant(int(kit::TextStyle::Mono)) : QVariant();
    case kit::SecondRole: return index.column() == Name && !row.description.isEmpty() ? QVariant(row.description.simplified()) : QVariant();
    case kit::InkRole:
        if (index.column() == Name) return int(Colour::Text1);
        return int(index.column() == LastCall && !m_list.lastCall(row.id) ? Colour::Text3 : Colour::Text2);
    case kit::DotRole:
        if (index.column() != State) return {};
        return int(row.errors || row.conflict ? Meaning::Error : row.warnings ? Meaning::Warning : Meaning::Success);
    default: return {};
    }
}

QVariant AgentsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(section == Nodes ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Agent"), tr("Languages"), tr("State"), tr("Nodes"), tr("Changed"), tr("Last call")};
    return names[section];
}

} // namespace vox
