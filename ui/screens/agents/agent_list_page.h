#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/agents_list_view_model.h"
#include <QJsonObject>
#include <QWidget>

class QAction;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTableView;

namespace vox {

class AgentsTableModel;
namespace kit { class Empty; }

// All agents: search, new from a template, import and export, duplicate, delete with undo. A double click or Enter opens.
class AgentListPage : public QWidget {
    Q_OBJECT
public:
    explicit AgentListPage(AgentsListViewModel &list, QWidget *parent = nullptr);

    const QList<QAction *> &pageActions() const { return m_actions; }
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    void openRequested(vox::DocumentId agent);
    // Two versions of it wait for a person.
    void mergeRequested(vox::DocumentId agent);
    // What was published.
    void releasesRequested();
    void noticed(const vox::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeTable();
    void fillTemplates(QMenu *menu);
    void show();
    DocumentId current() const;
    void select(DocumentId agent);
    void openCurrent();
    void duplicateCurrent();
    void removeCurrent();
    void askImport();
    void askExport();
    void tellRefused(const QString &path, const Problems &problems);

    AgentsListViewModel &m_list;
    AgentsTableModel *m_model;
    QLineEdit *m_search;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QMenu *m_templates;
    QAction *m_merge = nullptr; // enabled for an agent in conflict
    QList<QAction *> m_actions, m_needRow, m_needRole;
    QList<QWidget *> m_edits; // buttons of who may edit
    kit::Empty *m_none = nullptr;
    DocumentId m_toSelect;
};

} // namespace vox
