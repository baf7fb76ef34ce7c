#pragma once
#include <QHash>
#include <QString>
#include <chrono>
#include <mutex>

namespace vox {

// Token buckets by name. In this process only: several servers over one database each allow as much. Any thread.
class RateLimits {
public:
    struct Rate {
        double perSecond = 0; // 0: unlimited
        double burst = 0;
    };
    using Instant = std::chrono::steady_clock::time_point;

    explicit RateLimits(Rate rate) : m_rate(rate) {}
    // 0: go on; else how many whole seconds to wait.
    int take(const QString &name, Instant now);
    int size() const;

private:
    struct Bucket {
        double tokens = 0;
        Instant at;
    };
    static constexpr qsizetype kMost = 20000; // full buckets are forgotten before there are more
    Rate m_rate;
    mutable std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace vox
