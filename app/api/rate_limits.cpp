#include "app/api/rate_limits.h"
#include <algorithm>
#include <cmath>

namespace vox {

int RateLimits::take(const QString &name, Instant now)
{
    if (m_rate.perSecond <= 0) return 0;
    const std::lock_guard lock(m_mutex);
    const auto refilled = [&](const Bucket &bucket) {
        const double seconds = std::chrono::duration<double>(now - bucket.at).count();
        return std::min(m_rate.burst, bucket.tokens + std::max(0.0, seconds) * m_rate.perSecond);
    };
    if (m_buckets.size() >= kMost && !m_buckets.contains(name)) {
        m_buckets.removeIf([&](auto it) { return refilled(it.value()) >= m_rate.burst; });
        // An attack from more addresses than that: what is known is forgotten rather than memory given away.
        if (m_buckets.size() >= kMost) m_buckets.clear();
    }
    Bucket &bucket = m_buckets.contains(name) ? m_buckets[name] : *m_buckets.insert(name, {m_rate.burst, now});
    bucket = {refilled(bucket), now};
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return 0;
    }
    return int(std::ceil((1 - bucket.tokens) / m_rate.perSecond));
}

int RateLimits::size() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_buckets.size());
}

} // namespace vox
