#include "app/workspace/environments.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/standing_agent.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/sync_driver.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/kinds/agents/agent.h"
#include <QJsonArray>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookForDueMs = 15'000;
constexpr int waitForPushMs = 200, mostWaitsForPush = 50;

struct Read {
    QList<EnvironmentStanding> standing;
    QList<Release> releases;
};

Result<Read> readAll(Store &store)
{
    const auto releases = store.releases().releases(500);
    if (!releases) return releases.error();
    const auto states = store.releases().environments();
    if (!states) return states.error();
    Read out{{}, *releases};
    const auto find = [&](const QString &id) -> std::optional<Release> {
        if (id.isEmpty()) return std::nullopt;
        const auto release = store.releases().release(id);
        return release ? std::optional(*release) : std::nullopt;
    };
    for (const EnvironmentState &state : *states)
        out.standing.append({state, find(state.release), find(state.previous), find(state.scheduledRelease)});
    return out;
}

DriftReport::Host hostOf(const QJsonObject &json)
{
    DriftReport::Host host{json.value("host"_L1).toString(), {json.value("at_utc_ms"_L1).toInteger()}, {}};
    for (const QJsonValue &item : json.value("items"_L1).toArray()) {
        const auto document = DocumentId::parse(item["document"_L1].toString());
        if (document)
            host.changes.append({*document, item["kind"_L1].toString(), item["name"_L1].toString(), item["before"_L1].toString(), item["after"_L1].toString()});
    }
    return host;
}

template <typename T> using Promise = std::shared_ptr<QPromise<Result<T>>>;

template <typename T> Promise<T> newPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T> void settle(const Promise<T> &promise, Result<T> answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

} // namespace

Environments::Environments(Workspace &workspace, SyncDriver *sync) : m_workspace(workspace), m_sync(sync)
{
    connect(&workspace, &Workspace::changedElsewhere, this, &Environments::refresh);
    if (sync) connect(sync, &SyncDriver::environmentsChanged, this, &Environments::refresh);
    if (sync) connect(sync, &SyncDriver::meChanged, this, &Environments::changed); // what one may
    m_due.setInterval(lookForDueMs);
    connect(&m_due, &QTimer::timeout, this, &Environments::publishWhatIsDue);
    if (workspace.role() == Workspace::Role::Console) m_due.start();
    publishWhatIsDue();
    refresh();
}

void Environments::refresh()
{
    whenDone(m_workspace.stores().read(readAll), this, [this](const Result<Read> &read) {
        if (!read) {
            emit failed(read.error());
            return;
        }
        m_standing = read->standing;
        m_releases = read->releases;
        emit changed();
    });
}

void Environments::publishWhatIsDue()
{
    if (m_sync && m_sync->server()) return; // the server keeps its own time
    whenDone(m_workspace.stores().write([now = m_workspace.now()](Store &store) { return publishDue(store, now); }), this,
             [this](const Result<QList<EnvironmentState>> &moved) {
                 if (moved && !moved->isEmpty()) refresh();
             });
}

const EnvironmentStanding *Environments::of(Environment environment) const
{
    for (const EnvironmentStanding &standing : m_standing)
        if (standing.state.environment == environment) return &standing;
    return nullptr;
}

int Environments::numberOf(DocumentId document, const RevisionId &revision) const
{
    for (const Release &release : m_releases)
        if (!revision.isEmpty() && release.documents.value(document) == revision) return release.number;
    return 0;
}

bool Environments::may(Environment environment) const
{
    if (!m_sync) return true;
    return m_sync->may(environment == Environment::Production ? Permission::PublishProduction : Permission::PublishStaging);
}

