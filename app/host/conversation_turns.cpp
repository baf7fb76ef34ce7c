// Who has the turn: from voice activity and words to utterances and interruptions.
#include "app/host/conversation.h"
#include "models/dialogue/turns/text_cues.h"

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr Micros kLate = millis(6000);         // a recogniser that is silent this long after a turn is given up
constexpr Micros kOnset = millis(100);         // audible sound this long before the first voiced sample belongs to it
constexpr Micros kDecay = millis(300);         // and this long after the last one
} // namespace

void Conversation::turn(const TurnEvent &event)
{
    m_turnEvents.push_back(event);
    if (!m_inTurn) takeTurns(); // what an action causes is a turn event of its own, after the action
}

void Conversation::takeTurns()
{
    m_inTurn = true;
    for (std::size_t i = 0; i < m_turnEvents.size(); ++i) {
        const TurnStep step = next(m_settings, m_turn, m_turnEvents[i]);
        m_turn = step.state;
        for (const TurnAction &action : step) act(action);
    }
    m_turnEvents.clear();
    m_inTurn = false;
    const bool speaks = m_turn.phase == TurnState::Phase::Speaking || m_turn.phase == TurnState::Phase::Pausing;
    m_mouth.letFinish(speaks && m_turn.agent == TurnState::Agent::Silent);
}

void Conversation::act(const TurnAction &action)
{
    if (m_finished) return;
    switch (action.kind) {
    case TurnAction::Kind::CallerStarted: return callerStarted(action);
    case TurnAction::Kind::Recognise: return recognise();
    case TurnAction::Kind::DropRecognition: return forgetWords();
    case TurnAction::Kind::EndOfTurn: return endOfTurn(action);
    case TurnAction::Kind::DropAnswer: return dropAnswer();
    case TurnAction::Kind::DropSegment: return dropSegment(action);
    case TurnAction::Kind::Hold: return holdAnswer();
    case TurnAction::Kind::Resume:
        if (!m_mouth.held()) return;
        m_mouth.resume();
        return happened(events::Resumed{m_answerNow});
    case TurnAction::Kind::Stop:
    case TurnAction::Kind::Join: return stopAnswer(action);
    case TurnAction::Kind::CallerSilent: {
        const qint64 silentMs = (action.toUs - action.fromUs) / 1000;
        happened(events::Silence{silentMs});
        return m_mind.callerSilent(silentMs);
    }
    }
}

void Conversation::callerStarted(const TurnAction &action)
{
    forgetWords();
    m_awaitsFinal = m_goesOn = false;
    m_standing.clear();
    m_before.clear();
    const Micros from{std::max<std::int64_t>(0, action.fromUs - kOnset.value)};
    m_speechStart = m_ear.firstAudibleFrom(from).value_or(Micros{action.fromUs});
    emitAt(m_speechStart, events::SpeechStarted{Who::Caller});
    m_ear.open(Micros{action.fromUs});
}

void Conversation::recognise()
{
    m_final.reset();
    m_ticket = m_ear.requestFinal();
}

void Conversation::forgetWords()
{
    m_ticket = 0;
    m_final.reset();
    m_mind.dropPrepared();
    m_mouth.dropPrepared();
}

void Conversation::endOfTurn(const TurnAction &action)
{
    const Micros latest = std::min(m_ear.heardUpTo(), Micros{action.toUs} + kDecay);
    m_speechEnd = m_ear.lastAudibleBefore(latest).value_or(Micros{action.toUs});
    // What the turn waited longer than its words asked for, it waited for the words.
    const Micros due{action.toUs + endpointDelayUs(m_settings, m_turn)};
    m_endpoint = m_final && m_finalAt <= due ? now() : std::clamp(due, m_speechEnd, now());
    emitAt(m_speechEnd, events::SpeechEnded{Who::Caller});
    m_latency.begin(m_goesOn ? m_utterances : m_utterances + 1, m_speechEnd, m_endpoint);
    m_latency.waitsFor(Part::Recognition, m_endpoint);
    if (m_final) return commit();
    m_awaitsFinal = true;
    if (m_ticket == 0) recognise();
}

void Conversation::commit()
{
    m_awaitsFinal = false;
    const Transcript final = *std::exchange(m_final, std::nullopt);
    QString text = final.text.trimmed();
    if (!m_standing.isEmpty() && text.startsWith(m_standing, Qt::CaseInsensitive)) text = text.mid(m_standing.size()).trimmed();
    if (text.isEmpty()) return m_latency.cancel();
    if (!m_goesOn) ++m_utterances;
    m_goesOn = false;
    m_lastWords = text;
    m_lastStart = m_speechStart;
    tellLine(false);
    m_latency.waitsFor(Part::Decision, now());
    happened(events::Utterance{m_utterances, text, final.confidence, m_speechStart.value, m_speechEnd.value, false});
    m_mind.callerSaid(m_utterances, text, final.confidence, false, {m_plan.startedAt.value + m_speechEnd.ms()});
}

// The caller goes on before the answer was heard: it was meant for half of the words.
void Conversation::dropAnswer()
{
    const bool committed = !m_awaitsFinal && m_latency.waiting();
    m_awaitsFinal = false;
    forgetWords();
    if (!committed || m_mind.takeBack()) {
        m_goesOn = m_goesOn || committed;
        m_mouth.stop(now());
        m_latency.cancel();
        tellListening();
    } else {
        m_standing = m_lastWords;
    }
}

