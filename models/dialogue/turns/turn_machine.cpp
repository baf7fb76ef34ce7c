#include "models/dialogue/turns/turn_machine.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {

using Phase = TurnState::Phase;
using Agent = TurnState::Agent;
using Do = TurnAction::Kind;

constexpr std::int64_t us(int ms) { return std::int64_t(ms) * 1000; }
// A caller who goes on this soon after the end of a turn was cut off; later it is a new turn.
constexpr std::int64_t continuesUs = us(1500);
// A stop this soon after the agent began means that the caller had not finished.
constexpr std::int64_t regretUs = us(700);
// Who goes on this soon after the end of a turn, and so little into the answer, goes on with his sentence.
constexpr std::int64_t joinsUs = us(1250), joinsWithinUs = us(500), startsTogetherUs = us(100);
constexpr std::int64_t cutOffStepUs = us(100);
constexpr std::int64_t nearMissStepUs = us(40);
// By its words, as log-odds, a sentence is over, probably over, may be over, and is a beginning from here on down.
constexpr float kSurelyOver = 0.9f, kProbablyOver = 0.4f, kMaybeOver = 0.0f, kBeginning = -0.5f;
// Who pauses inside his turns may be pausing again: from the second of these lengths on his words must be surer by so much.
constexpr std::int64_t shortPauseUs = us(200), longPauseUs = us(500);
constexpr float pausesSurer = 2.5f, pausesMaybe = 1.0f;
// A caller who has paused for so long is given this much more before the next doubtful pause ends his turn.
constexpr std::int64_t pauseMarginUs = us(150);
// The wait after doubtful words lies this far between the plain and the longest one, in percent.
constexpr std::int64_t doubtfulShare = 23;
// How much longer a backchannel may last before its length alone stops the agent.
constexpr std::int64_t backchannelGraceUs = us(500);

// One step under construction.
class Stepper {
public:
    Stepper(const TurnSettings &settings, const TurnState &state) : m_settings(settings), s(m_step.state) { s = state; }

    TurnStep take(const TurnEvent &event)
    {
        m_now = event.atUs;
        switch (event.kind) {
        case TurnEvent::Kind::Voice: voice(event); break;
        case TurnEvent::Kind::Words: words(event); break;
        case TurnEvent::Kind::AgentStarted: agentStarted(event.interruptible); break;
        case TurnEvent::Kind::AgentEnded: agentEnded(); break;
        case TurnEvent::Kind::Listening: listening(event.patienceUs); break;
        case TurnEvent::Kind::NotListening: s.listening = false; break;
        case TurnEvent::Kind::Typed: typed(); break;
        case TurnEvent::Kind::Tick: break;
        }
        checkPause();
        checkPatience();
        s.wakeAtUs = wake();
        return m_step;
    }

private:
    void act(Do kind, std::int64_t from, std::int64_t to)
    {
        if (m_step.count < int(m_step.actions.size())) m_step.actions[std::size_t(m_step.count++)] = {kind, from, to, s.segment};
    }

    bool mayInterrupt() const { return s.interruptible && m_settings.bargeIn; }

    void voice(const TurnEvent &event)
    {
        const std::int64_t start = event.atUs - event.durationUs;
        const bool voiced = event.probability >= (s.voiced ? m_settings.silenceThreshold : m_settings.voiceThreshold);
        if (voiced && !s.voiced) s.runStartUs = start;
        s.voiced = voiced;
        if (s.deaf) {
            s.deaf = voiced;
            return;
        }
        if (voiced) voicedFor(start, event.durationUs);
        else silentFor(event.durationUs);
    }

    void voicedFor(std::int64_t start, std::int64_t duration)
    {
        const std::int64_t run = m_now - s.runStartUs;
        s.voicedUs += duration;
        switch (s.phase) {
        case Phase::Quiet:
            s.phase = Phase::Starting;
            s.segmentStartUs = start;
            s.voicedUs = duration;
            return startIfLongEnough(run);
        case Phase::Starting: return startIfLongEnough(run);
        case Phase::Speaking: s.voiceEndUs = m_now; break;
        case Phase::Pausing:
            if (run < us(m_settings.startAfterMs)) return;
            resumed();
            break;
        case Phase::Answering: return goOn(run);
        }
        if (s.agent == Agent::Held) decideHeld();
        if (m_now - s.segmentStartUs >= 2 * us(m_settings.maxTurnMs) && s.agent != Agent::Held) {
            s.deaf = true;
            endTurn();
        }
    }