// What is open may be ahead of its newest revision; what is published is what one sees.
template <typename T> QFuture<Result<T>> Environments::afterEdits(const QList<DocumentId> &documents, std::function<QFuture<Result<T>>()> work)
{
    auto promise = newPromise<T>();
    const auto go = [this, promise, work] {
        whenDone(work(), this, [promise](const Result<T> &answer) { settle<T>(promise, answer); });
    };
    auto left = std::make_shared<qsizetype>(documents.size());
    for (const DocumentId &id : documents)
        whenDone(m_workspace.agents().revisionForCall(id), this, [left, go](const Result<RevisionId> &) {
            if (--*left == 0) go(); // a document that could not be saved shows up in the plan as it is stored
        });
    if (documents.isEmpty()) go();
    return promise->future();
}

QFuture<Result<PublishPlan>> Environments::plan(Environment environment, const QList<DocumentId> &take)
{
    const std::function<QFuture<Result<PublishPlan>>()> work = [this, environment, take] {
        return m_workspace.stores().write([environment, take](Store &store) { return planPublishing(store, environment, take); });
    };
    if (!take.isEmpty()) return afterEdits<PublishPlan>(take, work);
    auto promise = newPromise<PublishPlan>();
    whenDone(m_workspace.agents().list(), this, [this, promise, work](const Result<QList<AgentRow>> &agents) {
        QList<DocumentId> ids;
        if (agents)
            for (const AgentRow &agent : *agents)
                if (!agent.readOnly) ids.append(agent.id);
        whenDone(afterEdits<PublishPlan>(ids, work), this, [promise](const Result<PublishPlan> &plan) { settle<PublishPlan>(promise, plan); });
    });
    return promise->future();
}

QFuture<Result<PublishPlan>> Environments::planRelease(Environment environment, const QString &release)
{
    return m_workspace.stores().read([environment, release](Store &store) { return vox::planRelease(store, environment, release); });
}

QFuture<Result<EnvironmentState>> Environments::announced(const QFuture<Result<EnvironmentState>> &future)
{
    whenDone(future, this, [this](const Result<EnvironmentState> &moved) {
        if (moved) refresh();
    });
    return future;
}

// Something the server does to an environment, and who waits for it.
struct Environments::Asked {
    Environment environment;
    QString path;
    QJsonObject body;
    Promise<EnvironmentState> promise = newPromise<EnvironmentState>();
    int left = 0; // how often it may be asked again
};

// The server moves its environments; what it says comes back with the next exchange.
QFuture<Result<EnvironmentState>> Environments::ask(Environment environment, const QString &what, const QJsonObject &body)
{
    auto asked = std::make_shared<Asked>();
    asked->environment = environment;
    asked->path = u"environments/%1/%2"_s.arg(enumName(environment), what);
    asked->body = body;
    // What was typed a moment ago is a revision here and may still be on its way there.
    asked->left = body.contains("documents"_L1) ? mostWaitsForPush : 0;
    send(asked);
    return asked->promise->future();
}

void Environments::send(const std::shared_ptr<Asked> &asked)
{
    m_sync->syncNow();
    whenDone(m_sync->server()->call("POST", asked->path, asked->body), this, [this, asked](const Result<QJsonValue> &answer) {
        if (!answer && answer.error().code == Error::Code::NotFound && asked->left-- > 0)
            return QTimer::singleShot(waitForPushMs, this, [this, asked] { send(asked); });
        if (!answer) return settle<EnvironmentState>(asked->promise, answer.error());
        EnvironmentState state;
        state.environment = asked->environment;
        state.release = (*answer)["release"_L1].toString();
        state.scheduledRelease = (*answer)["scheduled_release"_L1].toString();
        state.generation = (*answer)["generation"_L1].toInteger();
        m_sync->syncNow();
        settle<EnvironmentState>(asked->promise, state);
    });
}

QFuture<Result<EnvironmentState>> Environments::publish(const PublishPlan &plan, const QString &message, UtcMs at)
{
    if (m_sync && m_sync->server()) {
        QJsonObject documents;
        for (auto it = plan.documents.cbegin(); it != plan.documents.cend(); ++it) documents.insert(it.key().text(), it.value());
        QJsonObject body{{u"documents"_s, documents}, {u"message"_s, message}, {u"generation"_s, plan.generation}};
        if (at.value > 0) body.insert("at_utc_ms"_L1, at.value);
        return ask(plan.environment, at.value > 0 ? u"schedule"_s : u"publish"_s, body);
    }
    const Publication publication{m_workspace.author(), message, m_workspace.now(), at};
    return announced(m_workspace.stores().write([plan, publication](Store &store) { return vox::publish(store, plan, publication); }));
}

