#pragma once
#include "models/base/problem.h"
#include "models/documents/edit_history.h"
#include "models/kinds/agents/agent.h"
#include "models/documents/revision.h"
#include <QFuture>
#include <QObject>
#include <memory>

namespace vox {

class Workspace;
struct StandingAgent;
struct WorkingCopy;

// One agent being edited: its content, problems, undo and autosave. Shared by the screens that show it, UI thread.
// Every edit is in the working copy 400 ms later, and becomes a revision when it is named or called, or after a rest (see
// Workspace::revisionRestMs).
class AgentDocument : public QObject {
    Q_OBJECT
public:
    enum class SaveState { Saved, Pending, Saving, Failed };

    AgentDocument(Workspace &workspace, const StandingAgent &standing);
    ~AgentDocument() override; // writes what is pending

    DocumentId id() const;
    const QJsonObject &content() const;
    Agent agent() const;
    QString name() const;
    // Of a newer program, or one's role may not change it.
    bool isReadOnly() const;
    bool isOfNewerProgram() const;

    // Replaces the whole content. Nothing happens when it is equal or the document is read-only.
    void edit(const QJsonObject &content, const EditLabel &label);
    // Puts one value at a JSON pointer; undefined removes.
    void setValue(const QString &pointer, const QJsonValue &value, const EditLabel &label);
    // The next edit is an undo step of its own (focus left a field).
    void endTyping();

    // Null when there is nothing to undo or redo.
    const EditLabel *undoLabel() const;
    const EditLabel *redoLabel() const;
    void undo();
    void redo();

    // Of the content as it stands; computed shortly after an edit.
    const Problems &problems() const;
    SaveState saveState() const;
    UtcMs savedAt() const;
    RevisionId head() const;
    // It was changed in two places and nobody has put them together yet; edits go on from head().
    bool isInConflict() const;
    bool differsFromHead() const;

    // Saves at once and makes a revision; the head when nothing changed since it.
    QFuture<Result<RevisionId>> makeRevision(const QString &message = {});
    // Brings back the content of an older revision as an edit (so that it can be undone).
    QFuture<Result<void>> restoreRevision(const RevisionId &revision);
    // Writes what is pending now; finished when it is on disk.
    QFuture<Result<void>> save();

signals:
    void contentChanged();
    void problemsChanged();
    void historyChanged();    // undo and redo
    void saveStateChanged();
    void headChanged();
    void readOnlyChanged();
    // Another process changed the agent and its content was taken over (nothing was unsaved here), or it was deleted.
    void replacedFromElsewhere();
    void removedElsewhere();
    // Saving failed or met somebody else's change; what was typed stays in memory and is tried again.
    void failed(const vox::Error &error);

private:
    void takeOver(const StandingAgent &standing);
    void contentMoved();
    void setState(SaveState state);
    WorkingCopy nextCopy() const;
    void want();
    void pump();
    void writeCopy();
    void writeNextRevision();
    void writeFailed(const Error &error);
    void lookElsewhere();
    void meet(const StandingAgent &met);
    bool join(const StandingAgent &standing);
    void lookForProblems();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
