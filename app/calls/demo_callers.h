#pragma once
#include "app/host/simulated_caller.h"
#include "app/ports/port_factory.h"
#include "models/base/result.h"

namespace vox {

// Somebody who calls a demo agent and says a script. A value.
struct DemoCaller {
    struct Line {
        QString text;
        SimulatedCaller::Utterance::When when = SimulatedCaller::Utterance::When::AgentListens;
        std::int64_t afterUs = 600000;
    };
    QString agent;    // name
    QString language;
    QString voice;
    QList<Line> script;
};

// One caller for each demo agent, with everything the agent can: questions, codes, interruptions.
QList<DemoCaller> demoCallers();
// Shorter calls with other ends, for a history that is worth looking at.
QList<DemoCaller> furtherDemoCallers();

// The script spoken by voices of this machine; blocks, tens of milliseconds a sentence.
Result<QList<SimulatedCaller::Utterance>> speakScript(PortFactory &ports, const DemoCaller &caller);

} // namespace vox
