#pragma once
#include "ui/viewmodels/call_view_model.h"
#include "ui/viewmodels/flow_activity.h"

namespace vox {

// Lights a flow while its agent is in a call: nodes entered, the way taken, the running time. Neither call nor activity is
// owned; both must outlive it. GUI thread.
class FlowCallFollower : public QObject {
    Q_OBJECT
public:
    FlowCallFollower(CallViewModel &call, DocumentId agent, FlowActivity &activity, QObject *parent = nullptr);

private:
    void take(int first);
    void stateChanged();

    CallViewModel &m_call;
    DocumentId m_agent;
    FlowActivity &m_activity;
    bool m_running = false;
};

} // namespace vox