    void startIfLongEnough(std::int64_t run)
    {
        if (s.agent == Agent::Speaking) {
            if (mayInterrupt() && run >= us(m_settings.holdAfterMs)) {
                openSegment(s.runStartUs);
                hold();
            }
            return; // over an uninterruptible prompt the voice counts once the prompt is over
        }
        if (run >= us(m_settings.startAfterMs)) openSegment(s.runStartUs);
    }

    void openSegment(std::int64_t from)
    {
        ++s.segment;
        s.segmentStartUs = from;
        s.phase = Phase::Speaking;
        s.voiceEndUs = m_now;
        forgetWords();
        act(Do::CallerStarted, from, m_now);
    }

    void forgetWords()
    {
        s.recognising = false;
        s.cue = TextCue::None;
        s.words = 0;
        s.final = false;
        s.finished = TurnEvent::kUnknown;
    }

    void hold()
    {
        s.agent = Agent::Held;
        act(Do::Hold, s.segmentStartUs, m_now);
        decideHeld();
    }

    // The caller goes on inside a turn.
    void resumed()
    {
        const std::int64_t pause = s.runStartUs - s.voiceEndUs;
        const bool expected = s.cue == TextCue::Paused || s.cue == TextCue::Trailing || s.cue == TextCue::Unfinished;
        if (s.agent == Agent::Silent && !expected && pause * 10 > endpointDelayUs(m_settings, s) * 7) learn(nearMissStepUs);
        // That somebody who looks for a word or dictates pauses tells nothing about his sentences.
        if (s.agent == Agent::Silent && !expected) learnPause(pause);
        if (s.recognising) act(Do::DropRecognition, s.segmentStartUs, m_now);
        forgetWords();
        s.phase = Phase::Speaking;
        s.voiceEndUs = m_now;
    }

    // The caller goes on after the turn was ended and before the agent was heard.
    void goOn(std::int64_t run)
    {
        if (run < us(m_settings.startAfterMs)) return;
        if (s.runStartUs - s.voiceEndUs > continuesUs) return openSegment(s.runStartUs);
        learn(cutOffStepUs);
        learnPause(s.runStartUs - s.voiceEndUs);
        ++s.segment;
        s.phase = Phase::Speaking;
        s.voiceEndUs = m_now;
        forgetWords();
        act(Do::DropAnswer, s.segmentStartUs, m_now);
    }

    void learn(std::int64_t step)
    {
        const std::int64_t most = us(std::max(0, m_settings.maxEndpointingMs - m_settings.endpointingMs)) / 2;
        s.extraDelayUs = std::clamp<std::int64_t>(s.extraDelayUs + step, 0, most);
    }

    // The longest of the last pauses counts, and fades.
    void learnPause(std::int64_t pause) { s.pauseUs = std::max(pause, s.pauseUs * 85 / 100); }

    void silentFor(std::int64_t duration)
    {
        // The window leaks: full after stopAfterMs of voice, empty after stopWindowMs of silence.
        const std::int64_t leak = duration * m_settings.stopAfterMs / std::max(1, m_settings.stopWindowMs);
        s.voicedUs = std::max<std::int64_t>(0, s.voicedUs - leak);
        if (s.phase == Phase::Starting) s.phase = Phase::Quiet;
        if (s.phase == Phase::Speaking) s.phase = Phase::Pausing;
    }

    void words(const TurnEvent &event)
    {
        if (event.segment != s.segment || s.phase == Phase::Quiet || s.phase == Phase::Starting) return;
        s.cue = event.cue;
        s.words = event.words;
        s.final = event.final;
        s.finished = event.finished;
        if (s.agent == Agent::Held) return decideHeld();
        if (s.phase == Phase::Answering && s.final && s.cue == TextCue::Empty && s.agent == Agent::Silent) dropSegment();
    }