void Conversation::dropSegment(const TurnAction &action)
{
    emitAt(Micros{std::min<qint64>(action.toUs, m_ear.heardUpTo().value)}, events::SpeechEnded{Who::Caller});
    forgetWords();
    if (m_awaitsFinal) m_latency.cancel();
    m_awaitsFinal = false;
    m_ear.close();
    // Nothing more was said after all: what was said before is answered.
    if (!std::exchange(m_goesOn, false) || m_before.isEmpty()) return;
    m_mind.callerSaid(m_utterances, std::exchange(m_before, {}), 1.0, false, {m_plan.startedAt.value + m_speechEnd.ms()});
}

void Conversation::holdAnswer()
{
    if (m_ending) return; // the last words are said to the end
    m_barge = m_speechStart;
    m_mouth.hold();
    const int dropped = m_line->dropUnheard();
    m_lane.drop(dropped);
    m_mouth.rewind(dropped, microsOfSamples(m_lane.end()));
    happened(events::Held{m_answerNow, m_barge.value});
}

void Conversation::stopAnswer(const TurnAction &action)
{
    if (m_ending) return;
    const Micros at = now();
    if (!m_mouth.held()) m_barge = Micros{action.fromUs};
    if (!m_mouth.held()) {
        const int dropped = m_line->dropUnheard();
        m_lane.drop(dropped);
        m_mouth.rewind(dropped, microsOfSamples(m_lane.end()));
    }
    m_stopping = events::Stopped{m_answerNow, m_barge.value, at.value, 0};
    m_latency.cancel();
    const QString heard = m_mouth.stop(at);
    if (action.kind == TurnAction::Kind::Join && m_mind.takeBack(Mind::Answer::Begun)) {
        // What was heard of it was an answer to half a sentence: the dialogue never gave it.
        m_goesOn = true;
        m_before = m_lastWords;
        m_speechStart = m_lastStart;
    } else {
        m_mind.speechEnded(heard, true);
    }
    tellListening();
    turn(TurnEvent::plain(TurnEvent::Kind::AgentEnded, m_ear.heardUpTo().value));
}

// The mark behind the first part was set because it seemed to be the end.
QString Conversation::withBefore(const QString &text) const
{
    if (m_before.isEmpty()) return text;
    QString whole = m_before;
    while (!whole.isEmpty() && u".,!?…"_s.contains(whole.back())) whole.chop(1);
    const QString more = text.trimmed();
    return more.isEmpty() ? m_before : whole + u' ' + more;
}

void Conversation::heardWords(const Transcript &transcript, bool final)
{
    const Floor floor = m_turn.agent == TurnState::Agent::Silent ? Floor::Caller : Floor::Agent;
    // What is expected is expected once the question is being asked: before, "mm-hm" means "I follow", not yes.
    const bool asked = floor == Floor::Caller || !m_mouth.moreToCome();
    const TextCues cues = textCues(withBefore(transcript.text), asked ? m_expects : QString(), floor, m_phrases);
    turn(TurnEvent::heard(m_ear.heardUpTo().value, m_turn.segment, cues.cue, cues.words, final, cues.finished));
}

void Conversation::partialHeard(const Transcript &transcript)
{
    if (m_finished || !m_ear.isOpen()) return;
    happened(events::Partial{withBefore(transcript.text), transcript.stability, m_goesOn ? m_utterances : m_utterances + 1});
    heardWords(transcript, false);
}

void Conversation::finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript)
{
    if (m_finished || ticket == 0 || ticket != m_ticket) return;
    m_final = transcript;
    m_final->text = withBefore(transcript.text);
    m_finalAt = now();
    const bool waited = m_awaitsFinal;
    heardWords(transcript, true); // may end the turn: complete words need a shorter silence
    if (waited && m_awaitsFinal && m_final) return commit();
    const bool pausing = m_turn.phase == TurnState::Phase::Pausing && m_turn.agent == TurnState::Agent::Silent;
    if (!pausing || !m_final || m_final->text.trimmed().isEmpty()) return;
    m_mind.prepare(m_final->text.trimmed(), m_final->confidence, {m_plan.startedAt.value + m_ear.heardUpTo().ms()});
}

void Conversation::recognitionFailed(const Error &error)
{
    if (m_finished) return;
    emitFailure(error);
    m_ticket = 0;
    m_final.reset();
    // For the turn it is as if nothing was said: the agent's patience runs, and it asks again.
    m_awaitsFinal = false;
    m_latency.cancel();
    turn(TurnEvent::heard(m_ear.heardUpTo().value, m_turn.segment, TextCue::Empty, 0, true));
}

void Conversation::speechUsed(const SpeechUsage &usage)
{
    if (m_finished) return;
    happened(events::SpeechUsed{usage.provider, usage.model, usage.inputTokens, usage.outputTokens, usage.audioMs, usage.characters});
}

void Conversation::recognitionLate()
{
    if (!m_awaitsFinal || m_ear.heardUpTo() < m_endpoint + kLate) return;
    recognitionFailed({Error::Code::TimedOut, {u"recogniser"_s, QString::number(kLate.ms())}});
}

void Conversation::typed(const QString &text)
{
    if (m_finished || text.trimmed().isEmpty()) return;
    const Micros at = now();
    tellLine(false);
    turn(TurnEvent::plain(TurnEvent::Kind::Typed, at.value));
    ++m_utterances;
    m_latency.begin(m_utterances, at, at);
    happened(events::Utterance{m_utterances, text.trimmed(), 1.0, at.value, at.value, true});
    m_mind.callerSaid(m_utterances, text.trimmed(), 1.0, true, {m_plan.startedAt.value + at.ms()});
}

void Conversation::pressed(const QString &digits)
{
    if (m_finished || digits.isEmpty()) return;
    happened(events::DigitsPressed{digits});
    tellLine(false);
    turn(TurnEvent::plain(TurnEvent::Kind::Typed, now().value));
    m_mind.callerPressed(digits);
}

} // namespace vox
