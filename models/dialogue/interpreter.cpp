#include "models/dialogue/interpreter.h"
#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxSteps = 200;

class Interpreter {
public:
    Interpreter(const Program::Compiled &program, const DialogueState &state) : m_program(program) { m_out.state = state; }

    DialogueStep take(const DialogueEvent &event)
    {
        DialogueState &state = m_out.state;
        if (state.ended) return std::move(m_out);
        note(event);
        if (const auto *started = std::get_if<CallStarted>(&event.what)) {
            if (state.node.isEmpty()) start(*started);
        } else if (std::holds_alternative<CallerLeft>(event.what)) {
            end({}, u"caller_left"_s);
        } else if (!std::holds_alternative<Entered>(event.what) && !state.node.isEmpty()) {
            run(event);
        }
        return std::move(m_out);
    }

private:
    // What every event leaves behind, whichever node is current.
    void note(const DialogueEvent &event)
    {
        if (const auto *said = std::get_if<CallerSaid>(&event.what)) {
            remember(u"caller"_s, said->text);
            setNow(said->at);
        } else if (const auto *pressed = std::get_if<CallerPressed>(&event.what)) {
            remember(u"caller"_s, pressed->digits);
        } else if (const auto *spoken = std::get_if<SpeechEnded>(&event.what)) {
            remember(u"agent"_s, spoken->heard);
        }
    }

    void remember(const QString &who, const QString &text)
    {
        const QString said = text.trimmed();
        if (!said.isEmpty()) m_out.state.history.append({who, said, {}});
    }

    void setNow(UtcMs at)
    {
        if (at.value == 0) return;
        // An object keeps the bytes of every text that was replaced in it; one made anew holds only what is in it.
        QJsonObject variables;
        for (auto it = m_out.state.variables.constBegin(); it != m_out.state.variables.constEnd(); ++it) variables.insert(it.key(), it.value());
        variables.insert(u"now"_s, timestampText(Timestamp{at.value * 1000}));
        m_out.state.variables = variables;
    }

    void start(const CallStarted &started)
    {
        DialogueState &state = m_out.state;
        if (!started.language.isEmpty()) state.language = started.language;
        state.variables.insert(u"language"_s, state.language);
        state.variables.insert(u"caller"_s, started.caller);
        setNow(started.at);
        enter(m_program.start);
    }

    void enter(const QString &id)
    {
        DialogueState &state = m_out.state;
        state.node = id;
        state.local = {};
        state.pendingReceipt.clear();
        ++state.visits[id];
        const auto *step = m_program.step(id);
        m_out.actions.append(EnterNode{id, step->node->name, step->node->type});
        run({Entered{}});
    }

    // One event at the current node, then on through the ports as long as nodes are left.
    void run(const DialogueEvent &event)
    {
        const DialogueEvent entered{Entered{}};
        const DialogueEvent *now = &event;
        for (int steps = 0;; ++steps) {
            if (steps > maxSteps) return stuck();
            const auto *step = m_program.step(m_out.state.node);
            if (!step) return end({}, u"failed"_s); // a checkpoint of another agent
            DialogueStep done = step->type->step({m_program, *step, m_out.state}, *now);
            m_out.state = std::move(done.state);
            m_out.actions += done.actions;
            if (m_out.state.ended || !done.port) return;
            if (!follow(done.portOwner.isEmpty() ? step : m_program.step(done.portOwner), *done.port)) return;
            now = &entered;
        }
    }

    bool follow(const Program::Compiled::Step *from, const QString &port)
    {
        DialogueState &state = m_out.state;
        const QString to = from ? from->exits.value(port) : QString();
        const auto *next = m_program.step(to);
        if (!next) {
            m_out.actions.append(Trouble{state.node, Error(Error::Code::FlowPortOpen, {port})});
            end(state.node, u"failed"_s);
            return false;
        }
        state.node = to;
        state.local = {};
        state.pendingReceipt.clear();
        ++state.visits[to];
        m_out.actions.append(EnterNode{to, next->node->name, next->node->type});
        return true;
    }

    void stuck()
    {
        m_out.actions.append(Trouble{m_out.state.node, Error(Error::Code::FlowStuck, {m_out.state.node})});
        end(m_out.state.node, u"failed"_s);
    }

    void end(const QString &node, const QString &outcome)
    {
        m_out.actions.append(EndCall{node, outcome});
        m_out.state.ended = true;
        m_out.state.node.clear();
        m_out.state.pendingReceipt.clear();
    }

    const Program::Compiled &m_program;
    DialogueStep m_out;
};

} // namespace

DialogueStep advance(const Program &program, const DialogueState &state, const DialogueEvent &event)
{
    return Interpreter(program.compiled(), state).take(event);
}

bool takesWords(const Program &program, const DialogueState &state)
{
    const auto *step = program.compiled().step(state.node);
    return step && step->type && step->type->takesWords && step->type->takesWords(state);
}

DialogueState initialState(const Program &program, const QString &language)
{
    DialogueState state;
    state.language = language.isEmpty() && !program.script().languages.isEmpty() ? program.script().languages.first() : language;
    for (const VariableDeclaration &variable : program.script().variables)
        state.variables.insert(variable.name, variable.initial.isUndefined() ? QJsonValue(QJsonValue::Null) : variable.initial);
    state.variables.insert(u"last"_s, QJsonObject{{u"text"_s, QString()}, {u"intent"_s, QString()}, {u"score"_s, 0}, {u"entities"_s, QJsonObject()}});
    state.variables.insert(u"caller"_s, QJsonObject());
    state.variables.insert(u"language"_s, state.language);
    return state;
}

} // namespace vox
