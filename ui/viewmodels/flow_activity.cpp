#include "ui/viewmodels/flow_activity.h"

namespace vox {

void FlowActivity::enter(const QString &node, qint64 atMs)
{
    if (!m_active.isEmpty()) {
        m_lastMs.insert(m_active, atMs - m_enteredMs);
        m_taken.insert({m_active, node});
    }
    m_active = node;
    m_enteredMs = atMs;
    m_activeMs = 0;
    m_visited.insert(node);
    emit changed();
}

void FlowActivity::tick(qint64 nowMs)
{
    if (m_active.isEmpty() || nowMs - m_enteredMs == m_activeMs) return;
    m_activeMs = nowMs - m_enteredMs;
    emit ticked();
}

void FlowActivity::finish(qint64 nowMs)
{
    if (m_active.isEmpty()) return;
    m_lastMs.insert(m_active, nowMs - m_enteredMs);
    m_active.clear();
    emit changed();
}

void FlowActivity::clear()
{
    if (isEmpty()) return;
    m_active.clear();
    m_visited.clear();
    m_taken.clear();
    m_lastMs.clear();
    emit changed();
}

} // namespace vox
