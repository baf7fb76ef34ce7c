#pragma once
#include "app/telemetry/otlp_values.h"
#include <QHash>

namespace vox::otlp {

// Adds measurements up into cumulative histograms, one point an attribute set. At most 2,000 sets: what comes beyond is
// counted under "otel.metric.overflow", as the specification of metric SDKs has it.
class Histograms {
public:
    explicit Histograms(qint64 startNs) : m_startNs(startNs) {}
    void add(const Measurement &measurement);
    bool isEmpty() const { return m_points.isEmpty(); }
    // Everything since the start.
    QList<Histogram> upTo(qint64 nowNs) const;

private:
    const qint64 m_startNs;
    QHash<QString, qsizetype> m_index; // instrument and attributes to a place in m_points
    struct Row { const char *instrument; HistogramPoint point; };
    QList<Row> m_points;
};

} // namespace vox::otlp
