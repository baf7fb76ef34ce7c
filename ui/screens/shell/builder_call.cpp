#include "ui/screens/shell/builder_call.h"
#include "ui/screens/agents/agents_screen.h"
#include "ui/screens/agents/builder_page.h"
#include "ui/screens/agents/call_dock.h"
#include "ui/screens/agents/graph_page.h"
#include "ui/screens/call/call_strip.h"
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/flow_activity.h"

namespace vox {

BuilderCall::BuilderCall(AgentsScreen &agents, CallViewModel &call) : QObject(&agents), m_agents(agents), m_call(call)
{
    connect(&agents, &AgentsScreen::builderChanged, this, &BuilderCall::look);
    connect(&call, &CallViewModel::stateChanged, this, &BuilderCall::look);
    connect(&call, &CallViewModel::eventsAdded, this, &BuilderCall::follow);
    connect(&call, &CallViewModel::levelsChanged, this, &BuilderCall::tick);
    look();
}

BuilderPage *BuilderCall::builder() const
{
    BuilderPage *open = m_agents.builder();
    return open && !m_call.agent().isNull() && open->agent() == m_call.agent() ? open : nullptr;
}

// The strip comes with the first call and stays after it: what was said can be read until another agent is opened.
void BuilderCall::look()
{
    BuilderPage *open = builder();
    if (open == m_shown) {
        if (!open) return;
        if (m_call.state() == CallViewModel::State::Starting) open->flow().activity().clear();
        if (!m_call.isRunning()) open->flow().activity().finish(m_call.elapsed().ms());
        return;
    }
    m_shown = open;
    if (!open) return;
    open->graph().dock().setPanel(new CallStrip(m_call));
    follow(0);
    if (!m_call.isRunning()) open->flow().activity().finish(m_call.elapsed().ms());
}

void BuilderCall::follow(int firstEvent)
{
    if (!m_shown) return;
    FlowActivity &activity = m_shown->flow().activity();
    if (firstEvent == 0) activity.clear();
    const QList<ConversationEvent> &events = m_call.events();
    for (qsizetype i = firstEvent; i < events.size(); ++i)
        if (const auto *entered = std::get_if<events::NodeEntered>(&events[i].body)) activity.enter(entered->node, events[i].at.ms());
}

void BuilderCall::tick()
{
    if (m_shown && m_call.isRunning()) m_shown->flow().activity().tick(m_call.elapsed().ms());
}

} // namespace vox
