#include "app/host/mind.h"
#include "models/conversation/event_names.h"
#include <algorithm>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace vox {

Mind::Mind(Settings settings, PortFactory &ports, Executor &executor, Body &body)
    : m_settings(std::move(settings)), m_ports(ports), m_executor(executor), m_body(body),
      m_state(initialState(*m_settings.program, m_settings.language)), m_modelName(m_settings.model)
{
}

void Mind::useModel(std::unique_ptr<LanguageModel> model, const QString &name)
{
    if (!model) return;
    m_own = std::move(model);
    m_modelName = name;
}

Mind::~Mind()
{
    *m_alive = false;
    dropTools();
    stopModel();
    if (m_model) m_model->setListener(nullptr);
}

void Mind::begin(UtcMs at)
{
    const auto &before = m_settings.before;
    if (!before) return handle({CallStarted{m_state.language, at, {}}});
    m_state = before->state;
    m_receipts = before->receipts;
    if (m_state.ended) return m_body.endAfterSpeech(Outcome::Completed, {});
    for (const DialogueEvent &event : before->pending) m_events.push_back(event);
    if (m_events.empty()) m_events.push_back({CallerSilent{0}}); // whoever listened asks again
    pump();
}

CallerSaid Mind::understood(const QString &text, double confidence, bool typed, UtcMs at) const
{
    CallerSaid said{text, {}, confidence, typed, at, m_question != 0};
    if (!m_settings.classifier || !m_listen) return said;
    for (const IntentScore &score : m_settings.classifier->classify(text, m_state.language, m_listen->intents))
        said.intents.append({score.intent, score.score});
    return said;
}

void Mind::callerSaid(qint64 utterance, const QString &text, double confidence, bool typed, UtcMs at)
{
    if (ended()) return;
    if (!m_listen || m_pumping) {
        // An impatient caller who says the same again while it is being done does not want it twice.
        if (!m_open.empty() && text.compare(m_lastSaid, Qt::CaseInsensitive) == 0) {
            m_undo.reset();
            return m_body.answerNotComing();
        }
        const Words words{utterance, CallerSaid{text, {}, confidence, typed, at}, {}};
        if (!tellStep(words)) m_waiting.push_back(words);
        return;
    }
    deliver({utterance, CallerSaid{text, {}, confidence, typed, at}, {}});
}

// A model that thinks or whose tools run takes into account what the caller adds.
bool Mind::tellStep(const Words &words)
{
    if (m_pumping || !takesWords(*m_settings.program, m_state)) return false;
    m_utterance = words.utterance;
    m_lastSaid = words.said.text;
    m_undo.reset(); // what runs cannot be put back to where it was
    handle({words.said});
    endWaits();
    return true;
}

void Mind::deliver(Words words)
{
    m_utterance = words.utterance;
    m_lastSaid = words.said.text;
    m_undo = Undo{m_state, m_listen, m_question, m_prompts, false};
    const CallerSaid &said = words.said;
    auto prepared = std::exchange(m_prepared, std::nullopt);
    if (prepared && prepared->revision == m_revision && prepared->text == said.text && prepared->early == (m_question != 0)) {
        m_pumping = true;
        applyWords(std::move(prepared->step), prepared->early);
        m_pumping = false;
        pump();
        return;
    }
    handle({understood(said.text, said.confidence, said.typed, said.at)});
}

void Mind::callerSilent(qint64 silentMs)
{
    m_undo.reset();
    if (m_listen && !ended()) handle({CallerSilent{silentMs}});
}

void Mind::callerPressed(const QString &digits)
{
    if (ended()) return;
    m_undo.reset();
    if (m_listen && !m_pumping) return handle({CallerPressed{digits}});
    if (!m_waiting.empty() && !m_waiting.back().digits.isEmpty()) m_waiting.back().digits += digits;
    else m_waiting.push_back({m_utterance, {}, digits});
}

void Mind::answerHeard(qint64 answer)
{
    if (m_undo) m_undo->heard = true;
    if (answer < m_question) return;
    m_question = 0;
    m_prompts = false;
}

void Mind::speechEnded(const QString &heard, bool interrupted)
{
    m_question = 0; // asked, or cut
    m_prompts = false;
    if (interrupted && !m_modelReceipt.isEmpty() && m_modelSaid) {
        // The caller took the turn: the rest of the answer is not wanted. (Before its first sentence only a filler was cut.)
        if (m_model) m_model->stop();
        handle({SpeechEnded{heard, true}});
        finishModel();
        return;
    }
    if (!m_left) handle({SpeechEnded{heard, interrupted}});
}

void Mind::callerLeft()
{
    if (m_left) return;
    if (!m_state.ended) handle({CallerLeft{}});
    m_left = true;
    m_waiting.clear();
    stopModel();
}

void Mind::prepare(const QString &text, double confidence, UtcMs at)
{
    m_prepared.reset();
    if (!m_listen || m_pumping || ended()) return;
    m_prepared = Prepared{text, m_revision, m_question != 0, advance(*m_settings.program, m_state, {understood(text, confidence, false, at)})};
    for (const DialogueAction &action : m_prepared->step.actions)
        if (const Say *say = std::get_if<Say>(&action)) return m_body.prepareToSay(*say);
}

