#pragma once
#include <atomic>
#include <cstddef>
#include <vector>

namespace vox {

// A queue between exactly two threads, one that pushes and one that pops; neither ever waits or allocates. Holds up to
// `capacity` values (rounded up to a power of two).
template <typename T> class SpscRing {
public:
    explicit SpscRing(std::size_t capacity)
    {
        std::size_t size = 2;
        while (size < capacity) size *= 2;
        m_values.resize(size);
    }

    // False: full, the value is not taken. Pushing thread.
    bool push(const T &value)
    {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_head.load(std::memory_order_acquire) == m_values.size()) return false;
        m_values[tail & (m_values.size() - 1)] = value;
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    // False: empty. Popping thread.
    bool pop(T &into)
    {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tail.load(std::memory_order_acquire)) return false;
        into = m_values[head & (m_values.size() - 1)];
        m_head.store(head + 1, std::memory_order_release);
        return true;
    }

    // How many values wait. The popper sees at most as many as there are, the pusher at least.
    std::size_t size() const
    {
        const std::size_t head = m_head.load(std::memory_order_acquire);
        return m_tail.load(std::memory_order_acquire) - head;
    }
    std::size_t capacity() const { return m_values.size(); }

private:
    std::vector<T> m_values;
    alignas(64) std::atomic<std::size_t> m_head{0};
    alignas(64) std::atomic<std::size_t> m_tail{0};
};

} // namespace vox
