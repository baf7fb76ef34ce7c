#include "models/documents/edit_history.h"

namespace vox {

namespace {
constexpr qint64 mergeWithinMs = 1000;
}

bool EditHistory::edit(const QJsonObject &content, const EditLabel &label, UtcMs at)
{
    if (content == m_content) return false;
    const bool merges = m_merging && canUndo() && !label.mergeKey.isEmpty() && m_undo.last().label.mergeKey == label.mergeKey
                        && at.value - m_lastEdit.value <= mergeWithinMs;
    if (!merges) m_undo.append({m_content, label});
    if (m_undo.size() > m_limit) m_undo.removeFirst();
    m_redo.clear();
    m_content = content;
    m_lastEdit = at;
    m_merging = true;
    return true;
}

void EditHistory::replay(const std::function<QJsonObject(const QJsonObject &)> &changed, int keep)
{
    m_content = changed(m_content);
    for (QList<Step> *steps : {&m_undo, &m_redo}) {
        if (steps->size() > keep) steps->remove(0, steps->size() - keep);
        for (Step &step : *steps) step.content = changed(step.content);
    }
    m_merging = false;
}

void EditHistory::undo()
{
    if (!canUndo()) return;
    Step step = m_undo.takeLast();
    std::swap(step.content, m_content);
    m_redo.append(step);
    m_merging = false;
}

void EditHistory::redo()
{
    if (!canRedo()) return;
    Step step = m_redo.takeLast();
    std::swap(step.content, m_content);
    m_undo.append(step);
    m_merging = false;
}

} // namespace vox
