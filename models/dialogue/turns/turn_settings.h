#pragma once
#include "models/base/fields.h"

namespace vox {

// How an agent takes turns, as its author sets it. The defaults suit a quiet room and a good microphone.
struct TurnSettings {
    // when the caller has finished
    int minEndpointingMs = 240;
    int endpointingMs = 300;
    int maxEndpointingMs = 1300;
    bool adaptive = true;
    bool useWords = true;
    int recogniseAfterMs = 96;
    // when the caller interrupts
    bool bargeIn = true;
    int holdAfterMs = 70;
    int stopAfterMs = 250;
    int stopWindowMs = 600;
    int stopWords = 2;
    int resumeAfterMs = 450;
    // limits
    int patienceMs = 7000;
    int maxTurnMs = 60000;
    // voice activity
    double voiceThreshold = 0.5;
    double silenceThreshold = 0.35;
    int startAfterMs = 60;
    friend bool operator==(const TurnSettings &, const TurnSettings &) = default;
};

template <> struct Fields<TurnSettings> {
    static constexpr const char *context = "TurnSettings";
    static constexpr const char *ending = QT_TRANSLATE_NOOP("TurnSettings", "End of the caller's turn");
    static constexpr const char *interrupting = QT_TRANSLATE_NOOP("TurnSettings", "Interruptions");
    static constexpr const char *limits = QT_TRANSLATE_NOOP("TurnSettings", "Limits");
    static constexpr const char *voice = QT_TRANSLATE_NOOP("TurnSettings", "Voice activity");
    static constexpr auto all = std::tuple{
        field("endpointing_ms", &TurnSettings::endpointingMs, QT_TRANSLATE_NOOP("TurnSettings", "Wait after the last word"))
            .between(100, 5000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(ending)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "How long the caller must be silent before the agent answers. Shorter is quicker, longer cuts off fewer callers.")),
        field("min_endpointing_ms", &TurnSettings::minEndpointingMs, QT_TRANSLATE_NOOP("TurnSettings", "Shortest wait"))
            .between(0, 5000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(ending).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Used when the words are surely complete: a plain yes, a sentence that is over, a whole e-mail address.")),
        field("max_endpointing_ms", &TurnSettings::maxEndpointingMs, QT_TRANSLATE_NOOP("TurnSettings", "Longest wait"))
            .between(100, 10000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(ending)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Used when the words are surely not complete: half a sentence, half a phone number, half an e-mail address.")),
        field("adaptive", &TurnSettings::adaptive, QT_TRANSLATE_NOOP("TurnSettings", "Learn the caller's pace"))
            .in(ending).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Waits longer for a caller who has been cut off or pauses a lot.")),
        field("use_words", &TurnSettings::useWords, QT_TRANSLATE_NOOP("TurnSettings", "Listen to the words")).in(ending).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Shortens or lengthens the wait by what was said so far.")),
        field("recognise_after_ms", &TurnSettings::recogniseAfterMs, QT_TRANSLATE_NOOP("TurnSettings", "Start recognition after"))
            .between(20, 1000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(ending).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Silence after which recognition starts in advance; thrown away when the caller goes on.")),
        field("barge_in", &TurnSettings::bargeIn, QT_TRANSLATE_NOOP("TurnSettings", "The caller may interrupt")).in(interrupting),
        field("hold_after_ms", &TurnSettings::holdAfterMs, QT_TRANSLATE_NOOP("TurnSettings", "Pause the agent after"))
            .between(10, 1000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(interrupting).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Voice for this long pauses the agent; it goes on where it stopped when it was only a cough.")),
        field("stop_after_ms", &TurnSettings::stopAfterMs, QT_TRANSLATE_NOOP("TurnSettings", "Stop the agent after"))
            .between(50, 5000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(interrupting)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Speech of this length ends the agent's answer.")),
        field("stop_window_ms", &TurnSettings::stopWindowMs, QT_TRANSLATE_NOOP("TurnSettings", "Within"))
            .between(100, 5000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(interrupting).advanced(),
        field("stop_words", &TurnSettings::stopWords, QT_TRANSLATE_NOOP("TurnSettings", "Or after this many words"))
            .between(1, 20).in(interrupting)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "\"Aha\", \"mm-hm\" and the like do not count.")),
        field("resume_after_ms", &TurnSettings::resumeAfterMs, QT_TRANSLATE_NOOP("TurnSettings", "Go on after silence of"))
            .between(100, 5000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(interrupting).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "A paused agent goes on when the caller was silent this long and said nothing that counts.")),
        field("patience_ms", &TurnSettings::patienceMs, QT_TRANSLATE_NOOP("TurnSettings", "Patience"))
            .between(500, 600000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(limits)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "How long a silent caller is waited for when the step does not say it.")),
        field("max_turn_ms", &TurnSettings::maxTurnMs, QT_TRANSLATE_NOOP("TurnSettings", "Longest turn"))
            .between(1000, 600000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(limits)
            .help(QT_TRANSLATE_NOOP("TurnSettings", "A caller who talks longer is answered at the next breath, at the latest after twice this time.")),
        field("voice_threshold", &TurnSettings::voiceThreshold, QT_TRANSLATE_NOOP("TurnSettings", "Voice from"))
            .between(0.05, 0.99).in(voice).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Raise it where there is noise around the caller.")),
        field("silence_threshold", &TurnSettings::silenceThreshold, QT_TRANSLATE_NOOP("TurnSettings", "Silence below"))
            .between(0.01, 0.95).in(voice).advanced(),
        field("start_after_ms", &TurnSettings::startAfterMs, QT_TRANSLATE_NOOP("TurnSettings", "A voice must last"))
            .between(0, 1000).unit(QT_TRANSLATE_NOOP("TurnSettings", "ms")).in(voice).advanced()
            .help(QT_TRANSLATE_NOOP("TurnSettings", "Shorter sounds are clicks, not speech.")),
    };
};

} // namespace vox
