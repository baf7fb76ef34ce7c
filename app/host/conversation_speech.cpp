// What the mind wants said, and what the mouth reports of it.
#include "app/host/conversation.h"
#include "models/dialogue/turns/text_cues.h"
#include <algorithm>

namespace vox {

// Between two blocks time goes on by the executor's clock, but never into the next block.
Micros Conversation::now() const
{
    const std::int64_t since = std::clamp<std::int64_t>(m_world.executor.nowUs() - m_capturedAtUs, 0, kBlockUs - 1);
    return m_ear.heardUpTo() + Micros{since};
}

// Only the newest state counts, and turning it into JSON can wait until the sound is out.
void Conversation::stepped(const DialogueState &state) { m_checkpoint.emplace(now(), state); }

void Conversation::onceRecorded(std::function<void()> then)
{
    if (!m_recorder) return m_world.executor.post(std::move(then));
    flush();
    m_world.executor.openCall();
    m_recorder->onceSafe([&executor = m_world.executor, then = std::move(then)] {
        executor.post([&executor, then] {
            executor.closeCall();
            then();
        });
    });
}

qint64 Conversation::say(const Say &say)
{
    const QString language = say.language.isEmpty() ? m_language : say.language;
    const qint64 answer = ++m_answers;
    const VoiceSettings voice = voiceFor(language);
    happened(events::AnswerPlanned{answer, m_utterances, say.node, say.text, m_mouth.isPrepared(say.text, voice)});
    m_latency.waitsFor(Part::Speech, now());
    m_mouth.say({answer, say.text, voice, say.interruptible, say.fixed});
    return answer;
}

void Conversation::prepareToSay(const Say &say)
{
    const QString language = say.language.isEmpty() ? m_language : say.language;
    m_mouth.prepare({0, say.text, voiceFor(language), say.interruptible, say.fixed});
}

void Conversation::listen(const Listen &listen)
{
    m_expects = listen.expects;
    m_phrases = plainPhrases(listen.phrases);
    m_ear.expect(listen.phrases);
    const qint64 patienceMs = listen.patienceMs > 0 ? listen.patienceMs : m_settings.patienceMs;
    m_patienceUs = patienceMs * 1000;
    if (!m_mouth.busy()) tellListening();
}

// Only now is the caller's turn: until the answer is heard, a caller who speaks goes on with what was said before.
void Conversation::tellListening()
{
    if (const auto patience = std::exchange(m_patienceUs, std::nullopt))
        turn(TurnEvent::listening(m_ear.heardUpTo().value, *patience));
}

void Conversation::stopListening()
{
    m_patienceUs.reset();
    turn(TurnEvent::plain(TurnEvent::Kind::NotListening, m_ear.heardUpTo().value));
}

void Conversation::waitsFor(Part part, const QString &name) { m_latency.waitsFor(part, now(), name); }

// A model that has said everything listens again before its first word is heard: that one is still awaited.
void Conversation::answerNotComing()
{
    if (!m_mouth.soundPending()) m_latency.cancel();
}

void Conversation::switchLanguage(const QString &language)
{
    if (language == m_language) return;
    m_language = language;
    happened(events::LanguageSwitched{language});
    if (!m_plan.textOnly) openRecogniser();
}

void Conversation::endAfterSpeech(Outcome outcome, const QString &reason)
{
    if (!m_ending) m_ending.emplace(outcome, reason);
}

void Conversation::soundReady(qint64)
{
    m_latency.waitsFor(Part::Device, now());
    settlePlay();
}

void Conversation::answerStarted(qint64 answer, bool interruptible, Micros at)
{
    m_answerNow = answer;
    emitAt(now(), events::AnswerStarted{answer, at.value});
    for (const events::Span &span : m_latency.finish(at)) emitAt(now(), span);
    m_mind.answerHeard(answer);
    // The next utterance is a new one, whatever came before.
    m_goesOn = false;
    turn(TurnEvent::agentStarted(std::max(at.value, m_ear.heardUpTo().value), interruptible));
    tellListening();
}

void Conversation::answerEnded(const Mouth::Spoken &spoken)
{
    happened(events::AnswerEnded{spoken.answer, spoken.heard, spoken.start.value, spoken.end.value, spoken.interrupted});
}

void Conversation::everythingSaid(const QString &heard)
{
    turn(TurnEvent::plain(TurnEvent::Kind::AgentEnded, m_ear.heardUpTo().value));
    m_mind.speechEnded(heard, false);
    tellListening();
}

} // namespace vox
