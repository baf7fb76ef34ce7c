#pragma once
#include "app/telemetry/otlp_values.h"
#include <QByteArray>

// OTLP as JSON (OTLP specification, "JSON Protobuf Encoding"): ids in hex, 64-bit integers as strings, enums as numbers.
namespace vox::otlp {

QByteArray tracesJson(const QList<Span> &spans, const Sender &sender);
QByteArray metricsJson(const QList<Histogram> &histograms, const Sender &sender);

} // namespace vox::otlp
