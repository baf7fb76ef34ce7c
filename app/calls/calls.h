#pragma once
#include "app/host/conversation_host.h"
#include "app/workspace/agent_documents.h"
#include "models/conversation/projections.h"
#include "models/store/conversation_store.h"
#include <QFuture>
#include <QObject>
#include <functional>
#include <memory>

namespace vox {

class Workspace;

// What somebody asks for when starting a call.
struct CallRequest {
    DocumentId agent;
    QString language;                             // empty: the agent's first
    // Goes on with a conversation that was cut off, with its agent as it was then, in its language; `agent` is not asked.
    std::optional<ConversationId> continues;
    Channel channel = Channel::Microphone;
    std::function<std::unique_ptr<Line>()> line;  // called once, when everything else is ready
    std::shared_ptr<CallObserver> observer;       // may be null
    ConversationHost::Pace pace = ConversationHost::Pace::RealTime;
    bool textOnly = false;                        // the caller types; no recogniser
    bool silentAgent = false;                     // answers as text only
    bool cancelEcho = false;
    bool record = true;                           // false: nothing is kept
    quint64 seed = 0;
    // Both are asked on the thread of Calls and may be empty. The first is called when the call has to wait for its
    // recogniser; the second is asked before the call begins: with false start() fails as Cancelled and leaves nothing.
    std::function<void()> loading;
    std::function<bool()> wanted;
};

// A call that is going on.
struct RunningCall {
    std::shared_ptr<Call> call;
    QString agentName;
    QString language;
    int goalMs = 0;
    RevisionId revision;
};

// Starts conversations with the agents of a workspace and puts them into its history when they end. Belongs to the
// program, lives on the workspace's thread; nothing blocks. Outlived by the workspace and the host.
class Calls : public QObject {
    Q_OBJECT
public:
    Calls(Workspace &workspace, ConversationHost &host, PortFactory &ports, QObject *parent = nullptr);
    ~Calls() override; // hangs up what still runs and waits until its files are closed

    // Who else follows every call: asked when one starts, on this thread; what it gives gets each event on the worker's
    // thread. May give nothing. Outlives the calls.
    using EventSink = std::function<void(const ConversationEvent &)>;
    void setTap(std::function<EventSink()> tap);
    // Compiles the agent as it stands now, trains its intents if need be, and starts. Errors: AgentInvalid,
    // LanguageUnsupported, NoMicrophone ..., those of continuationOf(); nothing is left behind then.
    QFuture<Result<RunningCall>> start(CallRequest request);
    // Gets everything ready that start() would need, in the background.
    void prepare(DocumentId agent);
    int running() const;

signals:
    void started(const vox::ConversationId &conversation);
    // The conversation is in the workspace's history.
    void finished(const vox::ConversationId &conversation);
    void finishFailed(const vox::ConversationId &conversation, const vox::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vox
