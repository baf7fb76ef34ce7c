#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/agents_document_content.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace vox {

class ChangesModel;
class DiffPane;
class Environments;
class TextDiffView;
class VersionsModel;
namespace kit { class Segments; }

// The builder's History tab: versions at the left, with their numbers and where they are published, of one person or
// everybody; the two compared as graphs side by side or one over the other; every change below, field by field or as text.
class HistoryPage : public QWidget {
    Q_OBJECT
public:
    HistoryPage(Workspace &workspace, Environments &environments, AgentDocumentContent &content, QWidget *parent = nullptr);
    ~HistoryPage() override;

    // Puts the cursor where a version gets its name.
    void beginNaming();

signals:
    void nodeChosen(const QString &node);
    void noticed(const vox::Notice &notice);

private:
    void makeVersions();
    void makeComparison();
    void chooseVersions();
    void showVersions();
    void showComparison();
    void showText();
    void step(int by);

    AgentsHistoryViewModel m_history;
    AgentDocumentContent &m_content;
    VersionsModel *m_versionsModel;
    ChangesModel *m_changesModel;
    QListView *m_versions;
    QTableView *m_changes;
    QLineEdit *m_name;
    QPushButton *m_restore;
    DiffPane *m_before, *m_after, *m_both;
    QStackedWidget *m_lists;
    TextDiffView *m_text;
    kit::Segments *m_how, *m_show, *m_as;
    QComboBox *m_who;
    QLabel *m_folded;
    QLabel *m_counts;
};

} // namespace vox
