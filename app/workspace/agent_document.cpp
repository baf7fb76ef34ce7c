#include "app/workspace/agent_document.h"
#include "app/workspace/standing_agent.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/documents/canonical_json.h"
#include "models/documents/json_pointer.h"
#include "models/documents/merge.h"
#include <QPromise>
#include <QTimer>
#include <vector>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int autosaveMs = 400;
constexpr int retryMs = 2'000;   // after a failed save
constexpr int checkMs = 120;     // of rest before problems are looked for

using Saved = std::shared_ptr<QPromise<Result<void>>>;
using Made = std::shared_ptr<QPromise<Result<RevisionId>>>;

template <typename T> std::shared_ptr<QPromise<T>> newPromise()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T> void settle(const std::shared_ptr<QPromise<T>> &promise, T answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

} // namespace

// One write is on its way at a time; what is asked for meanwhile waits in `saves` and `revisions`.
struct AgentDocument::Private {
    Private(Workspace &workspace, DocumentId id) : workspace(workspace), id(id) {}

    Workspace &workspace;
    DocumentId id;
    bool readOnly = false;
    EditHistory history;
    QJsonObject stored;          // what is on disk: the working copy, else the head
    QJsonObject common;          // what was here and elsewhere when both met last
    QJsonObject headContent;
    bool headContentKnown = false;
    qint64 stamp = 0;            // of the working copy on disk
    RevisionId base;             // what the content goes on from; a head, unless something came that does not fit with it
    QList<RevisionId> heads;
    Problems problems;
    SaveState state = SaveState::Saved;
    UtcMs savedAt;
    bool writing = false;
    bool rescued = false;        // from a deletion
    bool wanted = false;         // save as soon as the write on its way is done
    std::vector<Saved> saves;
    struct Wish { QString message; Made made; };
    std::vector<Wish> revisions;
    QTimer autosave, rest, retry, check;

    QString name() const { return history.content().value("name"_L1).toString(); }
    bool isDirty() const { return history.content() != stored; }
};

AgentDocument::AgentDocument(Workspace &workspace, const StandingAgent &standing) : d(new Private(workspace, standing.row.id))
{
    d->readOnly = standing.readOnly;
    takeOver(standing);
    d->savedAt = standing.row.changed;
    for (QTimer *timer : {&d->autosave, &d->rest, &d->retry, &d->check}) timer->setSingleShot(true);
    d->autosave.setInterval(autosaveMs);
    d->retry.setInterval(retryMs);
    d->check.setInterval(checkMs);
    connect(&d->autosave, &QTimer::timeout, this, [this] { want(); });
    connect(&d->retry, &QTimer::timeout, this, [this] { want(); });
    connect(&d->rest, &QTimer::timeout, this, [this] { makeRevision(); });
    connect(&d->check, &QTimer::timeout, this, [this] { lookForProblems(); });
    connect(&workspace, &Workspace::changedElsewhere, this, [this] { lookElsewhere(); });
    connect(&workspace, &Workspace::mayEditChanged, this, [this] {
        if (differsFromHead() && !isReadOnly()) d->rest.start(d->workspace.revisionRestMs());
        emit readOnlyChanged();
    });
    lookForProblems();
    // Left over from a session that ended before its rest.
    if (differsFromHead() && !d->readOnly) d->rest.start(d->workspace.revisionRestMs());
}

AgentDocument::~AgentDocument()
{
    if (d->readOnly || !d->isDirty()) return;
    // The stamp on disk is ours or that of our own write on its way.
    WorkingCopy copy = nextCopy();
    d->workspace.stores().write([copy, kind = agentKind().name](Store &store) mutable -> Result<qint64> {
        const auto there = store.documents().workingCopy(copy.document);
        const qint64 stamp = there && *there ? (*there)->stamp : 0;
        if (stamp > copy.stamp + 1) return Error(Error::Code::Conflict, {copy.name});
        copy.stamp = stamp;
        return store.documents().putWorkingCopy(copy, kind);
    });
}

void AgentDocument::takeOver(const StandingAgent &standing)
{
    d->history = EditHistory(standing.content);
    d->stored = d->common = standing.content;
    d->stamp = standing.copy.stamp;
    d->base = standing.copy.base;
    d->heads = standing.row.heads;
    d->headContentKnown = !standing.revision.isEmpty();
    d->headContent = standing.content;
}

DocumentId AgentDocument::id() const { return d->id; }
const QJsonObject &AgentDocument::content() const { return d->history.content(); }
Agent AgentDocument::agent() const { return fromJson<Agent>(content()); }
QString AgentDocument::name() const { return d->name(); }
bool AgentDocument::isReadOnly() const { return d->readOnly || !d->workspace.mayEdit(); }
bool AgentDocument::isOfNewerProgram() const { return d->readOnly; }
const EditLabel *AgentDocument::undoLabel() const { return isReadOnly() ? nullptr : d->history.undoLabel(); }
const EditLabel *AgentDocument::redoLabel() const { return isReadOnly() ? nullptr : d->history.redoLabel(); }
const Problems &AgentDocument::problems() const { return d->problems; }
AgentDocument::SaveState AgentDocument::saveState() const { return d->state; }
UtcMs AgentDocument::savedAt() const { return d->savedAt; }
RevisionId AgentDocument::head() const { return d->heads.isEmpty() ? RevisionId() : d->heads.first(); }
bool AgentDocument::isInConflict() const { return d->heads.size() > 1; }
bool AgentDocument::differsFromHead() const { return !d->headContentKnown || content() != d->headContent; }

