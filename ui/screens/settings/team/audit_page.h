#pragma once
#include "ui/screens/settings/team/team_page.h"
#include "ui/viewmodels/audit_view_model.h"

class QComboBox;
class QLineEdit;

namespace vox {

class AuditModel;
namespace kit { class Progress; class RightPanel; class TextBlock; }

// Who did what: filtered by person, action, subject, outcome and time; one entry in detail; export as CSV or NDJSON.
class AuditPage : public TeamPage {
    Q_OBJECT
public:
    explicit AuditPage(AuditViewModel &audit, QWidget *parent = nullptr);

protected:
    bool isEmpty() const override { return m_audit.entries().isEmpty(); }
    void emptyPressed() override;
    void refresh() override;

private:
    void makeFilters();
    void takeFilter();
    void showEntry(int row);
    void askExport();

    AuditViewModel &m_audit;
    AuditModel *m_rows;
    QTableView *m_table;
    QComboBox *m_person, *m_action, *m_outcome, *m_time;
    QLineEdit *m_subject;
    kit::RightPanel *m_split;
    kit::TextBlock *m_detail;
    kit::Progress *m_progress;
};

} // namespace vox
