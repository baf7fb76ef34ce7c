#include "app/api/metrics.h"
#include "app/api/router.h"
#include <algorithm>

namespace vox {

Metrics::Metrics(const Routes &routes) : m_first(routes.data())
{
    for (const Route &route : routes) {
        m_routes.push_back(std::make_unique<PerRoute>());
        m_routes.back()->labels = "method=\"" + Router::nameOf(route.method) + "\",route=\"" + route.path.toLatin1() + '"';
    }
    m_routes.push_back(std::make_unique<PerRoute>());
    m_routes.back()->labels = "method=\"\",route=\"\"";
}

void Metrics::count(const Route *route, int status, qint64 micros)
{
    PerRoute &of = route ? *m_routes[std::size_t(route - m_first)] : *m_routes.back();
    ++of.statuses[std::size_t(std::clamp(status / 100, 1, 5) - 1)];
    const auto bound = std::lower_bound(kBounds.begin(), kBounds.end(), micros);
    ++of.times[std::size_t(bound - kBounds.begin())];
    of.sumMicros += quint64(micros);
}

void Metrics::gauge(const QByteArray &name, const QByteArray &help, Read read) { m_gauges.push_back({name, help, std::move(read)}); }

QByteArray Metrics::text() const
{
    QByteArray out = "# HELP voxdesk_requests_total Requests answered.\n# TYPE voxdesk_requests_total counter\n";
    for (const auto &of : m_routes)
        for (std::size_t i = 0; i < of->statuses.size(); ++i)
            if (const quint64 n = of->statuses[i])
                out += "voxdesk_requests_total{" + of->labels + ",status=\"" + QByteArray::number(int(i) + 1) + "xx\"} " + QByteArray::number(n) + '\n';
    out += "# HELP voxdesk_request_seconds From the whole request head to the whole answer.\n# TYPE voxdesk_request_seconds histogram\n";
    for (const auto &of : m_routes) {
        quint64 total = 0;
        QByteArray lines;
        for (std::size_t i = 0; i < of->times.size(); ++i) {
            total += of->times[i];
            const QByteArray bound = i < kBounds.size() ? QByteArray::number(kBounds[i] / 1e6) : QByteArray("+Inf");
            lines += "voxdesk_request_seconds_bucket{" + of->labels + ",le=\"" + bound + "\"} " + QByteArray::number(total) + '\n';
        }
        if (total == 0) continue;
        out += lines + "voxdesk_request_seconds_sum{" + of->labels + "} " + QByteArray::number(double(of->sumMicros) / 1e6) + '\n';
        out += "voxdesk_request_seconds_count{" + of->labels + "} " + QByteArray::number(total) + '\n';
    }
    for (const Gauge &gauge : m_gauges) {
        out += "# HELP " + gauge.name + ' ' + gauge.help + "\n# TYPE " + gauge.name + " gauge\n";
        out += gauge.name + ' ' + QByteArray::number(gauge.read()) + '\n';
    }
    return out;
}

} // namespace vox
