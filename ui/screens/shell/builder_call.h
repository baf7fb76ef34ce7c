#pragma once
#include <QObject>
#include <QPointer>

namespace vox {

class AgentsScreen;
class BuilderPage;
class CallViewModel;
class CallStrip;

// Shows the call in the builder of the agent that is called: the strip in its dock, the active node and the way in its graph. Owned
// by the Agents screen, GUI thread.
class BuilderCall : public QObject {
    Q_OBJECT
public:
    BuilderCall(AgentsScreen &agents, CallViewModel &call);

private:
    // The builder that shows the agent of the call; null when another one or none is open.
    BuilderPage *builder() const;
    void look();
    void follow(int firstEvent);
    void tick();

    AgentsScreen &m_agents;
    CallViewModel &m_call;
    QPointer<BuilderPage> m_shown;  // has the strip
};

} // namespace vox