void AgentDocument::edit(const QJsonObject &content, const EditLabel &label)
{
    if (isReadOnly() || !d->history.edit(content, label, d->workspace.now())) return;
    contentMoved();
}

void AgentDocument::setValue(const QString &pointer, const QJsonValue &value, const EditLabel &label)
{
    edit(withValueAt(content(), pointer, value), label);
}

void AgentDocument::endTyping() { d->history.breakMerging(); }

void AgentDocument::undo()
{
    if (isReadOnly() || !d->history.canUndo()) return;
    d->history.undo();
    contentMoved();
}

void AgentDocument::redo()
{
    if (isReadOnly() || !d->history.canRedo()) return;
    d->history.redo();
    contentMoved();
}

void AgentDocument::contentMoved()
{
    if (!d->autosave.isActive()) d->autosave.start(); // not put off by further typing
    d->rest.start(d->workspace.revisionRestMs());
    d->check.start();
    setState(SaveState::Pending);
    emit contentChanged();
    emit historyChanged();
}

void AgentDocument::setState(SaveState state)
{
    if (std::exchange(d->state, state) != state) emit saveStateChanged();
}

WorkingCopy AgentDocument::nextCopy() const
{
    return {d->id, d->base, agentKind().schema, canonicalJson(content()), d->name(), d->workspace.now(), d->stamp};
}

void AgentDocument::want()
{
    d->wanted = true;
    pump();
}

QFuture<Result<void>> AgentDocument::save()
{
    auto promise = newPromise<Result<void>>();
    d->saves.push_back(promise);
    want();
    return promise->future();
}

QFuture<Result<RevisionId>> AgentDocument::makeRevision(const QString &message)
{
    auto promise = newPromise<Result<RevisionId>>();
    if (isReadOnly()) settle(promise, Result<RevisionId>(head()));
    else d->revisions.push_back({message, promise});
    pump();
    return promise->future();
}

void AgentDocument::pump()
{
    if (d->writing) return;
    if (!d->revisions.empty()) return writeNextRevision();
    if (d->wanted && d->isDirty() && !d->readOnly) return writeCopy();
    d->wanted = false;
    for (const Saved &promise : std::exchange(d->saves, {})) settle(promise, Result<void>());
    if (!d->isDirty()) setState(SaveState::Saved);
}

void AgentDocument::writeCopy()
{
    d->writing = true;
    d->wanted = false;
    d->autosave.stop();
    setState(SaveState::Saving);
    const QJsonObject written = content();
    const auto future = d->workspace.stores().write(
        [copy = nextCopy(), kind = agentKind().name](Store &store) { return store.documents().putWorkingCopy(copy, kind); });
    whenDone(future, this, [this, written](const Result<qint64> &stamp) {
        d->writing = false;
        if (!stamp) return writeFailed(stamp.error());
        d->stamp = *stamp;
        d->stored = d->common = written;
        d->savedAt = d->workspace.now();
        // Who asked to save meanwhile gets what was typed meanwhile, too.
        d->wanted = d->wanted || (!d->saves.empty() && d->isDirty());
        if (d->isDirty() && !d->wanted) setState(SaveState::Pending);
        pump();
    });
}

void AgentDocument::writeNextRevision()
{
    d->writing = true;
    d->rest.stop();
    const Private::Wish wish = d->revisions.front();
    const RevisionRequest request{d->id, content(), d->name(), d->workspace.author(), wish.message, d->workspace.now(), d->base, d->stamp};
    const auto future = d->workspace.stores().write([request](Store &store) { return writeRevision(store, request); });
    whenDone(future, this, [this, written = request.content](const Result<MadeRevision> &made) {
        d->writing = false;
        if (!made) return writeFailed(made.error());
        const bool moved = head() != made->id;
        if (d->heads.isEmpty()) d->heads = {made->id};
        else d->heads[0] = made->id;
        d->base = made->id;
        d->headContent = d->stored = d->common = written;
        d->headContentKnown = true;
        d->stamp = 0;
        d->savedAt = d->workspace.now();
        const Private::Wish wish = d->revisions.front();
        d->revisions.erase(d->revisions.begin());
        settle(wish.made, Result<RevisionId>(made->id));
        if (moved) emit headChanged();
        if (made->beside) lookElsewhere();
        else pump();
    });
}

