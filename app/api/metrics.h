#pragma once
#include "app/api/route.h"
#include <array>
#include <atomic>
#include <memory>

namespace vox {

// Counts what the server does, for Prometheus. Any thread; counting takes no lock.
class Metrics {
public:
    explicit Metrics(const Routes &routes);

    // `route` null: no route was found. `micros` from the whole head to the whole answer.
    void count(const Route *route, int status, qint64 micros);

    // A figure read when somebody asks, from any thread: "voxdesk_connections", "Open connections."
    using Read = std::function<double()>;
    void gauge(const QByteArray &name, const QByteArray &help, Read read);

    // Text format 0.0.4.
    QByteArray text() const;

private:
    static constexpr std::array kBounds{1000, 2500, 5000, 10'000, 25'000, 50'000, 100'000, 250'000, 1'000'000, 5'000'000}; // µs
    struct PerRoute {
        QByteArray labels; // method="GET",route="/api/v1/agents"
        std::array<std::atomic<quint64>, 5> statuses{}; // 1xx … 5xx
        std::array<std::atomic<quint64>, kBounds.size() + 1> times{};
        std::atomic<quint64> sumMicros = 0;
    };
    struct Gauge {
        QByteArray name, help;
        Read read;
    };
    const Route *m_first;
    std::vector<std::unique_ptr<PerRoute>> m_routes; // the last: no route
    std::vector<Gauge> m_gauges;
};

} // namespace vox
