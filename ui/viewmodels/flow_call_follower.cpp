#include "ui/viewmodels/flow_call_follower.h"

namespace vox {

FlowCallFollower::FlowCallFollower(CallViewModel &call, DocumentId agent, FlowActivity &activity, QObject *parent)
    : QObject(parent), m_call(call), m_agent(agent), m_activity(activity)
{
    connect(&call, &CallViewModel::stateChanged, this, &FlowCallFollower::stateChanged);
    connect(&call, &CallViewModel::eventsAdded, this, &FlowCallFollower::take);
    connect(&call, &CallViewModel::soundArrived, this, [this] {
        if (m_running) m_activity.tick(m_call.elapsed().ms());
    });
    stateChanged();
    if (m_running) take(0); // the builder was opened in the middle of a call
}

void FlowCallFollower::stateChanged()
{
    const bool running = m_call.isRunning() && m_call.agent() == m_agent;
    if (running == m_running) return;
    m_running = running;
    if (running)
        m_activity.clear();
    else
        m_activity.finish(m_call.elapsed().ms());
}

void FlowCallFollower::take(int first)
{
    if (m_call.agent() != m_agent) return;
    for (qsizetype i = first; i < m_call.events().size(); ++i) {
        const ConversationEvent &event = m_call.events().at(i);
        if (const auto *entered = std::get_if<events::NodeEntered>(&event.body)) m_activity.enter(entered->node, event.at.ms());
        if (std::holds_alternative<events::Ended>(event.body)) m_activity.finish(event.at.ms());
    }
}

} // namespace vox
