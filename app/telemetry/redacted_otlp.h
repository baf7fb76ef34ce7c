#pragma once
#include "app/telemetry/otlp_values.h"
#include "models/base/error.h"
#include "models/base/redaction.h"

namespace vox::otlp {

// What is sent, without the values that must not leave. JSON inside of an attribute is looked into.
void redact(Attributes &attributes, const Redaction &redaction);
void redact(Span &span, const Redaction &redaction);
// A collector may say a header back.
Error redacted(const Error &error, const Redaction &redaction);

} // namespace vox::otlp
