#pragma once
#include "models/conversation/event.h"
#include "ui/kit/colours.h"
#include <optional>

namespace vox {

// An event as one line of the bench's list: an icon with its meaning and a few words, translated now. nullopt for events
// that would only be noise there (checkpoints, spans).
struct EventText {
    const char *icon = "";
    kit::Meaning meaning = kit::Meaning::Neutral;
    QString text;
};
std::optional<EventText> describe(const ConversationEvent &event);

} // namespace vox
