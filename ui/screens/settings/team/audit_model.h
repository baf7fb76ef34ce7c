#pragma once
#include "ui/viewmodels/audit_view_model.h"
#include <QAbstractTableModel>

namespace vox {

// The audit as rows: when, who, what, to what, outcome, from where. Asks for the next page when its end is seen.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Who, What, Subject, Outcome, Via, Address, ColumnCount };
    explicit AuditModel(AuditViewModel &audit, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_audit.hasMore(); }
    void fetchMore(const QModelIndex &) override { m_audit.more(); }

private:
    AuditViewModel &m_audit;
    int m_rows = 0;
};

} // namespace vox
