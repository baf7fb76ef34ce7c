#pragma once
#include "models/base/error.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vox {

struct ModelMessage {
    enum class Role { System, User, Assistant, Tool };
    Role role = Role::User;
    QString text;
    QString toolCallId;        // Role::Tool: which call this answers
    QJsonArray toolCalls;      // Role::Assistant: [{id, name, arguments}]
};

struct ModelTool {
    QString name;
    QString description;
    QJsonObject parameters; // JSON Schema
};

struct ModelRequest {
    QString model;
    QList<ModelMessage> messages;
    QList<ModelTool> tools;
    double temperature = 0.3;
    int maxTokens = 400;
    int timeoutMs = 20000;
};

struct ModelToolCall {
    QString id;
    QString name;
    QJsonObject arguments;
    QString broken; // what was sent instead of a JSON object of arguments, cut short; empty: they are good
};

struct ModelUsage {
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    bool known = false;
};

// A chat model that streams. Lives on its conversation's executor, one request at a time. Text pieces arrive in order,
// then exactly one of modelFinished() and modelFailed(). After stop() nothing arrives. No call blocks.
class LanguageModel {
public:
    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void modelText(const QString &piece) = 0;
        // Words of an answer that the model speaks itself: they sound as they come, nobody waits for a whole sentence.
        virtual void modelSpeaks(const QString &words) { modelText(words); }
        virtual void modelFinished(const QList<ModelToolCall> &calls, const ModelUsage &usage) = 0;
        virtual void modelFailed(const Error &error) = 0;
    };

    virtual ~LanguageModel() = default;
    virtual void setListener(Listener *listener) = 0;
    virtual void ask(const ModelRequest &request) = 0;
    virtual void stop() = 0;
};

} // namespace vox
