#pragma once
#include "models/base/fields.h"
#include "models/base/result.h"
#include <QUrl>

namespace vox {

enum class OtlpProtocol { Json, Protobuf };
template <> struct EnumNames<OtlpProtocol> {
    static constexpr const char *context = "OtlpSettings";
    static constexpr std::array all{EnumName<OtlpProtocol>{OtlpProtocol::Json, "http/json", QT_TRANSLATE_NOOP("OtlpSettings", "JSON")},
                                    EnumName<OtlpProtocol>{OtlpProtocol::Protobuf, "http/protobuf", QT_TRANSLATE_NOOP("OtlpSettings", "Protobuf")}};
};

// Where conversations are sent as telemetry and what of them: the workspace's setting "telemetry.otlp".
struct OtlpSettings {
    QString endpoint;              // "http://localhost:4318"; /v1/traces and /v1/metrics are added. Empty: nothing is sent
    OtlpProtocol protocol = OtlpProtocol::Protobuf;
    QJsonObject headers;           // name: value; a value "secret:NAME" is filled in when it is sent
    bool traces = true;
    bool metrics = true;
    bool words = false;            // what was said, and what tools answered, stands in the traces
    QString serviceName = QStringLiteral("voxdesk");
    QJsonObject resource;          // more attributes of the resource: "deployment.environment.name" …
    int timeoutMs = 10000;         // of one request

    // An endpoint is there. Errors: BadValue {field, value} for what cannot be sent to.
    Result<bool> check() const;
    QUrl url(const QString &signal) const; // "traces", "metrics"
};

template <> struct Fields<OtlpSettings> {
    static constexpr const char *context = "OtlpSettings";
    static constexpr auto all = std::tuple{
        field("endpoint", &OtlpSettings::endpoint, QT_TRANSLATE_NOOP("OtlpSettings", "Address of the collector")).upTo(2000),
        field("protocol", &OtlpSettings::protocol, QT_TRANSLATE_NOOP("OtlpSettings", "Encoding")),
        field("headers", &OtlpSettings::headers, QT_TRANSLATE_NOOP("OtlpSettings", "Headers")),
        field("traces", &OtlpSettings::traces, QT_TRANSLATE_NOOP("OtlpSettings", "Traces")),
        field("metrics", &OtlpSettings::metrics, QT_TRANSLATE_NOOP("OtlpSettings", "Histograms")),
        field("words", &OtlpSettings::words, QT_TRANSLATE_NOOP("OtlpSettings", "What was said")),
        field("service_name", &OtlpSettings::serviceName, QT_TRANSLATE_NOOP("OtlpSettings", "Name of the service")).upTo(200),
        field("resource", &OtlpSettings::resource, QT_TRANSLATE_NOOP("OtlpSettings", "Attributes of the resource")),
        field("timeout_ms", &OtlpSettings::timeoutMs, QT_TRANSLATE_NOOP("OtlpSettings", "Give up after")).between(100, 60000).unit("ms"),
    };
};

} // namespace vox