void AgentDocument::writeFailed(const Error &error)
{
    if (error.code == Error::Code::Conflict) return lookElsewhere();
    setState(SaveState::Failed);
    for (const Saved &promise : std::exchange(d->saves, {})) settle(promise, Result<void>(error));
    for (const Private::Wish &wish : std::exchange(d->revisions, {})) settle(wish.made, Result<RevisionId>(error));
    d->retry.start();
    emit failed(error);
}

void AgentDocument::lookElsewhere()
{
    if (d->writing) return; // its answer tells
    const auto future = d->workspace.stores().write([id = d->id](Store &store) { return readStanding(store, id); });
    d->writing = true;
    whenDone(future, this, [this](const Result<StandingAgent> &standing) {
        d->writing = false;
        if (standing) return meet(*standing);
        if (standing.error().code == Error::Code::NotFound) {
            // Deleted elsewhere while it was edited here: a person decides.
            if (differsFromHead() && !d->readOnly && !d->rescued && !d->base.isEmpty()) {
                d->rescued = true;
                makeRevision();
                return;
            }
            d->wanted = false;
            d->autosave.stop();
            d->rest.stop();
            for (const Saved &promise : std::exchange(d->saves, {})) settle(promise, Result<void>(standing.error()));
            for (const Private::Wish &wish : std::exchange(d->revisions, {})) settle(wish.made, Result<RevisionId>(standing.error()));
            emit removedElsewhere();
            return;
        }
        writeFailed(standing.error());
    });
}

// What stands elsewhere meets what is here: taken over when nothing is unsaved, merged otherwise. What does not fit stays
// here, on the revision it was begun on; becoming a revision it stands beside the other, for a person to decide.
void AgentDocument::meet(const StandingAgent &met)
{
    StandingAgent standing = met;
    const qsizetype ours = standing.row.heads.indexOf(head());
    if (standing.row.heads.size() > 1 && standing.copy.stamp == 0 && ours > 0 && d->headContentKnown) {
        // In conflict: what was worked on here stays in front until somebody puts both together.
        standing.row.heads.move(ours, 0);
        standing.content = d->headContent;
        standing.revision = standing.copy.base = head();
    }
    const bool headMoved = standing.row.heads != d->heads;
    if (headMoved || standing.copy.stamp != d->stamp) {
        const bool fits = standing.content == content() || join(standing);
        d->stored = standing.content;
        d->stamp = standing.copy.stamp;
        d->heads = standing.row.heads;
        if (fits) {
            d->common = standing.content;
            d->base = standing.copy.base;
        }
        d->headContentKnown = !standing.revision.isEmpty();
        d->headContent = standing.content;
        d->wanted = d->wanted || d->isDirty();
        if (headMoved) emit headChanged();
    }
    pump();
}

// Puts what stands elsewhere under what is here and what can be undone. False: it does not fit, nothing changed.
bool AgentDocument::join(const StandingAgent &standing)
{
    const bool dirty = d->isDirty();
    const QJsonObject common = d->common, theirs = standing.content, ours = content();
    const Merged merged = merge(common, ours, theirs, agentKind());
    const bool movedOn = standing.copy.base != d->base; // their change is a revision: nothing is lost where ours stands apart
    if (dirty && !merged.conflicts.isEmpty() && movedOn) return false;
    d->history.replay([&](const QJsonObject &step) {
        if (step == ours) return dirty ? merged.content : theirs;
        return merge(common, step, theirs, agentKind()).content;
    });
    d->readOnly = standing.readOnly;
    if (dirty) {
        contentMoved();
    } else {
        emit contentChanged();
        emit historyChanged();
        emit replacedFromElsewhere();
        d->check.start();
    }
    if (dirty && !merged.conflicts.isEmpty()) emit failed(Error(Error::Code::Conflict, {d->name()}, merged.conflicts.first().path));
    return true;
}

void AgentDocument::lookForProblems()
{
    if (d->readOnly) return;
    const QJsonObject checked = content();
    const auto future = runOn(*QThreadPool::globalInstance(), [checked] { return validate(agentKind(), checked); });
    whenDone(future, this, [this, checked](const Problems &found) {
        if (checked != content() || found == d->problems) return;
        d->problems = found;
        emit problemsChanged();
    });
}

QFuture<Result<void>> AgentDocument::restoreRevision(const RevisionId &revision)
{
    auto promise = newPromise<Result<void>>();
    const auto future = d->workspace.stores().read([revision](Store &store) -> Result<QJsonObject> {
        const auto stored = store.documents().revision(revision);
        if (!stored) return stored.error();
        const auto bytes = store.documents().content(revision);
        if (!bytes) return bytes.error();
        const auto content = parseContent(*bytes, revision);
        if (!content) return content.error();
        return readContent(agentKind(), stored->header.schema, *content).content;
    });
    whenDone(future, this, [this, promise](const Result<QJsonObject> &content) {
        if (!content) return settle(promise, Result<void>(content.error()));
        d->history.breakMerging();
        edit(*content, {QT_TRANSLATE_NOOP("Edit", "Restore version"), {}, {}});
        settle(promise, Result<void>());
    });
    return promise->future();
}

} // namespace vox
