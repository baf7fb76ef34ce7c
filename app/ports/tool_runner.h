#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QUrl>
#include <functional>

namespace vox {

// One HTTP request an agent makes, all templates already filled in. Header values may name a secret ("secret:NAME");
// the runner resolves it at the last moment and never logs it.
struct ToolRequest {
    QString name;                                // for the timeline
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;                             // JSON when not empty
    int timeoutMs = 5000;
    int maxResponseBytes = 1 << 20;
    QByteArray idempotencyKey;                   // sent as Idempotency-Key when not empty
};

struct ToolResponse {
    int status = 0;
    QByteArray body;
    QJsonValue json; // when the body is JSON, else undefined
    qint64 elapsedUs = 0;
    qint64 firstByteUs = 0; // from the call to the answer's first byte
    QList<QPair<QByteArray, QByteArray>> headers; // names in lower case
};

// Runs tools for conversations. Lives with its conversation's executor; the answer comes there, once, unless cancelled.
class ToolRunner {
public:
    using Done = std::function<void(const Result<ToolResponse> &)>;
    using CallId = quint64;
    virtual ~ToolRunner() = default;
    virtual CallId call(const ToolRequest &request, Done done) = 0;
    virtual void cancel(CallId call) = 0;
};

} // namespace vox
