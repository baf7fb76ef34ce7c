#pragma once
#include "models/base/result.h"
#include <QString>
#include <atomic>

namespace vox {

// Turns a finished WAV recording into Ogg Opus, 24 kbit/s a channel. The channels stay apart (no joint stereo): nothing of
// the caller leaks into the agent's lane. Blocks for one or two hundredths of the sound's length: call it on a pool. The file
// appears under its name only when complete. Errors: those of openSound(), FileUnwritable, Cancelled, AudioUnsupported.
Result<void> encodeOpus(const QString &soundPath, const QString &opusPath, const std::atomic_bool &cancelled);

// False in builds without the Opus libraries (recordings then stay WAV).
bool canEncodeOpus();

} // namespace vox
