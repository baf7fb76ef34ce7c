#include "app/host/latency_tracker.h"
#include <algorithm>

namespace vox {

void LatencyTracker::begin(qint64 utterance, Micros callerEnd, Micros endpoint)
{
    m_waiting = true;
    m_utterance = utterance;
    m_spans = {{Part::Endpointing, callerEnd.value, callerEnd.value, utterance, {}}};
    waitsFor(Part::Decision, endpoint);
}

void LatencyTracker::waitsFor(Part part, Micros at, const QString &name)
{
    if (!m_waiting) return;
    events::Span &open = m_spans.last();
    open.endUs = std::max(open.startUs, at.value);
    if (open.part == part && open.name == name) return;
    m_spans.append({part, open.endUs, open.endUs, m_utterance, name});
}

QList<events::Span> LatencyTracker::finish(Micros agentStart)
{
    if (!m_waiting) return {};
    m_waiting = false;
    m_spans.last().endUs = agentStart.value;
    for (events::Span &span : m_spans) {
        span.startUs = std::min(span.startUs, agentStart.value);
        span.endUs = std::min(std::max(span.endUs, span.startUs), agentStart.value);
    }
    m_spans.removeIf([](const events::Span &span) { return span.endUs <= span.startUs; });
    return std::exchange(m_spans, {});
}

} // namespace vox
