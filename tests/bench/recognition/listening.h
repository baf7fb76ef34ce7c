#pragma once
#include "app/dsp/silero_voice_activity.h"
#include "app/ports/speech_to_text.h"
#include "app/realtime/work_pool.h"
#include "tests/bench/recognition/corpus.h"
#include "tests/support/queue_executor.h"

namespace vox::bench {

// What became of one utterance that was heard in real time. Times in ms after the last speech sample.
struct Listened {
    QString text;
    double askedMs = 0;    // the final that stood was asked for
    double silenceMs = 0;  // voice activity ended, as far as the detector knew
    double textMs = 0;     // its text was there
    double longestPauseMs = 0; // within the utterance: an endpointing delay below this cuts it
    int partials = 0;
    double firstPartialMs = 0; // after the first speech sample; 0 when there was none
};

// Plays one utterance in real time, 10 ms a block, to voice activity and recogniser as a conversation does: the final is
// asked for after 96 ms of silence and asked for again when the caller had only paused.
Listened listen(const Utterance &utterance, SpeechToText &recogniser, std::shared_ptr<const SileroModel> silero, QueueExecutor &executor);

} // namespace vox::bench
