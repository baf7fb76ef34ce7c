#pragma once
#include "models/base/problem.h"
#include "models/sync/conflict.h"
#include "ui/viewmodels/conflict_questions.h"
#include <QObject>

namespace vox {

class Workspace;

// An agent that was changed in two places, being put together by a person: the questions, what was chosen, what would come
// of it. Nothing is written before resolve(). GUI thread.
class ConflictViewModel : public QObject {
    Q_OBJECT
public:
    enum class Choice : quint8 { None, Mine, Theirs, Both, Own };
    enum class State : quint8 { Loading, Open, Gone, Saving, Failed };

    ConflictViewModel(Workspace &workspace, DocumentId agent, QObject *parent = nullptr);

    DocumentId agent() const { return m_agent; }
    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    QString name() const { return m_info.name; }
    // Absent when both sides began without a common past.
    const std::optional<ConflictSide> &before() const { return m_info.before; }
    const ConflictSide &mine() const { return m_info.ours(); }
    const ConflictSide &theirs() const { return m_info.theirs(); }
    // One side deleted the agent: it is kept as the other side left it, or let go.
    bool isDeletion() const { return isGone(mine()) || isGone(theirs()); }
    // Of a newer program, or one's role may not change it: shown, not decided.
    bool isReadOnly() const;
    bool isOfNewerProgram() const { return m_info.readOnly; }
    // More than two versions are put together one after the other: which pair this is, and how many there are to decide.
    int round() const { return m_decided + 1; }
    int rounds() const { return m_decided + std::max(1, int(m_info.sides.size()) - 1); }
    const ConflictSides &sides() const { return m_sides; }
    const ConflictPicture &picture() const { return m_picture; }

    Choice choice(int question) const { return m_answers.value(question).choice; }
    // What the question comes to; the value of mine while nothing is chosen.
    QJsonValue answer(int question) const;
    void choose(int question, Choice choice);
    void chooseAll(Choice side);
    // A person's own text or number for this question; typing on is one step of undo.
    void write(int question, const QString &text);
    int chosen() const;
    bool isComplete() const { return chosen() == m_picture.questions.size(); }

    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    void undo();
    void redo();
    void startOver();

    int current() const { return m_current; }
    void setCurrent(int question);
    // The next (or previous) one without an answer; the neighbour when all have one.
    void step(int by);

    const QJsonObject &result() const { return m_result; }
    const Problems &problems() const { return m_problems; }
    // Makes one revision on top of both versions. Needs isComplete(). When more versions wait, the next conflict is loaded.
    void resolve(const QString &message);
    // Agrees with who deleted it; undone by AgentDocuments::restore.
    void removeAgent();
    void reload();

signals:
    void loaded();          // also when the conflict is gone or could not be read
    void answersChanged();
    void currentChanged();
    // The last conflict of this agent was decided.
    void resolved(const vox::RevisionId &revision);
    void failed(const vox::Error &error);

private:
    struct Answer {
        Choice choice = Choice::None;
        QJsonValue own;
        friend bool operator==(const Answer &, const Answer &) = default;
    };
    using Answers = QList<Answer>;
    static bool isGone(const ConflictSide &side) { return side.deleted || side.erased; }
    void begin();
    void show(const Result<ConflictInfo> &info);
    void decide(const std::optional<QJsonObject> &content, const QString &message);
    void take(const Answers &answers);
    void remember();
    void compute();

    Workspace &m_workspace;
    DocumentId m_agent;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    ConflictInfo m_info;
    int m_decided = 0;
    ConflictSides m_sides;
    ConflictPicture m_picture;
    Answers m_answers;
    QList<Answers> m_undo, m_redo;
    int m_typing = -1; // the question whose text is being typed
    int m_current = 0;
    QJsonObject m_result;
    Problems m_problems;
};

} // namespace vox
