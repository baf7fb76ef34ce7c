#pragma once
#include "ui/viewmodels/publish_view_model.h"
#include <QAbstractTableModel>

namespace vox {

// What differs between two releases, a line each: sign, agent, what, which part, before, after. `lines` outlives the model;
// reset() after they changed.
class PublishLinesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Sign, Agent, What, Part, Before, After, ColumnCount };
    explicit PublishLinesModel(const QList<ReleaseLine> &lines, QObject *parent = nullptr);
    // Over what was before and what comes.
    void setTitles(const QString &before, const QString &after);
    void reset();
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const QList<ReleaseLine> &m_lines;
    QString m_before, m_after;
};

} // namespace vox
