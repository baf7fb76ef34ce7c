#pragma once
#include "app/ports/port_factory.h"
#include <vector>

namespace vox {

// Speaks a text to memory with a voice of this machine, 16 kHz mono: the words of a simulated caller. Blocks until it is
// done, tens of milliseconds a sentence.
Result<std::vector<float>> speakToMemory(PortFactory &ports, const QString &text, const VoiceSettings &voice);

} // namespace vox
