#pragma once
#include "ui/viewmodels/team_view_model.h"

namespace vox {

// The audit of a team's server, filtered, read page by page as one scrolls; and its export. GUI thread.
class AuditViewModel : public TeamViewModel {
    Q_OBJECT
public:
    explicit AuditViewModel(SyncDriver *sync, QObject *parent = nullptr);

    const QList<AuditEntry> &entries() const { return m_entries; }
    const TeamLists::AuditFilter &filter() const { return m_filter; }
    void setFilter(const TeamLists::AuditFilter &filter);
    // People to filter by; empty when one may not see them.
    const QList<PersonInfo> &people() const { return m_people; }
    bool hasMore() const { return !m_next.isEmpty(); }
    void more();
    // Writes everything the filter lets through; `path` ends in .csv or .ndjson.
    void exportTo(const QString &path);
    void cancelExport() { ++m_export; }
    bool concerns(const QString &) const override { return false; } // who reads is not moved away from what he reads

signals:
    void appended(int first);
    void exporting(int entries);
    void exported(const QString &path, int entries);

protected:
    void ask() override;

private:
    void exportPiece(int serial, const QString &path, const QString &cursor, QByteArray bytes, int entries);

    TeamLists::AuditFilter m_filter;
    QList<AuditEntry> m_entries;
    QList<PersonInfo> m_people;
    QString m_next;
    int m_serial = 0, m_export = 0;
    bool m_asking = false;
};

} // namespace vox