    void decideHeld()
    {
        const bool quiet = s.phase == Phase::Pausing && !s.voiced;
        const bool nothing = s.cue == TextCue::Backchannel || s.cue == TextCue::Empty;
        if (nothing && s.final && quiet) return resumeAgent();
        const bool spoke = s.cue != TextCue::None && !nothing;
        const bool byWords = spoke && (s.cue == TextCue::Complete || s.words >= m_settings.stopWords || (s.final && s.words > 0));
        const std::int64_t limit = us(m_settings.stopAfterMs) + (nothing ? backchannelGraceUs : 0);
        if (byWords || s.voicedUs >= limit) stopAgent();
    }

    void resumeAgent()
    {
        s.agent = Agent::Speaking;
        act(Do::Resume, s.segmentStartUs, m_now);
        dropSegment();
    }

    void stopAgent()
    {
        if (m_now - s.agentSinceUs < regretUs) {
            learn(cutOffStepUs);
            if (s.lastEndUs > 0 && s.segmentStartUs > s.lastEndUs) learnPause(s.segmentStartUs - s.lastEndUs);
        }
        s.agent = Agent::Silent;
        s.quietSinceUs = m_now;
        act(goesOnWithLast() ? Do::Join : Do::Stop, s.segmentStartUs, m_now);
    }

    bool goesOnWithLast() const
    {
        const std::int64_t intoAnswer = s.segmentStartUs - s.agentSinceUs, pause = s.segmentStartUs - s.lastEndUs;
        return s.lastEndUs > 0 && pause > 0 && pause <= joinsUs && intoAnswer >= -startsTogetherUs && intoAnswer <= joinsWithinUs;
    }

    void dropSegment()
    {
        act(Do::DropSegment, s.segmentStartUs, m_now);
        s.phase = Phase::Quiet;
        forgetWords();
    }

    void agentStarted(bool interruptible)
    {
        s.interruptible = interruptible;
        if (s.agent != Agent::Silent) return;
        s.agent = Agent::Speaking;
        s.agentSinceUs = m_now;
        if (s.phase == Phase::Answering) {
            s.phase = Phase::Quiet;
            // A turn that was ended for its length is over, whoever goes on.
            s.lastEndUs = s.voiceEndUs - s.segmentStartUs >= us(m_settings.maxTurnMs) ? 0 : s.voiceEndUs;
            s.extraDelayUs = s.extraDelayUs * 85 / 100;
            s.pauseUs = s.pauseUs * 95 / 100;
        } else if ((s.phase == Phase::Speaking || s.phase == Phase::Pausing) && mayInterrupt()) {
            hold();
        }
    }

    void agentEnded()
    {
        s.agent = Agent::Silent;
        s.quietSinceUs = std::max(s.quietSinceUs, m_now);
    }

    void listening(std::int64_t patience)
    {
        s.listening = true;
        s.patienceUs = patience;
        s.quietSinceUs = m_now;
        if (s.phase == Phase::Answering) s.phase = Phase::Quiet;
    }

    void typed()
    {
        if (s.agent != Agent::Silent && mayInterrupt()) {
            act(Do::Stop, m_now, m_now);
            s.agent = Agent::Silent;
        }
        if (s.phase == Phase::Speaking || s.phase == Phase::Pausing) dropSegment();
        s.quietSinceUs = m_now;
    }

    void checkPause()
    {
        if (s.phase != Phase::Pausing || s.voiced) return;
        const std::int64_t silence = m_now - s.voiceEndUs;
        if (!s.recognising && silence >= us(m_settings.recogniseAfterMs)) {
            s.recognising = true;
            act(Do::Recognise, s.segmentStartUs, m_now);
        }
        if (s.agent == Agent::Held) {
            decideHeld();
            if (s.agent == Agent::Held && silence >= us(m_settings.resumeAfterMs)) resumeAgent();
            if (s.agent != Agent::Silent) return;
        }
        if (silence >= patienceWithinUs()) endTurn();
    }

    // Without the words there is nothing to answer: waiting for them costs no time, and they may say that more will come.
    std::int64_t patienceWithinUs() const
    {
        const std::int64_t delay = endpointDelayUs(m_settings, s);
        const bool waits = m_settings.useWords && s.agent == Agent::Silent && !s.final && s.voiceEndUs - s.segmentStartUs < us(m_settings.maxTurnMs);
        return waits ? std::max(delay, us(m_settings.maxEndpointingMs)) : delay;
    }

