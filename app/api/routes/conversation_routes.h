#pragma once
#include "app/api/route.h"

namespace vox {

// Conversations: list, transcript events, recording, and the upload of one's own piece by piece.
Routes conversationRoutes();

} // namespace vox
