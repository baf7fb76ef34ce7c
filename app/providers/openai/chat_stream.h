#pragma once
#include "app/ports/language_model.h"
#include "models/base/result.h"
#include <QMap>

namespace vox {

// Gathers the chunks of a streamed chat completion (OpenAI API reference, "The chat completion chunk object"): text
// deltas, tool calls in pieces by index, usage in the last chunk. Pure; one per answer.
class ChatStream {
public:
    // Feeds the data of one event; returns the new text, empty when it brought none. "[DONE]" ends the stream.
    // Errors: BadAnswer (no JSON, wrong shape), ServerFailed (an error object).
    Result<QString> feed(const QByteArray &data, const QString &address);
    bool done() const { return m_done; }
    bool finished() const { return m_done || !m_finishReason.isEmpty(); }
    // Errors: BadAnswer when a call names no tool.
    Result<QList<ModelToolCall>> toolCalls(const QString &address) const;
    ModelUsage usage() const { return m_usage; }

private:
    struct Piece { QString id, name; QString arguments; };
    QMap<qint64, Piece> m_calls;
    QString m_finishReason;
    ModelUsage m_usage;
    bool m_done = false;
};

// The request body: {"model", "messages", "stream": true, "stream_options": {"include_usage": true}, "tools", ...}.
QJsonObject chatRequestJson(const ModelRequest &request);

} // namespace vox