    void endTurn()
    {
        if (s.final && s.cue == TextCue::Empty) return dropSegment();
        s.phase = Phase::Answering;
        act(Do::EndOfTurn, s.segmentStartUs, s.voiceEndUs);
    }

    void checkPatience()
    {
        if (!waitsForCaller() || m_now - s.quietSinceUs < s.patienceUs) return;
        act(Do::CallerSilent, s.quietSinceUs, m_now);
        s.listening = false;
    }

    bool waitsForCaller() const
    {
        return s.listening && s.patienceUs > 0 && s.phase == Phase::Quiet && s.agent == Agent::Silent;
    }

    std::optional<std::int64_t> wake() const
    {
        if (waitsForCaller()) return s.quietSinceUs + s.patienceUs;
        if (s.phase != Phase::Pausing || s.voiced) return std::nullopt;
        const std::int64_t end = s.voiceEndUs
                                 + (s.agent == Agent::Held ? us(m_settings.resumeAfterMs) : patienceWithinUs());
        return s.recognising ? end : std::min(end, s.voiceEndUs + us(m_settings.recogniseAfterMs));
    }

    const TurnSettings &m_settings;
    TurnStep m_step;
    TurnState &s;
    std::int64_t m_now = 0;
};

} // namespace

namespace {

constexpr std::int64_t between(std::int64_t from, std::int64_t to, float share)
{
    return from + std::int64_t(double(to - from) * double(std::clamp(share, 0.0f, 1.0f)));
}

// Sure ends are short, doubtful ones last a moment or as long as this caller pauses, beginnings as long as may be.
std::int64_t delayByWords(const TurnState &state, bool adaptive, std::int64_t sure, std::int64_t doubtful, std::int64_t most)
{
    const float finished = std::clamp(state.finished, 0.001f, 0.999f), odds = std::log(finished / (1 - finished));
    const float pauses = adaptive ? std::clamp(float(state.pauseUs - shortPauseUs) / float(longPauseUs - shortPauseUs), 0.0f, 1.0f) : 0.0f;
    const float probably = kProbablyOver + pausesSurer * pauses, maybe = kMaybeOver + pausesMaybe * pauses;
    if (odds >= probably) return between(doubtful, sure, (odds - probably) / (kSurelyOver - kProbablyOver));
    if (odds >= maybe) return doubtful;
    return between(doubtful, most, (maybe - odds) / (kMaybeOver - kBeginning));
}

} // namespace

std::int64_t endpointDelayUs(const TurnSettings &settings, const TurnState &state)
{
    const std::int64_t least = us(settings.minEndpointingMs);
    const std::int64_t most = std::max(least, us(settings.maxEndpointingMs));
    const std::int64_t extra = settings.adaptive ? state.extraDelayUs : 0;
    if (state.voiceEndUs - state.segmentStartUs >= us(settings.maxTurnMs)) return least;
    const std::int64_t plain = std::clamp(us(settings.endpointingMs) + extra, least, most);
    if (!settings.useWords) return plain;
    const std::int64_t sure = std::min(plain, least + extra / 2);
    const std::int64_t paused = settings.adaptive && state.pauseUs > 0 ? state.pauseUs + pauseMarginUs : 0;
    const std::int64_t doubtful = std::clamp(std::max(plain + (most - plain) * doubtfulShare / 100, paused), least, most);
    switch (state.cue) {
    case TextCue::Complete: return sure;
    case TextCue::Paused: return plain + (most - plain) / 4;
    case TextCue::Trailing:
    case TextCue::Unfinished: return most;
    case TextCue::None:
    case TextCue::Empty:
    case TextCue::Backchannel: break;
    case TextCue::Neutral:
        if (state.finished >= 0) return delayByWords(state, settings.adaptive, sure, doubtful, most);
        break;
    }
    return plain;
}

TurnStep next(const TurnSettings &settings, const TurnState &state, const TurnEvent &event)
{
    return Stepper(settings, state).take(event);
}

} // namespace vox
