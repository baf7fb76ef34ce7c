#pragma once
#include "app/host/conversation_host.h"
#include "app/host/simulated_caller.h"
#include "models/conversation/projections.h"
#include "tests/support/small_agent.h"
#include "tests/support/stub_ports.h"

namespace vox::stubs {

// Everything one call did.
struct Talk {
    QList<ConversationEvent> events;
    ConversationSummary summary;
    std::vector<float> caller, agent; // both lanes, as recorded
    int meters = 0;
    bool ended = false;

    template <typename Event> QList<Event> all() const
    {
        QList<Event> found;
        for (const ConversationEvent &event : events)
            if (const Event *one = std::get_if<Event>(&event.body)) found << *one;
        return found;
    }
    // "agent: Hello. / caller: where is my order / ...", with what was heard.
    QString transcript() const;
    // The pause in the recording between the caller's last audible sample before `at` and the agent's first one after it.
    qint64 recordedLatencyUs(qint64 callerEndUs) const;
};

// Keeps what a call does. Thread-safe enough to be read once the host is idle.
class TalkObserver final : public CallObserver {
public:
    explicit TalkObserver(Talk &talk) : m_talk(talk) {}
    void eventHappened(const ConversationEvent &event) override { m_talk.events << event; }
    void metered(const Meter &, Samples caller, Samples agent) override;
    void ended(const ConversationId &) override { m_talk.ended = true; }

private:
    Talk &m_talk;
};

CallPlan planFor(std::shared_ptr<const Program> program);

// Runs a call to its end, on the virtual clock unless asked otherwise.
Talk talk(StubPortFactory &ports, CallPlan plan, std::unique_ptr<Line> line,
          ConversationHost::Pace pace = ConversationHost::Pace::AsFastAsPossible);

using Says = SimulatedCaller::Utterance;
// The text as a tone when the agent listens, `afterMs` later.
Says says(const QString &text, int afterMs = 200);
// Sound of `pattern`: tone, silence, tone ... in ms.
Says sounds(const QList<int> &pattern, Says::When when = Says::When::AgentListens, int afterMs = 200);
std::unique_ptr<Line> caller(const QList<Says> &script, int leaveAfterMs = 3000);

} // namespace vox::stubs
