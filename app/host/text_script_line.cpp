#include "app/host/text_script_line.h"

namespace vox {

TextScriptLine::TextScriptLine(QStringList utterances, std::int64_t leaveAfterUs)
    : m_utterances(std::move(utterances)), m_leaveAfterUs(leaveAfterUs)
{
}

void TextScriptLine::agentListens(bool listens)
{
    m_listensSinceUs = listens ? blocks() * kBlockUs : -1;
    if (listens && running() && m_at < m_utterances.size()) listener().callerTyped(m_utterances[m_at++]);
}

Line::Captured TextScriptLine::next(AudioBlock &into)
{
    const bool through = m_at >= m_utterances.size() && m_listensSinceUs >= 0;
    if (through && blocks() * kBlockUs - m_listensSinceUs >= m_leaveAfterUs) return Captured::Ended;
    into = {};
    return Captured::Block;
}

} // namespace vox
