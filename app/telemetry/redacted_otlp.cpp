#include "app/telemetry/redacted_otlp.h"

namespace vox::otlp {

void redact(Attributes &attributes, const Redaction &redaction)
{
    if (redaction.isEmpty()) return;
    for (Attribute &attribute : attributes) {
        if (auto *text = std::get_if<QString>(&attribute.value)) *text = redaction.text(*text);
        else if (auto *list = std::get_if<QStringList>(&attribute.value))
            for (QString &item : *list) item = redaction.text(item);
    }
}

void redact(Span &span, const Redaction &redaction)
{
    if (redaction.isEmpty()) return;
    span.name = redaction.text(span.name);
    span.statusMessage = redaction.text(span.statusMessage);
    redact(span.attributes, redaction);
    for (Event &event : span.events) {
        event.name = redaction.text(event.name);
        redact(event.attributes, redaction);
    }
}

Error redacted(const Error &error, const Redaction &redaction)
{
    QStringList args;
    for (const QString &arg : error.args) args.append(redaction.text(arg));
    return Error(error.code, args, redaction.text(error.detail));
}

} // namespace vox::otlp
