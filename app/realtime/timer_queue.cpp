#include "app/realtime/timer_queue.h"
#include <algorithm>
#include <tuple>

namespace vox {

bool TimerQueue::later(const Entry &a, const Entry &b)
{
    return std::tuple(a.atUs, a.order) > std::tuple(b.atUs, b.order);
}

Executor::TimerId TimerQueue::add(std::int64_t atUs, Executor::Task task)
{
    if (m_free.empty()) {
        m_free.push_back(std::uint32_t(m_slots.size()));
        m_slots.emplace_back();
    }
    const std::uint32_t index = m_free.back();
    m_free.pop_back();
    Slot &slot = m_slots[index];
    slot.task = std::move(task);
    slot.pending = true;
    m_heap.push_back({atUs, m_order++, index, slot.generation});
    std::push_heap(m_heap.begin(), m_heap.end(), later);
    return (std::uint64_t(slot.generation) << 32) | index;
}

void TimerQueue::free(std::uint32_t index)
{
    Slot &slot = m_slots[index];
    slot.task = nullptr;
    slot.pending = false;
    ++slot.generation; // ids that are still around mean nothing any more
    m_free.push_back(index);
}

void TimerQueue::cancel(Executor::TimerId timer)
{
    const auto index = std::uint32_t(timer);
    if (index >= m_slots.size()) return;
    const Slot &slot = m_slots[index];
    if (slot.pending && slot.generation == std::uint32_t(timer >> 32)) free(index);
}

void TimerQueue::dropCancelled()
{
    while (!m_heap.empty() && m_slots[m_heap.front().slot].generation != m_heap.front().generation) {
        std::pop_heap(m_heap.begin(), m_heap.end(), later);
        m_heap.pop_back();
    }
}

std::optional<std::int64_t> TimerQueue::nextUs()
{
    dropCancelled();
    if (m_heap.empty()) return std::nullopt;
    return m_heap.front().atUs;
}

Executor::Task TimerQueue::take(std::int64_t nowUs)
{
    dropCancelled();
    if (m_heap.empty() || m_heap.front().atUs > nowUs) return {};
    const std::uint32_t index = m_heap.front().slot;
    std::pop_heap(m_heap.begin(), m_heap.end(), later);
    m_heap.pop_back();
    Executor::Task task = std::move(m_slots[index].task);
    free(index);
    return task;
}

} // namespace vox
