#pragma once
#include "models/base/problem.h"
#include "models/documents/release.h"
#include "ui/screens/agents/builder_services.h"
#include "ui/screens/notice.h"
#include "ui/viewmodels/agents_document_content.h"
#include "ui/viewmodels/agents_history_view_model.h"
#include "ui/viewmodels/flow_view_model.h"
#include <QElapsedTimer>
#include <QJsonObject>
#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace vox {

class BannerRow;
class Environments;
class GraphPage;
class HistoryPage;
class PromptsPage;
class PublishedPage;
class VoicePage;
class Workspace;
namespace kit { class PageHeader; class Tag; }

// One agent, opened: head with title, state and tabs, and the pages under the tabs. Holds the editing session for as long
// as it is shown. Owned by the AgentsScreen.
class BuilderPage : public QWidget {
    Q_OBJECT
public:
    enum Tab { Graph, Prompts, Voice, History };

    BuilderPage(Workspace &workspace, Environments &environments, std::shared_ptr<AgentDocument> document, QWidget *parent = nullptr,
                BuilderServices services = {});
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
    // Draft is what is edited; the others show what is published there, to look at only.
    void showEnvironment(Environment environment);
    void openPublish(std::optional<Environment> to = {});
    void rollBack(Environment environment);
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
    void rulesRequested(); // where tools may send requests
    void callLikely(); // the mouse or the focus is on the button
    // Something in another agent stands in the way of publishing.
    void openRequested(vox::DocumentId agent);
    void conflictRequested(vox::DocumentId agent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHead();
    void makeActions();
    void showHead();
    void beginRename();
    void endRename(bool keep);
    void nameVersion();
    void makeEnvironments();
    void showEnvironments();
    void showWhatOneMay();
    void ensurePage(Tab tab);
    void fail(const Error &error);

    Workspace &m_workspace;
    const BuilderServices m_services;
    Environments &m_environments;
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
    QPushButton *m_where, *m_publish;
    QElapsedTimer m_toldElsewhere;
    bool m_editsShown = true;
    QAction *m_publishing = nullptr, *m_rollingBack = nullptr;
    PublishedPage *m_published = nullptr;
    QList<QAction *> m_actions, m_edits;
};

} // namespace vox
