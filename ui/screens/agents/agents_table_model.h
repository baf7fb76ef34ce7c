#pragma once
#include "ui/viewmodels/agents_list_view_model.h"
#include <QAbstractTableModel>

namespace vox {

// The agents as rows of a table: name, languages, problems, size, last change, last call.
class AgentsTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Languages, State, Nodes, Changed, LastCall, ColumnCount };

    explicit AgentsTableModel(AgentsListViewModel &list, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_list.rows().size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const AgentRow &row, int column) const;
    QString when(UtcMs at) const;

    AgentsListViewModel &m_list;
};

} // namespace vox
