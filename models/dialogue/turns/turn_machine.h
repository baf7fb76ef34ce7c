#pragma once
#include "models/dialogue/turns/turn_settings.h"
#include <array>
#include <cstdint>
#include <optional>

// The turn-taking machine: a pure function of settings, a state and a timed event. The conversation's worker feeds it
// voice activity, words and the agent's own speech in order of time, carries out the actions and sends a Tick when
// state.wakeAtUs has come and voice activity up to then was given. All times are t_us, microseconds of conversation time. No clock, no allocation.
namespace vox {

// What the words so far say about the turn; made by text_cues.h.
enum class TextCue : std::uint8_t {
    None,        // no words known yet
    Empty,       // the recogniser found no words
    Backchannel, // "aha", "mm-hm": does not ask for the turn
    Neutral,     // open speech: see `finished`
    Complete,    // yes or no, a phrase that is listened for, all symbols of a code, a whole address
    Paused,      // all digits of a telephone number: more may come
    Trailing,    // "um", "...": more will come
    Unfinished,  // half a number, a spelling, an e-mail address
};

struct TurnEvent {
    enum class Kind : std::uint8_t {
        Voice,        // voice activity of one stretch of sound: [atUs - durationUs, atUs), probability
        Words,        // recogniser's partial or final text of the open segment: cue, words, final, finished, segment
        AgentStarted, // the agent's sound became audible: interruptible
        AgentEnded,   // all sound asked for was heard, or was stopped
        Listening,    // the dialogue waits for the caller: patienceUs (0: no limit); counts from here or AgentEnded
        NotListening, // the dialogue waits for something else, or has ended
        Typed,        // the caller typed or pressed a key: a whole turn by itself
        Tick,         // wakeAtUs has come
    };
    static constexpr float kUnknown = -1;
    Kind kind = Kind::Tick;
    std::int64_t atUs = 0;
    std::int64_t durationUs = 0;
    float probability = 0;
    TextCue cue = TextCue::None;
    int words = 0;
    bool final = false;
    float finished = kUnknown; // how likely the sentence is over by its words, 0..1
    std::uint32_t segment = 0; // of the words; stale ones are ignored
    bool interruptible = true;
    std::int64_t patienceUs = 0;

    static constexpr TurnEvent voice(std::int64_t endUs, std::int64_t durationUs, float probability)
    {
        TurnEvent e; e.kind = Kind::Voice; e.atUs = endUs; e.durationUs = durationUs; e.probability = probability; return e;
    }
    static constexpr TurnEvent heard(std::int64_t atUs, std::uint32_t segment, TextCue cue, int words, bool final, float finished = kUnknown)
    {
        TurnEvent e; e.kind = Kind::Words; e.atUs = atUs; e.segment = segment; e.cue = cue; e.words = words; e.final = final;
        e.finished = finished;
        return e;
    }
    static constexpr TurnEvent agentStarted(std::int64_t atUs, bool interruptible)
    {
        TurnEvent e; e.kind = Kind::AgentStarted; e.atUs = atUs; e.interruptible = interruptible; return e;
    }
    static constexpr TurnEvent listening(std::int64_t atUs, std::int64_t patienceUs)
    {
        TurnEvent e; e.kind = Kind::Listening; e.atUs = atUs; e.patienceUs = patienceUs; return e;
    }
    static constexpr TurnEvent plain(Kind kind, std::int64_t atUs) { TurnEvent e; e.kind = kind; e.atUs = atUs; return e; }
};

struct TurnAction {
    enum class Kind : std::uint8_t {
        CallerStarted,   // a segment opened at fromUs; recognise it as it grows
        Recognise,       // silence began: recognise [fromUs, toUs) now, in advance
        DropRecognition, // the caller went on: what was recognised or prepared since Recognise is worth nothing
        EndOfTurn,       // the caller has finished: [fromUs, toUs) is the utterance; answer it
        DropAnswer,      // the caller went on after EndOfTurn and before the agent was heard: the segment reopens at
                         // fromUs with the earlier words in it; throw the answer away unless it already changed something
        DropSegment,     // it was no speech (a cough, a backchannel): forget the segment
        Hold,            // pause the agent's sound; fromUs: the caller's first sample
        Resume,          // go on where the sound was paused
        Stop,            // end the agent's answer; fromUs: the caller's first sample
        Join,            // as Stop, but the caller had not finished and only paused: what he says now and his last turn
                         // are one, unless the answer already changed something
        CallerSilent,    // patience ran out; toUs - fromUs is the silence
    };
    Kind kind;
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0;
    std::uint32_t segment = 0;
};

struct TurnState {
    enum class Phase : std::uint8_t { Quiet, Starting, Speaking, Pausing, Answering };
    enum class Agent : std::uint8_t { Silent, Speaking, Held };

    Phase phase = Phase::Quiet;
    Agent agent = Agent::Silent;
    bool interruptible = true;
    bool voiced = false;             // voice activity with hysteresis
    std::int64_t runStartUs = 0;     // first sample of the voiced run
    std::int64_t segmentStartUs = 0;
    std::int64_t voiceEndUs = 0;     // last sample that counts as voice
    std::int64_t voicedUs = 0;       // voice inside the stop window
    std::uint32_t segment = 0;       // counts from 1
    bool recognising = false;
    bool deaf = false;               // the turn was cut at its limit: voice counts again after a silence
    TextCue cue = TextCue::None;
    int words = 0;
    bool final = false;
    float finished = TurnEvent::kUnknown;
    bool listening = false;
    std::int64_t patienceUs = 0;
    std::int64_t quietSinceUs = 0;   // patience counts from here
    std::int64_t agentSinceUs = 0;
    std::int64_t lastEndUs = 0;      // where the caller's last answered turn ended
    std::int64_t extraDelayUs = 0;   // learned from this caller: of cut-offs and near misses
    std::int64_t pauseUs = 0;        // how long this caller pauses where nothing tells it; fades when he does not
    std::optional<std::int64_t> wakeAtUs; // send a Tick then

    friend bool operator==(const TurnState &, const TurnState &) = default;
};

// At most a handful of actions, in order.
struct TurnStep {
    TurnState state;
    std::array<TurnAction, 6> actions{};
    int count = 0;
    const TurnAction *begin() const { return actions.data(); }
    const TurnAction *end() const { return actions.data() + count; }
};

TurnStep next(const TurnSettings &settings, const TurnState &state, const TurnEvent &event);

// The silence after which the turn ends, given the words so far and what was learned. While the words up to the silence are
// not known the machine waits longer, up to the longest wait: there would be nothing to answer.
std::int64_t endpointDelayUs(const TurnSettings &settings, const TurnState &state);

} // namespace vox
