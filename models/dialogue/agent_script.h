#pragma once
#include "models/base/localized.h"
#include "models/dialogue/flow.h"
#include <QJsonValue>

namespace vox {

// The part of an agent that the dialogue runs on, without voices and devices. models/kinds/agents makes it from an agent
// document.
struct IntentDeclaration {
    QString id;
    QString name;
    LocalizedTexts examples;
};
struct VariableDeclaration {
    QString name;
    QString type; // "string", "number", "bool", "timestamp", "list", "map", "any"
    QJsonValue initial;
};
struct AgentScript {
    QString name;            // for messages
    QStringList languages;
    LocalizedText prompt;    // instructions for models
    LocalizedText knowledge; // text that the knowledge node answers from
    QList<IntentDeclaration> intents;
    QList<VariableDeclaration> variables;
    Flow flow;
};

} // namespace vox
