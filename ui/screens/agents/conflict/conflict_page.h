#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/conflict_view_model.h"
#include <QWidget>

class QAction;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace vox {

class ConflictHead;
class ConflictRow;
class ConflictSidePanel;
namespace kit { class Empty; class PageHeader; class RightPanel; }

// An agent that was changed in two or more places: the questions with before and every version beside each other, what merged by itself
// below, the result at the right, one Save. Nothing is lost: all versions stay in the history. Owned by the AgentsScreen.
class ConflictPage : public QWidget {
    Q_OBJECT
public:
    ConflictPage(Workspace &workspace, DocumentId agent, QWidget *parent = nullptr);
    ~ConflictPage() override;

    DocumentId agent() const { return m_model.agent(); }
    ConflictViewModel &model() { return m_model; }
    QList<QAction *> pageActions() const { return m_actions; }
    QString title() const;

signals:
    void backRequested();
    void titleChanged();
    void resolved();
    void noticed(const vox::Notice &notice);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead();
    void makeActions();
    void makeBody();
    void show();
    void fill();
    void showAnswers();
    void showCurrent();
    void followRows();
    void addFold(const QString &title, const QString &note, const QList<MergedChange> &changes, bool open);
    using QWidget::show;

    Workspace &m_workspace;
    ConflictViewModel m_model;
    kit::PageHeader *m_head;
    QToolButton *m_undo, *m_redo, *m_result;
    QStackedWidget *m_stack;
    kit::RightPanel *m_split;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_lines = nullptr;
    ConflictHead *m_columns = nullptr;
    ConflictSidePanel *m_side = nullptr;
    kit::Empty *m_empty;
    bool m_narrow = false;
    QList<ConflictRow *> m_rows;
    QList<QAction *> m_actions, m_needOpen, m_further; // of the third version and on
    QAction *m_theirs = nullptr, *m_both = nullptr;
};

} // namespace vox
