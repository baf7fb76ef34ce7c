#include "app/calls/continuation.h"
#include "app/realtime/journal_writer.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QDir>
#include <QFile>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongestChain = 100;

QString markOf(const QString &workspaceFolder, ConversationId id) { return workspaceFolder + u"/continued/"_s + id.text(); }

Error isContinued(ConversationId id) { return Error(Error::Code::Conflict, {u"continued call"_s, id.text()}); }
Error nothingToContinue(ConversationId id) { return Error(Error::Code::NotFound, {u"dialogue to continue"_s, id.text()}); }

// The conversation that this one went on from.
std::optional<ConversationId> earlier(const QList<ConversationEvent> &log)
{
    for (const ConversationEvent &event : log)
        if (const auto *from = std::get_if<events::TookOver>(&event.body); from && from->what == "conversation"_L1) return ConversationId::parse(from->from);
    return std::nullopt;
}

struct Gathering : std::enable_shared_from_this<Gathering> {
    explicit Gathering(Workspace &workspace) : workspace(workspace) { promise.start(); }

    void read(ConversationId id)
    {
        whenDone(workspace.conversations().open(id), &workspace, [self = shared_from_this(), id](const Result<StoredConversation> &stored) {
            if (!stored) return self->end(stored.error());
            if (self->links++ == 0) {
                self->out.row = stored->row;
                if (stored->row.outcome != Outcome::CutOff) return self->end(nothingToContinue(id));
            }
            self->log = stored->events + self->log;
            const auto before = earlier(stored->events);
            if (before && self->links < kLongestChain) self->read(*before);
            else self->settle();
        });
    }

private:
    void settle()
    {
        auto record = dialogueRecord(log);
        if (!record || record->state.ended) return end(nothingToContinue(out.row.id));
        out.record = std::make_shared<const DialogueRecord>(std::move(*record));
        end(out);
    }
    void end(Result<Continuation> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }

public:
    Workspace &workspace;
    QPromise<Result<Continuation>> promise;
    Continuation out;
    QList<ConversationEvent> log;
    int links = 0;
};

} // namespace

QFuture<Result<Continuation>> continuationOf(Workspace &workspace, ConversationId id)
{
    const auto gathering = std::make_shared<Gathering>(workspace);
    auto future = gathering->promise.future();
    if (continuedBy(workspace.folder(), id)) {
        gathering->promise.addResult(Result<Continuation>(isContinued(id)));
        gathering->promise.finish();
    } else {
        gathering->read(id);
    }
    return future;
}

Result<void> claimContinuation(const QString &workspaceFolder, ConversationId of, ConversationId by)
{
    const QString path = markOf(workspaceFolder, of);
    if (!QDir().mkpath(workspaceFolder + u"/continued"_s)) return Error(Error::Code::FileUnwritable, {path});
    if (QFile created(path); !created.open(QIODevice::WriteOnly | QIODevice::NewOnly)) // also between two programs
        return created.exists() ? isContinued(of) : Error(Error::Code::FileUnwritable, {path}, created.errorString());
    std::string why;
    const auto file = DurableFile::open(path.toStdU16String(), 0, why);
    if (file && file->write(by.text().toStdString()) && file->sync()) return {};
    QFile::remove(path);
    return Error(Error::Code::FileUnwritable, {path}, QString::fromStdString(why));
}

void giveBackContinuation(const QString &workspaceFolder, ConversationId of) { QFile::remove(markOf(workspaceFolder, of)); }

std::optional<ConversationId> continuedBy(const QString &workspaceFolder, ConversationId of)
{
    QFile file(markOf(workspaceFolder, of));
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    // A mark that was not finished is one all the same.
    return ConversationId::parse(QString::fromLatin1(file.read(64))).value_or(of);
}

} // namespace vox