bool Mind::takeBack(Answer most)
{
    if (ended()) return false;
    m_prepared.reset();
    if (most == Answer::Begun && !m_waiting.empty()) return false; // what was heard answers something earlier
    const auto said = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [](const Words &words) { return words.digits.isEmpty(); });
    if (said != m_waiting.rend()) { // not even begun
        m_waiting.erase(std::next(said).base());
        return true;
    }
    if (!m_undo || (m_undo->heard && most != Answer::Begun)) return false;
    dropTools();
    stopModel();
    m_state = std::move(m_undo->state);
    m_listen = std::move(m_undo->listen);
    m_question = m_undo->question;
    m_prompts = m_undo->prompts;
    m_undo.reset();
    m_events.clear();
    ++m_revision;
    m_body.stepped(m_state);
    if (m_listen) m_body.listen(*m_listen);
    return true;
}

void Mind::handle(DialogueEvent event)
{
    m_events.push_back(std::move(event));
    pump();
}

// Words that were said before anybody listened.
CallerSaid Mind::early(Words words)
{
    m_utterance = words.utterance;
    m_lastSaid = words.said.text;
    CallerSaid said = understood(words.said.text, words.said.confidence, words.said.typed, words.said.at);
    said.early = true;
    return said;
}

// One step at a time: what an action causes at once is handled after the step.
void Mind::pump()
{
    if (m_pumping) return;
    m_pumping = true;
    for (;;) {
        if (m_events.empty()) {
            if (!m_listen || m_waiting.empty() || ended()) break;
            Words words = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_undo.reset();
            m_events.push_back(words.digits.isEmpty() ? DialogueEvent{early(std::move(words))} : DialogueEvent{CallerPressed{words.digits}});
        }
        const DialogueEvent event = std::move(m_events.front());
        m_events.pop_front();
        DialogueStep step = advance(*m_settings.program, m_state, event);
        const auto *words = std::get_if<CallerSaid>(&event.what);
        if (words) applyWords(std::move(step), words->early);
        else apply(std::move(step));
    }
    m_pumping = false;
}

// What was said before the question was asked either makes the question needless or changes nothing.
void Mind::applyWords(DialogueStep step, bool early)
{
    if (early && m_listen && step.actions.isEmpty()) {
        m_state = std::move(step.state);
        ++m_revision;
        return m_body.stepped(m_state);
    }
    if (early && m_prompts) m_body.unsay(m_question);
    m_listen.reset();
    apply(std::move(step));
}

void Mind::apply(DialogueStep step)
{
    // The end of a speech is for the history, an answer that comes too late for nobody: what is listened for stays.
    const bool entered = !step.actions.isEmpty();
    if (entered) m_listen.reset();
    m_state = std::move(step.state);
    ++m_revision;
    m_body.stepped(m_state); // before what is done outside: on disk both stand together
    const bool wasListening = m_listen.has_value();
    bool said = false;
    qint64 answer = 0, first = 0;
    QString asks;
    for (const DialogueAction &action : std::as_const(step.actions)) {
        if (const auto *say = std::get_if<Say>(&action)) {
            said = true;
            answer = m_body.say(*say);
            if (asks != say->node || first == 0) first = answer;
            asks = say->node;
            continue;
        }
        perform(action);
    }
    m_prompts = m_listen && said && asks == m_listen->node;
    m_question = !m_listen || !said ? 0 : m_prompts ? first : answer;
    if (!m_listen) m_body.stopListening();
    else if (!said && !wasListening) m_body.answerNotComing();
}

void Mind::perform(const DialogueAction &action)
{
    struct Visitor {
        Mind &mind;
        void operator()(const Say &) {} // apply() keeps its number
        void operator()(const Listen &a)
        {
            mind.m_listen = a;
            mind.m_body.listen(a);
        }
        void operator()(const CallTool &a) { mind.callTool(a); }
        void operator()(const AskModel &a) { mind.askModel(a); }
        void operator()(const HandOver &a)
        {
            mind.m_body.happened(events::HandedOver{a.queue, a.note});
            mind.m_body.endAfterSpeech(Outcome::HandedOver, a.queue);
        }
        void operator()(const EndCall &a)
        {
            mind.m_body.endAfterSpeech(enumFromName<Outcome>(a.outcome).value_or(Outcome::Completed), {});
        }
        void operator()(const EnterNode &a) { mind.m_body.happened(events::NodeEntered{a.node, a.name, a.type}); }
        void operator()(const SetVariable &a) { mind.m_body.happened(events::VariableSet{a.name, a.value}); }
        void operator()(const Understood &a)
        {
            mind.m_body.happened(events::Understood{mind.m_utterance, a.intent, a.score, a.entities, a.port});
        }
        void operator()(const Retrieved &a) { mind.m_body.happened(events::Retrieved{a.question, a.score, a.source}); }
        void operator()(const SwitchLanguage &a) { mind.m_body.switchLanguage(a.language); }
        void operator()(const Trouble &a)
        {
            mind.m_body.happened(events::Failure{a.error.codeName(), a.error.args, a.error.detail});
        }
    };
    std::visit(Visitor{*this}, action);
}

} // namespace vox
