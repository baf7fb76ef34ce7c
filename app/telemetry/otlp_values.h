#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <variant>

// What we send of OpenTelemetry's data model (opentelemetry-proto 1.x: common, resource, trace, metrics), as values.
namespace vox::otlp {

using Value = std::variant<QString, bool, qint64, double, QStringList>;
struct Attribute {
    QString key;
    Value value;
    friend bool operator==(const Attribute &, const Attribute &) = default;
};
using Attributes = QList<Attribute>;

struct Event {
    qint64 atNs = 0; // since 1970
    QString name;
    Attributes attributes;
};

enum class SpanKind { Internal = 1, Client = 3 };
enum class Status { Unset = 0, Ok = 1, Error = 2 };

struct Span {
    QByteArray traceId;      // 16 bytes
    QByteArray spanId;       // 8 bytes
    QByteArray parentSpanId; // empty: the root
    QString name;
    SpanKind kind = SpanKind::Internal;
    qint64 startNs = 0, endNs = 0;
    Attributes attributes;
    QList<Event> events;
    Status status = Status::Unset;
    QString statusMessage;
};

// One measured value for a histogram; attributes must be few-valued.
struct Measurement {
    const char *instrument = ""; // name of a row of histograms.cpp
    double value = 0;
    Attributes attributes;
};

struct HistogramPoint {
    Attributes attributes;
    qint64 startNs = 0, endNs = 0; // cumulative since startNs
    qint64 count = 0;
    double sum = 0, least = 0, most = 0;
    QList<quint64> buckets; // one more than the bounds
};
struct Histogram {
    QString name, description, unit;
    QList<double> bounds;
    QList<HistogramPoint> points;
};

// Who sends: attributes of the resource, and the version of this program.
struct Sender {
    Attributes resource;
    QString version;
};

} // namespace vox::otlp
