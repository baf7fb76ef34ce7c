#pragma once
#include "models/store/conversation_store.h"
#include "ui/screens/today/outcomes_bar.h"
#include <QString>

// How outcomes, channels and marks of conversations are named, coloured and signed on these screens.
namespace vox {

QString outcomeText(Outcome outcome);
QString channelText(Channel channel);
const char *channelIcon(Channel channel);
// "2 interruptions, 1 error" for those who do not see the icons.
QString marksText(const ConversationRow &row);
QString languageText(const QString &tag);

} // namespace vox
