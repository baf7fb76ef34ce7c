#include "ui/viewmodels/conflict_view_model.h"
#include "app/workspace/agent_conflict.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/kinds/agents/agent.h"
#include <QLocale>

namespace vox {

using namespace Qt::StringLiterals;

ConflictViewModel::ConflictViewModel(Workspace &workspace, DocumentId agent, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_agent(agent)
{
    connect(&workspace, &Workspace::mayEditChanged, this, &ConflictViewModel::answersChanged);
    reload();
}

bool ConflictViewModel::isReadOnly() const { return m_info.readOnly || !m_workspace.mayEdit(); }

void ConflictViewModel::reload()
{
    m_state = State::Loading;
    const auto future = m_workspace.stores().write([agent = m_agent, author = m_workspace.author(), now = m_workspace.now()](Store &store) {
        return openConflict(store, agent, author, now);
    });
    whenDone(future, this, [this](const Result<ConflictInfo> &info) {
        show(info);
        emit loaded();
    });
}

void ConflictViewModel::show(const Result<ConflictInfo> &info)
{
    m_error.reset();
    if (info) {
        m_info = *info;
        m_state = State::Open;
        arrange();
        begin();
    } else if (info.error().code == Error::Code::NotFound) {
        m_state = State::Gone;
    } else {
        m_state = State::Failed;
        m_error = info.error();
    }
}

bool ConflictViewModel::isDeletion() const { return std::any_of(m_info.sides.cbegin(), m_info.sides.cend(), isGone); }

// Where one version is left besides those that deleted the agent, there is nothing to compare.
void ConflictViewModel::arrange()
{
    m_columns.clear();
    for (const ConflictSide &side : std::as_const(m_info.sides))
        if (!isGone(side)) m_columns.append(side);
    const bool alone = m_columns.size() < 2;
    const QJsonObject kept = m_columns.isEmpty() ? QJsonObject() : m_columns.first().content;
    if (alone) m_columns = m_info.sides.first(2);
    m_sides = {alone ? kept : m_info.before ? m_info.before->content : QJsonObject(), {}};
    for (const ConflictSide &side : std::as_const(m_columns)) m_sides.heads.append(alone ? kept : side.content);
}

void ConflictViewModel::begin()
{
    QStringList heads;
    for (const ConflictSide &side : std::as_const(m_columns)) heads.append(side.revision);
    m_picture = heads.size() > 2 ? pictureOf(m_sides, heads, m_info) : pictureOf(m_sides);
    m_answers = Answers(m_picture.questions.size());
    m_undo.clear();
    m_redo.clear();
    m_typing = -1;
    m_current = 0;
    compute();
}

QJsonValue ConflictViewModel::answer(int question) const
{
    const ConflictQuestion &asked = m_picture.questions.at(question);
    const Answer &answer = m_answers.at(question);
    switch (answer.choice) {
    case Choice::Side: return asked.values.at(answer.value);
    case Choice::Both: return asked.both.value_or(asked.values.first());
    case Choice::Own: return answer.own;
    case Choice::None: break;
    }
    return asked.values.first();
}

bool ConflictViewModel::canTake(int question, int side) const
{
    return question >= 0 && question < m_answers.size() && m_picture.questions.at(question).valueOf.value(side, -1) >= 0;
}

bool ConflictViewModel::takes(int question, int side) const
{
    if (!canTake(question, side)) return false;
    const Answer &answer = m_answers.at(question);
    return answer.choice == Choice::Both || (answer.choice == Choice::Side && answer.value == m_picture.questions.at(question).valueOf.at(side));
}

void ConflictViewModel::take(const Answers &answers)
{
    if (answers == m_answers) return;
    m_answers = answers;
    compute();
    emit answersChanged();
}

// A step that can be undone.
void ConflictViewModel::put(const Answers &answers)
{
    if (m_state != State::Open || answers == m_answers) return;
    m_undo.append(m_answers);
    m_redo.clear();
    m_typing = -1;
    take(answers);
}

void ConflictViewModel::choose(int question, int side)
{
    if (!canTake(question, side)) return;
    Answers answers = m_answers;
    answers[question] = {Choice::Side, m_picture.questions.at(question).valueOf.at(side), {}};
    put(answers);
}

void ConflictViewModel::keepBoth(int question)
{
    if (question < 0 || question >= m_answers.size() || !m_picture.questions.at(question).both) return;
    Answers answers = m_answers;
    answers[question] = {Choice::Both, 0, {}};
    put(answers);
}

void ConflictViewModel::takeAll(int side)
{
    Answers answers = m_answers;
    for (int i = 0; i < answers.size(); ++i)
        if (canTake(i, side)) answers[i] = {Choice::Side, m_picture.questions.at(i).valueOf.at(side), {}};
    put(answers);
}

void ConflictViewModel::write(int question, const QString &text)
{
    if (m_state != State::Open || question < 0 || question >= m_answers.size()) return;
    const ConflictQuestion &asked = m_picture.questions.at(question);
    QJsonValue own = text;
    if (asked.has(&QJsonValue::isDouble)) {
        bool good = false;
        const double number = QLocale().toDouble(text, &good);
        if (!good) return;
        own = number;
    }
    if (answer(question) == own) return;
    Answers answers = m_answers;
    const qsizetype value = asked.values.indexOf(own);
    answers[question] = value >= 0 ? Answer{Choice::Side, int(value), {}} : asked.both && own == *asked.both ? Answer{Choice::Both, 0, {}} : Answer{Choice::Own, 0, own};
    if (m_typing == question) return take(answers); // one step with the letters before
    put(answers);
    m_typing = question;
}

int ConflictViewModel::chosen() const
{
    return int(std::count_if(m_answers.cbegin(), m_answers.cend(), [](const Answer &answer) { return answer.choice != Choice::None; }));
}

void ConflictViewModel::undo()
{
    if (m_undo.isEmpty()) return;
    m_redo.append(m_answers);
    m_typing = -1;
    take(m_undo.takeLast());
}

void ConflictViewModel::redo()
{
    if (m_redo.isEmpty()) return;
    m_undo.append(m_answers);
    m_typing = -1;
    take(m_redo.takeLast());
}

void ConflictViewModel::startOver()
{
    put(Answers(m_answers.size()));
}

void ConflictViewModel::setCurrent(int question)
{
    const int to = std::clamp(question, 0, std::max(0, int(m_answers.size()) - 1));
    if (std::exchange(m_current, to) != to) emit currentChanged();
}

void ConflictViewModel::step(int by)
{
    const int count = int(m_answers.size());
    if (count == 0) return;
    for (int i = 1; i <= count; ++i) {
        const int at = ((m_current + by * i) % count + count) % count;
        if (m_answers.at(at).choice == Choice::None) return setCurrent(at);
    }
    setCurrent(((m_current + by) % count + count) % count);
}

void ConflictViewModel::compute()
{
    m_result = m_picture.merged;
    for (int i = 0; i < m_answers.size(); ++i) m_result = withAnswer(m_result, m_picture.questions.at(i), answer(i), m_sides);
    m_problems = validate(agentKind(), m_result);
}

void ConflictViewModel::resolve(const QString &message)
{
    if (m_state == State::Open && isComplete() && !isReadOnly()) decide(m_result, message);
}

void ConflictViewModel::removeAgent()
{
    if (m_state == State::Open && !isReadOnly()) decide(std::nullopt, {});
}

void ConflictViewModel::decide(const std::optional<QJsonObject> &content, const QString &message)
{
    m_state = State::Saving;
    struct Outcome {
        RevisionId made;
        Result<ConflictInfo> next;
    };
    const Resolution resolution{m_agent, m_info.heads(), content, m_workspace.author(), message, m_workspace.now()};
    const auto future = m_workspace.stores().write([resolution](Store &store) -> Result<Outcome> {
        const auto made = vox::resolve(store, resolution);
        if (!made) return made.error();
        return Outcome{*made, findConflict(store, resolution.document, resolution.author)};
    });
    whenDone(future, this, [this](const Result<Outcome> &outcome) {
        m_state = State::Open;
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        m_workspace.lookAgain();
        show(outcome->next);
        if (m_state == State::Open) emit loaded();
        else emit resolved(outcome->made);
    });
}

} // namespace vox
