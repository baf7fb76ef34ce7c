#pragma once
#include "models/base/problem.h"
#include <QJsonObject>

namespace vox {

// The rules of kind "agent" beyond its fields: languages, names, intents, and everything checkFlow() finds. Called on
// content whose fields are right.
Problems checkAgent(const QJsonObject &content);

// A BCP 47 tag as we accept it: language, optional script and region ("en", "pt-BR", "zh-Hans-CN").
bool isLanguageTag(const QString &tag);

} // namespace vox
