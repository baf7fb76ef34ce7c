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
        const QJsonObject &kept = isGone(mine()) ? theirs().content : mine().content;
        m_sides = isDeletion() ? ConflictSides{kept, kept, kept}
                               : ConflictSides{m_info.before ? m_info.before->content : QJsonObject(), kept, theirs().content};
        begin();
    } else if (info.error().code == Error::Code::NotFound) {
        m_state = State::Gone;
    } else {
        m_state = State::Failed;
        m_error = info.error();
    }
}

void ConflictViewModel::begin()
{
    m_picture = pictureOf(m_sides);
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
    case Choice::Theirs: return asked.theirs;
    case Choice::Both: return asked.both.value_or(asked.mine);
    case Choice::Own: return answer.own;
    case Choice::None:
    case Choice::Mine: break;
    }
    return asked.mine;
}

void ConflictViewModel::take(const Answers &answers)
{
    if (answers == m_answers) return;
    m_answers = answers;
    compute();
    emit answersChanged();
}

void ConflictViewModel::remember()
{
    m_undo.append(m_answers);
    m_redo.clear();
}

void ConflictViewModel::choose(int question, Choice choice)
{
    if (m_state != State::Open || question < 0 || question >= m_answers.size() || m_answers.at(question).choice == choice) return;
    if (choice == Choice::Both && !m_picture.questions.at(question).both) return;
    remember();
    m_typing = -1;
    Answers answers = m_answers;
    answers[question] = {choice, {}};
    take(answers);
}

void ConflictViewModel::chooseAll(Choice side)
{
    Answers answers = m_answers;
    for (Answer &answer : answers) answer = {side, {}};
    if (m_state != State::Open || answers == m_answers) return;
    remember();
    m_typing = -1;
    take(answers);
}

void ConflictViewModel::write(int question, const QString &text)
{
    if (m_state != State::Open || question < 0 || question >= m_answers.size()) return;
    const ConflictQuestion &asked = m_picture.questions.at(question);
    QJsonValue own = text;
    if (asked.mine.isDouble() || asked.theirs.isDouble()) {
        bool good = false;
        const double number = QLocale().toDouble(text, &good);
        if (!good) return;
        own = number;
    }
    if (answer(question) == own) return;
    if (m_typing != question) remember();
    m_typing = question;
    Answers answers = m_answers;
    answers[question] = own == asked.mine     ? Answer{Choice::Mine, {}}
                        : own == asked.theirs ? Answer{Choice::Theirs, {}}
                        : asked.both && own == *asked.both ? Answer{Choice::Both, {}}
                                                           : Answer{Choice::Own, own};
    take(answers);
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
    chooseAll(Choice::None);
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
    const Resolution resolution{m_agent, {mine().revision, theirs().revision}, content, m_workspace.author(), message, m_workspace.now()};
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
        ++m_decided;
        show(outcome->next);
        if (m_state == State::Open) emit loaded();
        else emit resolved(outcome->made);
    });
}

} // namespace vox
