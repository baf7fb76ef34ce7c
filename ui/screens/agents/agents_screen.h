#pragma once
#include "models/base/ids.h"
#include "ui/screens/agents/builder_services.h"
#include "ui/screens/screen.h"
#include "ui/viewmodels/agents_list_view_model.h"

class QStackedWidget;

namespace vox {

class AgentListPage;
class BuilderPage;
class ConflictPage;
class Environments;
class ReleasesPage;
class Workspace;

// The Agents screen: the list, and one agent opened in the builder. open(id) shows that agent,
// open("merge:" + id) its conflict, open("releases") what was published, open({}) the list.
class AgentsScreen : public Screen {
    Q_OBJECT
public:
    // Without `environments` of the program it looks after its own: a local workspace.
    explicit AgentsScreen(Workspace &workspace, QWidget *parent = nullptr, Environments *environments = nullptr, BuilderServices services = {});
    ~AgentsScreen() override;

    QString key() const override { return QStringLiteral("agents"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("workflow"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void open(const QString &id) override;

    // The builder when an agent is open, else null.
    BuilderPage *builder() const { return m_builder; }
    // Where two versions are put together; else null.
    ConflictPage *conflict() const { return m_conflict; }
    // Where releases are compared; else null.
    ReleasesPage *releases() const { return m_releases; }

signals:
    // An agent was opened or left: whoever follows calls looks at builder() again.
    void builderChanged();
    void callRequested(vox::DocumentId agent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showList();
    void openAgent(DocumentId agent, const QJsonObject &state = {});
    void openConflict(DocumentId agent);
    void closeConflict();
    void openReleases();
    void closeReleases();
    void offer(const QList<QAction *> &actions);

    Workspace &m_workspace;
    std::unique_ptr<Environments> m_own;
    Environments &m_environments;
    const BuilderServices m_services;
    AgentsListViewModel m_list;
    QStackedWidget *m_stack = nullptr;
    AgentListPage *m_page = nullptr;
    BuilderPage *m_builder = nullptr;
    ConflictPage *m_conflict = nullptr;
    ReleasesPage *m_releases = nullptr;
    QJsonObject m_lastStates; // by agent: tab, zoom, place
    DocumentId m_opening;
};

} // namespace vox
