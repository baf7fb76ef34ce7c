#pragma once
#include <QtGlobal>
#include <algorithm>
#include <random>

namespace vox {

// How long to wait before the next attempt: doubling, with jitter, so that a hundred consoles do not come back in the same
// moment. A value; equal seeds give equal waits.
class BackOff {
public:
    BackOff(int firstMs, int mostMs, quint32 seed) : m_first(firstMs), m_most(mostMs), m_random(seed) {}

    // Between half and the whole of the step.
    int next()
    {
        const int step = int(std::min<qint64>(m_most, qint64(m_first) << std::min(m_attempts, 20)));
        ++m_attempts;
        return step / 2 + int(m_random() % quint32(step / 2 + 1));
    }
    int attempts() const { return m_attempts; }
    void reset() { m_attempts = 0; }

private:
    int m_first;
    int m_most;
    int m_attempts = 0;
    std::mt19937 m_random;
};

} // namespace vox
