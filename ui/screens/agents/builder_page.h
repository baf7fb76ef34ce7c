#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/agents_document_content.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QJsonObject>
#include <QWidget>

class QAction;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace vox {

class BannerRow;
class GraphPage;
class HistoryPage;
class PromptsPage;
class VoicePage;
class Workspace;
namespace kit { class PageHeader; class Tag; }

// One agent, opened: head with title, state and tabs, and the pages under the tabs. Holds the editing session for as long
// as it is shown. Owned by the AgentsScreen.
class BuilderPage : public QWidget {
    Q_OBJECT
public:
    enum Tab { Graph, Prompts, Voice, History };

    BuilderPage(Workspace &workspace, std::shared_ptr<AgentDocument> document, QWidget *parent = nullptr);
    ~BuilderPage() override;

    DocumentId agent() const;
    QString title() const;
    AgentDocument &document() { return m_content.document(); }
    FlowViewModel &flow() { return m_flow; }
    GraphPage &graph() { return *m_graph; }
    // Everything this page can do, with the pages under its tabs.
    QList<QAction *> pageActions() const;
    void setTab(Tab tab);
    Tab tab() const;
    // At the right of the head, before the last button. Takes ownership.
    void addHeaderWidget(QWidget *widget);
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

signals:
    void backRequested();
    void titleChanged();
    void noticed(const vox::Notice &notice);
    void callRequested(vox::DocumentId agent);
    // Two versions of the agent wait for a person.
    void mergeRequested();
    void callLikely(); // the mouse or the focus is on the button

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead();
    void makeActions();
    void showHead();
    void beginRename();
    void endRename(bool keep);
    void nameVersion();
    void ensurePage(Tab tab);
    void fail(const Error &error);

    Workspace &m_workspace;
    AgentDocumentContent m_content;
    FlowViewModel m_flow;
    kit::PageHeader *m_head;
    kit::Tag *m_version;
    QLineEdit *m_rename;
    QToolButton *m_undo, *m_redo;
    BannerRow *m_conflict;
    QWidget *m_call = nullptr;
    QStackedWidget *m_stack;
    GraphPage *m_graph;
    PromptsPage *m_prompts = nullptr;
    VoicePage *m_voice = nullptr;
    HistoryPage *m_history = nullptr;
    QList<QAction *> m_actions;
};

} // namespace vox
