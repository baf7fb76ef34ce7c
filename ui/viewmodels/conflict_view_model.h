#pragma once
#include "models/base/problem.h"
#include "models/sync/conflict.h"
#include "ui/viewmodels/conflict_questions.h"
#include <QObject>

namespace vox {

class Workspace;

// An agent that was changed in two or more places, being put together by a person: the questions, what was chosen, what would come
// of it. Nothing is written before resolve(). GUI thread.
class ConflictViewModel : public QObject {
    Q_OBJECT
public:
    enum class Choice : quint8 { None, Side, Both, Own }; // Both: every edit stays
    enum class State : quint8 { Loading, Open, Gone, Saving, Failed };

    ConflictViewModel(Workspace &workspace, DocumentId agent, QObject *parent = nullptr);

    DocumentId agent() const { return m_agent; }
    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    QString name() const { return m_info.name; }
    // Absent when they began without a common past.
    const std::optional<ConflictSide> &before() const { return m_info.before; }
    const ConflictSide &mine() const { return m_info.ours(); }
    // Whose versions the columns are, mine first; without those that only deleted the agent, if two others are left.
    const QList<ConflictSide> &columns() const { return m_columns; }
    // All versions.
    const QList<ConflictSide> &versions() const { return m_info.sides; }
    // Somebody deleted the agent: it is kept as the others left it, or let go.
    bool isDeletion() const;
    // Of a newer program, or one's role may not change it: shown, not decided.
    bool isReadOnly() const;
    bool isOfNewerProgram() const { return m_info.readOnly; }
    const ConflictSides &sides() const { return m_sides; }
    const ConflictPicture &picture() const { return m_picture; }

    Choice choice(int question) const { return m_answers.value(question).choice; }
    // Whether what was chosen is what this side has; and whether it could be: a side that left it alone has nothing to take.
    bool takes(int question, int side) const;
    bool canTake(int question, int side) const;
    // What the question comes to; the first value while nothing is chosen.
    QJsonValue answer(int question) const;
    void choose(int question, int side);
    void keepBoth(int question);
    // Everything that side changed; the other questions stay as they are.
    void takeAll(int side);
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
    // Makes one revision on top of all versions. Needs isComplete(). One that came meanwhile is the next conflict, which is loaded.
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
        int value = 0;  // of the question's
        QJsonValue own;
        friend bool operator==(const Answer &, const Answer &) = default;
    };
    using Answers = QList<Answer>;
    static bool isGone(const ConflictSide &side) { return side.deleted || side.erased; }
    void begin();
    void show(const Result<ConflictInfo> &info);
    void decide(const std::optional<QJsonObject> &content, const QString &message);
    void arrange();
    void take(const Answers &answers);
    void put(const Answers &answers);
    void compute();

    Workspace &m_workspace;
    DocumentId m_agent;
    State m_state = State::Loading;
    std::optional<Error> m_error;
    ConflictInfo m_info;
    QList<ConflictSide> m_columns;
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
