#include "app/calls/calls.h"
#include "app/calls/call_plan.h"
#include "app/calls/continuation.h"
#include "app/workspace/conversations.h"
#include "app/workspace/intent_training.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QDir>
#include <QHash>
#include <QMetaObject>
#include <QPromise>
#include <QThread>
#include <QtConcurrent/QtConcurrentRun>
#include <condition_variable>
#include <mutex>
#include <set>

namespace vox {

namespace {

// Conversations whose files a worker still writes; the destructor of Calls waits for them.
struct Open {
    std::mutex mutex;
    std::condition_variable changed;
    std::set<QString> conversations;
};

// Stands between the worker and whoever follows the call: tells Calls when the files are closed.
class Relay final : public CallObserver {
public:
    Relay(std::shared_ptr<CallObserver> observer, Calls::EventSink sink, std::shared_ptr<Open> open, std::function<void(ConversationId)> closed)
        : m_observer(std::move(observer)), m_sink(std::move(sink)), m_open(std::move(open)), m_closed(std::move(closed))
    {
    }

    void eventHappened(const ConversationEvent &event) override
    {
        if (m_observer) m_observer->eventHappened(event);
        if (m_sink) m_sink(event);
    }
    void metered(const Meter &meter, Samples caller, Samples agent) override
    {
        if (m_observer) m_observer->metered(meter, caller, agent);
    }
    void ended(const ConversationId &conversation) override
    {
        if (m_observer) m_observer->ended(conversation);
        m_closed(conversation);
        {
            const std::lock_guard lock(m_open->mutex);
            m_open->conversations.erase(conversation.text());
        }
        m_open->changed.notify_all();
    }

private:
    std::shared_ptr<CallObserver> m_observer;
    const Calls::EventSink m_sink;
    std::shared_ptr<Open> m_open;
    std::function<void(ConversationId)> m_closed;
};

} // namespace

struct Calls::Private {
    Private(Calls &calls, Workspace &workspace, ConversationHost &host, PortFactory &ports)
        : calls(calls), workspace(workspace), host(host), ports(ports)
    {
    }

    // One start() on its way: what is known so far.
    struct Attempt {
        CallRequest request;
        QPromise<Result<RunningCall>> promise;
        CallPlan plan;
        Agent agent;
        RevisionId revision;
        std::optional<Continuation> continuation;
        QFuture<bool> heard; // finished when the recogniser is ready
    };
    using AttemptPtr = std::shared_ptr<Attempt>;

    void fail(const AttemptPtr &attempt, const Error &error)
    {
        attempt->promise.addResult(Result<RunningCall>(error));
        attempt->promise.finish();
    }

    // What was said and done so far, and the agent as it was.
    void goOn(const AttemptPtr &attempt)
    {
        whenDone(continuationOf(workspace, *attempt->request.continues), &calls, [this, attempt](const Result<Continuation> &found) {
            if (!found) return fail(attempt, found.error());
            const auto agent = DocumentId::parse(found->row.agent);
            if (!agent) return fail(attempt, Error(Error::Code::NotFound, {QStringLiteral("agent"), found->row.agentName}));
            attempt->continuation = *found;
            attempt->request.agent = *agent;
            attempt->request.language = found->record->state.language;
            attempt->revision = found->row.revision;
            whenDone(workspace.agents().contentOf(attempt->revision), &calls, [this, attempt](const Result<QJsonObject> &content) {
                if (!content) return fail(attempt, content.error());
                attempt->agent = fromJson<Agent>(*content);
                compile(attempt);
            });
        });
    }

    // Loads and compiles off this thread's event loop turn; then intents; then the revision; then the call itself.
    void load(const AttemptPtr &attempt)
    {
        whenDone(workspace.agents().load(attempt->request.agent), &calls, [this, attempt](const Result<AgentSnapshot> &snapshot) {
            if (!snapshot) return fail(attempt, snapshot.error());
            attempt->agent = fromJson<Agent>(snapshot->content);
            compile(attempt);
        });
    }

    void compile(const AttemptPtr &attempt)
    {
        const auto planned = QtConcurrent::run([agent = attempt->agent, language = attempt->request.language] { return planCall(agent, language); });
        whenDone(planned, &calls, [this, attempt](const Result<CallPlan> &plan) {
            if (!plan) return fail(attempt, plan.error());
            attempt->plan = *plan;
            attempt->heard = readyParts(attempt->plan, attempt->request.textOnly ? Hearing::Spared : Hearing::Needed);
            understand(attempt);
        });
    }

    // A typed call loads no recogniser: models are large.
    enum class Hearing { Needed, Spared };
    QFuture<bool> readyParts(const CallPlan &plan, Hearing hearing)
    {
        const auto ready = std::make_shared<QPromise<bool>>();
        ready->start();
        const auto tell = [ready] {
            ready->addResult(true);
            ready->finish();
        };
        if (hearing == Hearing::Needed) ports.prepareRecognition(plan.sttProvider, plan.language, tell);
        else tell();
        ports.prepareSpeech(plan.ttsProvider, plan.program->fixedPrompts(plan.language), plan.voice);
        return ready->future();
    }

    void understand(const AttemptPtr &attempt)
    {
        const auto training = workspace.training().classifierFor(attempt->plan.program->script());
        whenDone(training, &calls, [this, attempt](const Result<std::shared_ptr<const IntentClassifier>> &classifier) {
            if (!classifier) return fail(attempt, classifier.error());
            attempt->plan.classifier = *classifier;
            name(attempt);
        });
    }

