#pragma once
#include "app/telemetry/otlp_values.h"
#include <QByteArray>

// OTLP as protocol buffers: ExportTraceServiceRequest and ExportMetricsServiceRequest of opentelemetry-proto 1.x, with
// its published field numbers.
namespace vox::otlp {

QByteArray tracesProtobuf(const QList<Span> &spans, const Sender &sender);
QByteArray metricsProtobuf(const QList<Histogram> &histograms, const Sender &sender);

// What a collector answered: Export…ServiceResponse.partial_success.
struct Rejected {
    qint64 items = 0;
    QString why;
};
Rejected rejectedProtobuf(QByteArrayView answer);

} // namespace vox::otlp
