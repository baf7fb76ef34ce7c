#pragma once
#include "app/host/conversation_host.h"
#include "models/kinds/agents/agent.h"

namespace vox {

// How an agent's settings decide a call in `language` (empty: the agent's first). Pure. What belongs to one call only
// (id, folder, channel, revision, time) is left empty. Errors: AgentInvalid, LanguageUnsupported {language}.
Result<CallPlan> planCall(const Agent &agent, const QString &language);

// The voice the agent speaks a language with.
VoiceSettings voiceOf(const Agent &agent, const QString &language);

} // namespace vox