    void name(const AttemptPtr &attempt)
    {
        if (attempt->continuation) return hear(attempt); // it has the name it had
        whenDone(workspace.agents().revisionForCall(attempt->request.agent), &calls, [this, attempt](const Result<RevisionId> &revision) {
            if (!revision) return fail(attempt, revision.error());
            attempt->revision = *revision;
            hear(attempt);
        });
    }

    void hear(const AttemptPtr &attempt)
    {
        if (attempt->request.loading && !attempt->heard.isFinished()) attempt->request.loading();
        whenDone(attempt->heard, &calls, [this, attempt](bool) {
            const auto &wanted = attempt->request.wanted;
            if (wanted && !wanted()) return fail(attempt, Error(Error::Code::Cancelled));
            begin(attempt);
        });
    }

    void neverBegan(const AttemptPtr &attempt, const Error &error)
    {
        if (attempt->continuation) giveBackContinuation(workspace.folder(), attempt->continuation->row.id);
        fail(attempt, error);
    }

    void begin(const AttemptPtr &attempt)
    {
        CallPlan &plan = attempt->plan;
        const CallRequest &request = attempt->request;
        plan.startedAt = workspace.now();
        plan.id = ConversationId::make(plan.startedAt);
        plan.agent = request.agent.text();
        plan.revision = attempt->revision;
        plan.channel = request.channel;
        plan.textOnly = request.textOnly;
        plan.cancelEcho = request.cancelEcho;
        plan.seed = request.seed;
        if (request.silentAgent) plan.ttsProvider = QStringLiteral("none");
        if (attempt->continuation) {
            plan.before = attempt->continuation->record;
            if (const auto mine = claimContinuation(workspace.folder(), attempt->continuation->row.id, plan.id); !mine) return fail(attempt, mine.error());
        }
        if (request.record) {
            const auto folder = workspace.conversations().makeLiveFolder(plan.id);
            if (!folder) return neverBegan(attempt, folder.error());
            plan.folder = *folder;
        }
        const QString conversation = plan.id.text(), folder = plan.folder;
        {
            const std::lock_guard lock(open->mutex);
            open->conversations.insert(conversation);
        }
        auto relay = std::make_shared<Relay>(request.observer, tap ? tap() : EventSink(), open, [this, recorded = request.record](ConversationId id) {
            QMetaObject::invokeMethod(&calls, [this, id, recorded] { closed(id, recorded); }, Qt::QueuedConnection);
        });
        RunningCall running{nullptr, plan.agentName, plan.language, attempt->agent.goalMs, attempt->revision};
        const auto id = plan.id;
        auto call = host.start(std::move(plan), request.line(), std::move(relay), request.pace);
        if (!call) {
            {
                const std::lock_guard lock(open->mutex);
                open->conversations.erase(conversation);
            }
            if (!folder.isEmpty()) QDir(folder).removeRecursively();
            return neverBegan(attempt, call.error());
        }
        live.insert(conversation, *call);
        running.call = *call;
        attempt->promise.addResult(Result<RunningCall>(running));
        attempt->promise.finish();
        emit calls.started(id);
    }

    void closed(ConversationId id, bool recorded)
    {
        live.remove(id.text());
        if (!recorded) {
            emit calls.finished(id);
            return;
        }
        whenDone(workspace.conversations().finish(id), &calls, [this, id](const Result<ConversationRow> &row) {
            if (row) emit calls.finished(id);
            else emit calls.finishFailed(id, row.error());
        });
    }

    Calls &calls;
    Workspace &workspace;
    ConversationHost &host;
    PortFactory &ports;
    std::function<EventSink()> tap;
    QHash<QString, std::shared_ptr<Call>> live;
    std::shared_ptr<Open> open = std::make_shared<Open>();
};

Calls::Calls(Workspace &workspace, ConversationHost &host, PortFactory &ports, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, workspace, host, ports))
{
}

Calls::~Calls()
{
    for (const auto &call : std::as_const(d->live)) call->hangUp();
    std::unique_lock lock(d->open->mutex);
    // What does not close in time is taken in as cut off at the next start.
    d->open->changed.wait_for(lock, std::chrono::seconds(3), [this] { return d->open->conversations.empty(); });
}

void Calls::setTap(std::function<EventSink()> tap) { d->tap = std::move(tap); }

QFuture<Result<RunningCall>> Calls::start(CallRequest request)
{
    auto attempt = std::make_shared<Private::Attempt>();
    attempt->request = std::move(request);
    attempt->promise.start();
    auto future = attempt->promise.future();
    if (attempt->request.continues) d->goOn(attempt);
    else d->load(attempt);
    return future;
}

void Calls::prepare(DocumentId agent)
{
    whenDone(d->workspace.agents().load(agent), this, [this](const Result<AgentSnapshot> &snapshot) {
        if (!snapshot) return;
        const auto planned = QtConcurrent::run([agent = fromJson<Agent>(snapshot->content)] { return planCall(agent, {}); });
        whenDone(planned, this, [this](const Result<CallPlan> &plan) {
            if (!plan) return;
            d->readyParts(*plan, Private::Hearing::Needed);
            d->workspace.training().classifierFor(plan->program->script());
        });
    });
}

int Calls::running() const { return int(d->live.size()); }

} // namespace vox
