#pragma once
#include "app/providers/local/prompt_cache.h"
#include "models/base/result.h"
#include <atomic>

namespace vox {

class SpeechEngine;

// Renders a whole text on the calling thread, as EngineTextToSpeech would speak it. Errors: the engine's, TooLarge, Cancelled.
Result<RenderedSpeech> renderSpeech(SpeechEngine &engine, const QString &text, const VoiceSettings &settings, const std::atomic_bool &cancelled);

} // namespace vox
