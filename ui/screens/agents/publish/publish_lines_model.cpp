#include "ui/screens/agents/publish/publish_lines_model.h"
#include "ui/kit/row_delegate.h"
#include "ui/viewmodels/change_place.h"

namespace vox {

using kit::Colour;
using kit::Meaning;

PublishLinesModel::PublishLinesModel(const QList<ReleaseLine> &lines, QObject *parent) : QAbstractTableModel(parent), m_lines(lines) {}

void PublishLinesModel::setTitles(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    emit headerDataChanged(Qt::Horizontal, Before, After);
}

void PublishLinesModel::reset()
{
    beginResetModel();
    endResetModel();
}

QVariant PublishLinesModel::data(const QModelIndex &index, int role) const
{
    const auto &line = m_lines.at(index.row());
    const Change &change = line.change.change;
    const bool added = change.what == Change::What::Added, removed = change.what == Change::What::Removed;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const auto text = [&line](const QJsonValue &value) {
            ChangePlace place;
            place.unit = line.change.unit;
            return valueText(value, place, {}).simplified();
        };
        switch (index.column()) {
        case Sign: return role == Qt::ToolTipRole ? (added ? tr("added") : removed ? tr("removed") : tr("changed")) : QString();
        case Agent: return line.name;
        case What: return line.wholeAgent ? (added ? tr("New agent") : removed ? tr("Taken out") : tr("Order on the canvas")) : line.change.what;
        case Part: return line.wholeAgent ? QString() : line.change.field.isEmpty() && !line.change.node.isEmpty() ? tr("Node") : line.change.field;
        case Before: return added ? QString() : text(change.before);
        case After: return line.wholeAgent ? QString() : removed ? tr("removed") : text(change.after);
        default: return {};
        }
    }
    if (role == kit::IconRole && index.column() == Sign) return QVariant::fromValue<const char *>(added ? "plus" : removed ? "minus" : "pencil");
    if (role == kit::MeaningRole && index.column() == Sign) return int(added ? Meaning::Success : removed ? Meaning::Error : Meaning::Warning);
    if (role == kit::InkRole) return int(index.column() == What || index.column() == After ? Colour::Text1 : Colour::Text2);
    return {};
}

QVariant PublishLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {QString(), tr("Agent"), tr("What"), tr("Part"), m_before, m_after};
    return names[section];
}

} // namespace vox
