#pragma once
#include "ui/viewmodels/publish_view_model.h"
#include <QAbstractTableModel>

namespace vox {

// What publishing changes, a line each: sign, agent, what, which part, before, after.
class PublishLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Sign, Agent, What, Part, Before, After, ColumnCount };
    explicit PublishLinesModel(PublishViewModel &model, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_model.lines().size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PublishViewModel &m_model;
};

} // namespace vox
