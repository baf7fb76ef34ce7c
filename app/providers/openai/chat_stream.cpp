#include "app/providers/openai/chat_stream.h"
#include "app/providers/openai/chat_dialect.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCalls = 64;
constexpr qsizetype kLongestArguments = 256 * 1024;

QString roleName(ModelMessage::Role role)
{
    switch (role) {
    case ModelMessage::Role::System: return u"system"_s;
    case ModelMessage::Role::User: return u"user"_s;
    case ModelMessage::Role::Assistant: return u"assistant"_s;
    case ModelMessage::Role::Tool: return u"tool"_s;
    }
    return {};
}

// Codes are names ("rate_limit_exceeded") or numbers; Yandex writes httpCode.
Error errorOfChunk(const QJsonObject &error, const QString &address)
{
    QString code = error.value("code"_L1).toVariant().toString();
    if (code.isEmpty()) code = error.value("httpCode"_L1).toVariant().toString();
    const QString detail = error.value("message"_L1).toString().left(500);
    if (code == "429"_L1 || code.contains("rate_limit"_L1)) return Error(Error::Code::RateLimited, {address, QString()}, detail);
    return Error(Error::Code::ServerFailed, {address, code}, detail);
}

QJsonObject messageJson(const ModelMessage &message)
{
    QJsonObject json{{u"role"_s, roleName(message.role)}};
    // The schema wants null content beside tool calls when the assistant said nothing.
    if (message.role == ModelMessage::Role::Assistant && message.text.isEmpty() && !message.toolCalls.isEmpty())
        json.insert("content"_L1, QJsonValue(QJsonValue::Null));
    else
        json.insert("content"_L1, message.text);
    if (message.role == ModelMessage::Role::Tool) json.insert("tool_call_id"_L1, message.toolCallId);
    if (message.toolCalls.isEmpty()) return json;
    QJsonArray calls;
    for (const QJsonValue &value : message.toolCalls) {
        const QJsonObject call = value.toObject();
        const QString arguments = QString::fromUtf8(QJsonDocument(call.value("arguments"_L1).toObject()).toJson(QJsonDocument::Compact));
        calls.append(QJsonObject{{u"id"_s, call.value("id"_L1)},
                                 {u"type"_s, u"function"_s},
                                 {u"function"_s, QJsonObject{{u"name"_s, call.value("name"_L1)}, {u"arguments"_s, arguments}}}});
    }
    json.insert("tool_calls"_L1, calls);
    return json;
}

} // namespace

QJsonObject chatRequestJson(const ModelRequest &request)
{
    QJsonArray messages;
    for (const ModelMessage &message : request.messages) messages.append(messageJson(message));
    QJsonObject json{{u"model"_s, request.model},
                     {u"messages"_s, messages},
                     {u"temperature"_s, isYandexModel(request.model) ? std::min(request.temperature, 1.0) : request.temperature},
                     {u"max_tokens"_s, request.maxTokens},
                     {u"stream"_s, true},
                     {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}};
    if (request.tools.isEmpty()) return json;
    QJsonArray tools;
    for (const ModelTool &tool : request.tools)
        tools.append(QJsonObject{{u"type"_s, u"function"_s},
                                 {u"function"_s, QJsonObject{{u"name"_s, tool.name},
                                                             {u"description"_s, tool.description},
                                                             {u"parameters"_s, tool.parameters}}}});
    json.insert("tools"_L1, tools);
    return json;
}

Result<QString> ChatStream::feed(const QByteArray &data, const QString &address)
{
    if (m_done) return QString();
    if (data.trimmed() == "[DONE]") {
        m_done = true;
        return QString();
    }
    const auto document = QJsonDocument::fromJson(data);
    if (!document.isObject()) return Error(Error::Code::BadAnswer, {address, u"JSON"_s}, QString::fromUtf8(data.left(200)));
    const QJsonObject chunk = document.object();
    if (const QJsonObject error = chunk.value("error"_L1).toObject(); !error.isEmpty())
        return errorOfChunk(error, address);
    if (const QJsonValue error = chunk.value("error"_L1); error.isString()) // a gateway in front of the model
        return Error(Error::Code::ServerFailed, {address, chunk.value("code"_L1).toVariant().toString()}, error.toString().left(500));
    if (const QJsonObject usage = chunk.value("usage"_L1).toObject(); !usage.isEmpty())
        m_usage = {usage.value("prompt_tokens"_L1).toInteger(), usage.value("completion_tokens"_L1).toInteger(), true};
    const QJsonArray choices = chunk.value("choices"_L1).toArray();
    if (choices.isEmpty()) return QString(); // the usage chunk
    const QJsonObject choice = choices.first().toObject();
    if (const QString reason = choice.value("finish_reason"_L1).toString(); !reason.isEmpty()) m_finishReason = reason;
    const QJsonObject delta = choice.value("delta"_L1).toObject();
    for (const QJsonValue &value : delta.value("tool_calls"_L1).toArray()) {
        const QJsonObject call = value.toObject();
        const qint64 index = call.value("index"_L1).toInteger();
        if (index < 0 || (m_calls.size() >= kMostCalls && !m_calls.contains(index)))
            return Error(Error::Code::BadAnswer, {address, u"tool_calls"_s});
        Piece &piece = m_calls[index];
        if (const QString id = call.value("id"_L1).toString(); !id.isEmpty()) piece.id = id;
        const QJsonObject function = call.value("function"_L1).toObject();
        if (const QString name = function.value("name"_L1).toString(); !name.isEmpty()) piece.name = name;
        piece.arguments += function.value("arguments"_L1).toString();
        if (piece.arguments.size() > kLongestArguments) return Error(Error::Code::TooLarge, {address, QString::number(kLongestArguments)});
    }
    return delta.value("content"_L1).toString();
}

Result<QList<ModelToolCall>> ChatStream::toolCalls(const QString &address) const
{
    QList<ModelToolCall> out;
    for (const Piece &piece : m_calls) {
        // No arguments at all is an empty object to every server we know.
        const QByteArray text = piece.arguments.trimmed().isEmpty() ? QByteArray("{}") : piece.arguments.toUtf8();
        if (piece.name.isEmpty()) return Error(Error::Code::BadAnswer, {address, u"tool_calls"_s}, piece.arguments.left(200));
        const auto json = QJsonDocument::fromJson(text);
        // What is no object is the model's mistake, not the server's: the model is told.
        out.append({piece.id, piece.name, json.object(), json.isObject() ? QString() : piece.arguments.left(200)});
    }
    return out;
}

} // namespace vox
