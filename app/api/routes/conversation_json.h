#pragma once
#include "models/store/conversation_store.h"
#include <QJsonObject>

namespace vox {

QJsonObject toJson(const ConversationRow &row);

} // namespace vox
