#include "app/host/paced_line.h"

namespace vox {

void PacedLine::start(Executor &executor, LineListener &listener)
{
    m_executor = &executor;
    m_listener = &listener;
    m_startUs = executor.nowUs();
    m_blocks = 0;
    started();
    wakeAtNext();
}

void PacedLine::stop()
{
    if (!m_executor) return;
    stopped();
    m_executor->cancel(m_timer);
    m_executor = nullptr;
    m_listener = nullptr;
}

void PacedLine::wakeAtNext()
{
    m_timer = m_executor->callAt(m_startUs + (m_blocks + 1) * kBlockUs, [this] { m_listener->soundArrived(); });
}

Line::Captured PacedLine::captured(AudioBlock &into)
{
    if (m_executor->nowUs() < m_startUs + (m_blocks + 1) * kBlockUs) return Captured::Wait;
    const Captured what = next(into);
    if (what == Captured::Block) ++m_blocks;
    m_executor->cancel(m_timer);
    if (what == Captured::Block) wakeAtNext();
    return what;
}

} // namespace vox
