#include "app/telemetry/otlp_json.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vox::otlp {

using namespace Qt::StringLiterals;

namespace {

QString big(qint64 value) { return QString::number(value); }

QJsonObject valueJson(const Value &value)
{
    struct Visitor {
        QJsonObject operator()(const QString &v) const { return {{u"stringValue"_s, v}}; }
        QJsonObject operator()(bool v) const { return {{u"boolValue"_s, v}}; }
        QJsonObject operator()(qint64 v) const { return {{u"intValue"_s, big(v)}}; }
        QJsonObject operator()(double v) const { return {{u"doubleValue"_s, v}}; }
        QJsonObject operator()(const QStringList &v) const
        {
            QJsonArray values;
            for (const QString &one : v) values.append((*this)(one));
            return {{u"arrayValue"_s, QJsonObject{{u"values"_s, values}}}};
        }
    };
    return std::visit(Visitor{}, value);
}

QJsonArray attributesJson(const Attributes &attributes)
{
    QJsonArray out;
    for (const Attribute &one : attributes) out.append(QJsonObject{{u"key"_s, one.key}, {u"value"_s, valueJson(one.value)}});
    return out;
}

QJsonObject eventJson(const Event &event)
{
    return {{u"timeUnixNano"_s, big(event.atNs)}, {u"name"_s, event.name}, {u"attributes"_s, attributesJson(event.attributes)}};
}

QJsonObject spanJson(const Span &span)
{
    QJsonArray events;
    for (const Event &event : span.events) events.append(eventJson(event));
    QJsonObject json{{u"traceId"_s, QString::fromLatin1(span.traceId.toHex())},
                     {u"spanId"_s, QString::fromLatin1(span.spanId.toHex())},
                     {u"name"_s, span.name},
                     {u"kind"_s, int(span.kind)},
                     {u"startTimeUnixNano"_s, big(span.startNs)},
                     {u"endTimeUnixNano"_s, big(span.endNs)},
                     {u"attributes"_s, attributesJson(span.attributes)}};
    if (!span.parentSpanId.isEmpty()) json.insert("parentSpanId"_L1, QString::fromLatin1(span.parentSpanId.toHex()));
    if (!events.isEmpty()) json.insert("events"_L1, events);
    if (span.status != Status::Unset)
        json.insert("status"_L1, QJsonObject{{u"code"_s, int(span.status)}, {u"message"_s, span.statusMessage}});
    return json;
}

QJsonObject pointJson(const HistogramPoint &point, const QList<double> &bounds)
{
    QJsonArray counts, explicitBounds;
    for (const quint64 count : point.buckets) counts.append(QString::number(count));
    for (const double bound : bounds) explicitBounds.append(bound);
    return {{u"attributes"_s, attributesJson(point.attributes)}, {u"startTimeUnixNano"_s, big(point.startNs)},
            {u"timeUnixNano"_s, big(point.endNs)}, {u"count"_s, big(point.count)}, {u"sum"_s, point.sum}, {u"min"_s, point.least},
            {u"max"_s, point.most}, {u"bucketCounts"_s, counts}, {u"explicitBounds"_s, explicitBounds}};
}

QJsonObject scopeJson(const Sender &sender) { return {{u"name"_s, u"voxdesk"_s}, {u"version"_s, sender.version}}; }

// {"resourceSpans": [{"resource", "scopeSpans": [{"scope", "spans"}]}]}, and the same for metrics.
QByteArray wrapped(const QString &what, const QString &list, const QJsonArray &items, const Sender &sender)
{
    const QJsonObject scoped{{u"scope"_s, scopeJson(sender)}, {list, items}};
    const QJsonObject resource{{u"resource"_s, QJsonObject{{u"attributes"_s, attributesJson(sender.resource)}}},
                               {u"scope"_s + what, QJsonArray{scoped}}};
    return QJsonDocument(QJsonObject{{u"resource"_s + what, QJsonArray{resource}}}).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray tracesJson(const QList<Span> &spans, const Sender &sender)
{
    QJsonArray items;
    for (const Span &span : spans) items.append(spanJson(span));
    return wrapped(u"Spans"_s, u"spans"_s, items, sender);
}

QByteArray metricsJson(const QList<Histogram> &histograms, const Sender &sender)
{
    QJsonArray items;
    for (const Histogram &histogram : histograms) {
        QJsonArray points;
        for (const HistogramPoint &point : histogram.points) points.append(pointJson(point, histogram.bounds));
        // 2: AGGREGATION_TEMPORALITY_CUMULATIVE
        items.append(QJsonObject{{u"name"_s, histogram.name}, {u"description"_s, histogram.description}, {u"unit"_s, histogram.unit},
                                 {u"histogram"_s, QJsonObject{{u"dataPoints"_s, points}, {u"aggregationTemporality"_s, 2}}}});
    }
    return wrapped(u"Metrics"_s, u"metrics"_s, items, sender);
}

} // namespace vox::otlp
