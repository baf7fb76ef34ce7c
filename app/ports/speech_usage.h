#pragma once
#include <QString>

namespace vox {

// What one recognition or utterance cost, as its provider counts: tokens, or time and characters where it counts those.
struct SpeechUsage {
    QString provider, model;
    qint64 inputTokens = 0, outputTokens = 0;
    qint64 audioMs = 0;    // heard, by a recogniser; spoken, by a voice
    qint64 characters = 0; // of the text that was spoken
};

} // namespace vox
