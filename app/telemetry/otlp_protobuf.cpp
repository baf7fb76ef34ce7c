#include "app/telemetry/otlp_protobuf.h"
#include "models/wire/proto_reader.h"
#include "models/wire/proto_writer.h"

namespace vox::otlp {

using namespace Qt::StringLiterals;

namespace {

// common.v1.AnyValue: a oneof, so defaults are written.
ProtoWriter anyValue(const Value &value)
{
    struct Visitor {
        ProtoWriter out;
        void operator()(const QString &v) { out.textAlways(1, v); }
        void operator()(bool v) { out.booleanAlways(2, v); }
        void operator()(qint64 v) { out.integerAlways(3, v); }
        void operator()(double v) { out.numberAlways(4, v); }
        void operator()(const QStringList &v)
        {
            ProtoWriter array;
            for (const QString &one : v) array.message(1, anyValue(one));
            out.message(5, array);
        }
    } visitor;
    std::visit(visitor, value);
    return visitor.out;
}

void addAttributes(ProtoWriter &out, int field, const Attributes &attributes)
{
    for (const Attribute &one : attributes) {
        ProtoWriter pair;
        pair.text(1, one.key);
        pair.message(2, anyValue(one.value));
        out.message(field, pair);
    }
}

ProtoWriter spanMessage(const Span &span)
{
    ProtoWriter out;
    out.bytes(1, span.traceId);
    out.bytes(2, span.spanId);
    out.bytes(4, span.parentSpanId);
    out.text(5, span.name);
    out.integer(6, int(span.kind));
    out.fixed64(7, quint64(span.startNs));
    out.fixed64(8, quint64(span.endNs));
    addAttributes(out, 9, span.attributes);
    for (const Event &event : span.events) {
        ProtoWriter nested;
        nested.fixed64(1, quint64(event.atNs));
        nested.text(2, event.name);
        addAttributes(nested, 3, event.attributes);
        out.message(11, nested);
    }
    if (span.status != Status::Unset) {
        ProtoWriter status;
        status.text(2, span.statusMessage);
        status.integer(3, int(span.status));
        out.message(15, status);
    }
    return out;
}

ProtoWriter pointMessage(const HistogramPoint &point, const QList<double> &bounds)
{
    ProtoWriter out, counts, limits;
    for (const quint64 count : point.buckets) counts.packedFixed64(count);
    for (const double bound : bounds) limits.packedNumber(bound);
    out.fixed64(2, quint64(point.startNs));
    out.fixed64(3, quint64(point.endNs));
    out.fixed64(4, quint64(point.count));
    out.numberAlways(5, point.sum);
    out.bytes(6, counts.bytes());
    out.bytes(7, limits.bytes());
    addAttributes(out, 9, point.attributes);
    out.numberAlways(11, point.least);
    out.numberAlways(12, point.most);
    return out;
}

ProtoWriter histogramMessage(const Histogram &histogram)
{
    ProtoWriter out, data;
    for (const HistogramPoint &point : histogram.points) data.message(1, pointMessage(point, histogram.bounds));
    data.integer(2, 2); // AGGREGATION_TEMPORALITY_CUMULATIVE
    out.text(1, histogram.name);
    out.text(2, histogram.description);
    out.text(3, histogram.unit);
    out.message(9, data);
    return out;
}

// Resource…: {resource = 1, scope_… = 2}; Scope…: {scope = 1, items = 2}; the request: {resource_… = 1}.
QByteArray wrapped(const ProtoWriter &items, const Sender &sender)
{
    ProtoWriter scope, scoped, resource, resourced, request;
    scope.text(1, u"voxdesk"_s);
    scope.text(2, sender.version);
    scoped.message(1, scope);
    QByteArray scopedBytes = scoped.bytes() + items.bytes();
    addAttributes(resource, 1, sender.resource);
    resourced.message(1, resource);
    resourced.bytesAlways(2, scopedBytes);
    request.message(1, resourced);
    return request.bytes();
}

} // namespace

QByteArray tracesProtobuf(const QList<Span> &spans, const Sender &sender)
{
    ProtoWriter items;
    for (const Span &span : spans) items.message(2, spanMessage(span));
    return wrapped(items, sender);
}

QByteArray metricsProtobuf(const QList<Histogram> &histograms, const Sender &sender)
{
    ProtoWriter items;
    for (const Histogram &histogram : histograms) items.message(2, histogramMessage(histogram));
    return wrapped(items, sender);
}

Rejected rejectedProtobuf(QByteArrayView answer)
{
    Rejected out;
    for (ProtoReader response(answer); response.next();) {
        if (response.field() != 1) continue;
        for (ProtoReader partial = response.message(); partial.next();) {
            if (partial.field() == 1) out.items = partial.integer();
            else if (partial.field() == 2) out.why = partial.text();
        }
    }
    return out;
}

} // namespace vox::otlp
