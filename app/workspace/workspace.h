#pragma once
#include "models/base/ids.h"
#include "models/base/redaction.h"
#include "models/base/result.h"
#include <QObject>
#include <functional>
#include <memory>

namespace vox {

class AgentDocuments;
class Conversations;
class IntentTraining;
class Settings;
class StorePool;

// A folder with everything one operator works on: workspace.sqlite, conversations/, console.lock. Owned by a program;
// lives on the thread that opened it (the UI thread of the console) and outlives the use cases it gives out. Everything
// slow happens on threads of its own; answers are futures, see when_done.h.
class Workspace : public QObject {
    Q_OBJECT
public:
    // A console holds the workspace alone; a tool (voxctl) works beside it and takes no lock.
    enum class Role { Console, Tool };
    // What to do where there is no workspace yet: make one, with or without the demo agents, or answer NotFound.
    enum class Missing { Refuse, CreateEmpty, CreateDemo };
    using Clock = std::function<UtcMs()>;

    // Blocks for some tens of milliseconds. WorkspaceHeld names who has it: {folder, "host, process 123, since ..."}.
    static Result<std::unique_ptr<Workspace>> open(const QString &folder, Role role, Missing missing, Clock clock = systemClock());
    // The user's data folder/Voxdesk/workspace.
    static QString defaultFolder();
    static Clock systemClock();
    ~Workspace() override;

    QString folder() const;
    WorkspaceId id() const;
    Role role() const;
    bool wasCreated() const; // by this open()
    UtcMs now() const;
    // Whose name stands under what is written here: the person signed in to the team's server, else "owner".
    QString author() const;
    void setAuthor(const QString &author);
    // Whether one's role lets one change documents here; what is open turns read-only when it does not. The server decides again.
    bool mayEdit() const;
    void setMayEdit(bool may);
    // Values that conversations are kept, exported and sent without; taken anew for each. Before the first call ends.
    const RedactionSource &redaction() const;
    void setRedaction(RedactionSource source);
    // Something was written past the open documents (a merge, a publication, what came from a server): everybody looks
    // again, as when another process had written.
    void lookAgain();

    AgentDocuments &agents();
    Conversations &conversations();
    IntentTraining &training();
    Settings &settings();
    // For further use cases of this module.
    StorePool &stores();

    // How long an agent rests before what was edited becomes a revision. 30 s while nobody waits for it; short while a
    // server is there, see SyncDriver.
    int revisionRestMs() const;
    void setRevisionRestMs(int ms);

signals:
    void mayEditChanged();
    // Something may have been written by this program; soon after it happened, once for several.
    void written();
    // Something was written by another process: lists and open documents look again by themselves.
    void changedElsewhere();

private:
    struct Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace vox
