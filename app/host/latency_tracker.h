#pragma once
#include "models/conversation/event.h"
#include <QList>

namespace vox {

// Follows what an answer waits for, from the caller's last sample to the agent's first, so that each microsecond belongs to
// exactly one part. Owned by its conversation; times are conversation time and never run backwards.
class LatencyTracker {
public:
    // The caller's turn ended at `endpoint`; until now the answer waited for endpointing.
    void begin(qint64 utterance, Micros callerEnd, Micros endpoint);
    // From `at` on the answer waits for this. Ignored when nothing is awaited.
    void waitsFor(Part part, Micros at, const QString &name = {});
    // The answer was heard: the parts of [callerEnd, agentStart], without empty ones, each beginning where the one before ended.
    QList<events::Span> finish(Micros agentStart);
    void cancel() { m_waiting = false; }
    bool waiting() const { return m_waiting; }
    qint64 utterance() const { return m_utterance; }

private:
    bool m_waiting = false;
    qint64 m_utterance = 0;
    QList<events::Span> m_spans; // the last one is open
};

} // namespace vox