QFuture<Result<EnvironmentState>> Environments::rollBack(Environment environment)
{
    if (m_sync && m_sync->server()) return ask(environment, u"rollback"_s, {});
    return announced(m_workspace.stores().write([environment, author = m_workspace.author(), now = m_workspace.now()](Store &store) {
        return vox::rollBack(store, environment, author, now);
    }));
}

QFuture<Result<EnvironmentState>> Environments::cancelScheduled(Environment environment)
{
    if (m_sync && m_sync->server()) return ask(environment, u"cancel"_s, {});
    return announced(m_workspace.stores().write([environment, author = m_workspace.author(), now = m_workspace.now()](Store &store) {
        return vox::cancelScheduled(store, environment, author, now);
    }));
}

QFuture<Result<DriftReport>> Environments::drift(Environment environment)
{
    auto promise = newPromise<DriftReport>();
    const auto local = m_workspace.stores().read([environment](Store &store) { return draftDrift(store, environment); });
    whenDone(local, this, [this, promise, environment](const Result<QList<ReleaseChange>> &drafts) {
        if (!drafts) return settle<DriftReport>(promise, drafts.error());
        DriftReport report{{}, *drafts};
        if (!m_sync || !m_sync->server()) return settle<DriftReport>(promise, report);
        whenDone(m_sync->server()->call("GET", u"environments/%1/drift"_s.arg(enumName(environment))), this,
                 [promise, report](const Result<QJsonValue> &answer) mutable {
                     // Without the server what is known here is still true.
                     if (answer)
                         for (const QJsonValue &host : (*answer)["hosts"_L1].toArray()) report.hosts.append(hostOf(host.toObject()));
                     settle<DriftReport>(promise, report);
                 });
    });
    return promise->future();
}

QFuture<Result<EnvironmentState>> Environments::adopt(Environment environment, const QString &host)
{
    if (m_sync && m_sync->server()) return ask(environment, u"adopt"_s, {{u"host"_s, host}});
    auto promise = newPromise<EnvironmentState>();
    settle<EnvironmentState>(promise, Error(Error::Code::NotFound, {u"host"_s, host}));
    return promise->future();
}

QFuture<Result<EnvironmentState>> Environments::reapply(Environment environment)
{
    if (m_sync && m_sync->server()) return ask(environment, u"reapply"_s, {});
    auto promise = newPromise<EnvironmentState>();
    settle<EnvironmentState>(promise, Error(Error::Code::NotFound, {u"server"_s, m_workspace.folder()}));
    return promise->future();
}

QFuture<Result<QList<ReleaseChange>>> Environments::compare(const QString &before, const QString &after)
{
    return m_workspace.stores().read([before, after](Store &store) { return compareReleases(store, before, after); });
}

QFuture<Result<QPair<QJsonObject, QJsonObject>>> Environments::contents(const ReleaseChange &change)
{
    return m_workspace.stores().read([change](Store &store) -> Result<QPair<QJsonObject, QJsonObject>> {
        const auto read = [&](const RevisionId &id) -> Result<QJsonObject> {
            if (id.isEmpty()) return QJsonObject();
            const auto stored = store.documents().revision(id);
            if (!stored) return stored.error();
            const auto bytes = store.documents().content(id);
            if (!bytes) return bytes.error();
            const auto content = parseContent(*bytes, id);
            if (!content) return content.error();
            return change.kind == agentKind().name ? readContent(agentKind(), stored->header.schema, *content).content : *content;
        };
        const auto before = read(change.before), after = read(change.after);
        if (!before) return before.error();
        if (!after) return after.error();
        return qMakePair(*before, *after);
    });
}

} // namespace vox
