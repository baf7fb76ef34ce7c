#include "app/workspace/conversations.h"
#include "app/sound/opus_writer.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/held_file.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "models/conversation/redacted_events.h"
#include <QDir>
#include <QHash>
#include <QPromise>
#include <QSaveFile>
#include <atomic>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString recordingIn(const QString &folder)
{
    for (const QString &name : {keptSoundName, liveSoundName})
        if (QFileInfo::exists(folder + u'/' + name)) return folder + u'/' + name;
    return {};
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

Result<RecordingPeaks> peaksIn(const QString &folder)
{
    const QString path = folder + u'/' + peaksName;
    if (QFile kept(path); kept.open(QIODevice::ReadOnly))
        if (auto peaks = unpackPeaks(kept.readAll())) return *peaks;
    const QString recording = recordingIn(folder);
    if (recording.isEmpty()) return Error(Error::Code::FileNotFound, {folder});
    const auto peaks = peaksOf(recording);
    if (peaks) writeFile(path, packPeaks(*peaks)); // only a cache
    return peaks;
}

// Ogg Opus instead of WAV; sound that cannot be made smaller stays as it is.
void keepSmaller(const QString &folder, const std::atomic_bool &cancelled)
{
    const QString sound = folder + u'/' + liveSoundName;
    if (!QFileInfo::exists(sound)) return;
    (void)peaksIn(folder);
    if (canEncodeOpus() && encodeOpus(sound, folder + u'/' + keptSoundName, cancelled)) QFile::remove(sound);
}

// The newest release that has what was talked to, so that a conversation can be played again exactly; empty: a draft.
QString releaseOf(Store &store, const ConversationRow &row)
{
    const auto agent = DocumentId::parse(row.agent);
    const auto releases = store.releases().releases();
    if (!agent || row.revision.isEmpty() || !releases) return {};
    for (const Release &release : *releases)
        if (release.documents.value(*agent) == row.revision) return release.id();
    return {};
}

// Events into the store first, then the smaller sound, and only then what they came from goes: a crash anywhere between
// leaves a folder that recover() takes in again.
Result<FinishedConversation> takeIn(const QString &folder, ConversationId id, Workspace &workspace, const std::atomic_bool &cancelled)
{
    auto finished = readLiveFolder(folder, id, workspace.redaction()());
    if (!finished) return finished;
    const auto stored = workspace.stores().write([&row = finished->entry.row, entry = finished->entry](Store &store) mutable -> Result<void> {
        row.release = entry.row.release = releaseOf(store, entry.row);
        return store.conversations().put({entry});
    }).result();
    if (!stored) return stored.error();
    keepSmaller(folder, cancelled);
    QFile::remove(folder + u'/' + liveLogName);
    return finished;
}

} // namespace

struct Conversations::Private {
    Workspace &workspace;
    std::atomic_bool cancelled = false;
    QThreadPool jobs;
    QHash<ConversationId, std::shared_ptr<HeldFile>> live;
    QHash<ConversationId, ConversationStore::Entry> removed; // until the workspace is closed

    QString folderOf(ConversationId id) const { return workspace.folder() + u"/conversations/"_s + id.text(); }
};

Conversations::Conversations(Workspace &workspace) : d(new Private{workspace})
{
    d->jobs.setMaxThreadCount(1);
    connect(&workspace, &Workspace::changedElsewhere, this, &Conversations::listChanged);
}

Conversations::~Conversations()
{
    d->cancelled = true;
    d->jobs.waitForDone();
    for (auto it = d->removed.constBegin(); it != d->removed.constEnd(); ++it) QDir(d->folderOf(it.key())).removeRecursively();
}

QFuture<Result<ConversationPage>> Conversations::query(const ConversationQuery &query, qint64 after)
{
    return d->workspace.stores().read([query, after](Store &store) { return store.conversations().query(query, after); });
}

QFuture<Result<ConversationSums>> Conversations::sums(UtcMs from, UtcMs to)
{
    return d->workspace.stores().read([from, to](Store &store) { return store.conversations().sums(from, to); });
}

QFuture<Result<StoredConversation>> Conversations::open(ConversationId id)
{
    return d->workspace.stores().read([id, folder = d->folderOf(id)](Store &store) -> Result<StoredConversation> {
        const auto row = store.conversations().find(id);
        if (!row) return row.error();
        const auto bytes = store.conversations().events(id);
        if (!bytes) return bytes.error();
        StoredConversation out{*row, readLog(*bytes).events, {}, recordingIn(folder)};
        out.summary = summarise(std::span(out.events.constData(), std::size_t(out.events.size())));
        return out;
    });
}

QFuture<Result<ConversationRow>> Conversations::findByPrefix(const QString &idPrefix)
{
    return d->workspace.stores().read([idPrefix](Store &store) { return store.conversations().findByPrefix(idPrefix); });
}

QFuture<Result<RecordingPeaks>> Conversations::peaks(ConversationId id)
{
    return runOn(d->jobs, [folder = d->folderOf(id)] { return peaksIn(folder); });
}

Result<QString> Conversations::makeLiveFolder(ConversationId id)
{
    const QString folder = d->folderOf(id);
    if (!QDir().mkpath(folder)) return Error(Error::Code::FileUnwritable, {folder});
    auto held = HeldFile::hold(folder + u'/' + liveLockName);
    if (!held) return held.error();
    d->live.insert(id, std::shared_ptr<HeldFile>(std::move(*held)));
    return folder;
}

QFuture<Result<ConversationRow>> Conversations::finish(ConversationId id)
{
    // The lock is kept until the folder has been taken in.
    const auto job = [this, id, held = d->live.take(id), folder = d->folderOf(id)]() -> Result<ConversationRow> {
        const auto finished = takeIn(folder, id, d->workspace, d->cancelled);
        if (!finished) return finished.error();
        return finished->entry.row;
    };
    const QFuture<Result<ConversationRow>> future = runOn(d->jobs, job);
    whenDone(future, this, [this](const Result<ConversationRow> &) { emit listChanged(); });
    return future;
}

QFuture<Result<int>> Conversations::recover()
{
    const auto job = [this, root = d->workspace.folder() + u"/conversations"_s]() -> Result<int> {
        int found = 0;
        for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const auto id = ConversationId::parse(name);
            const QString folder = root + u'/' + name;
            const bool log = QFileInfo::exists(folder + u'/' + liveLogName), sound = QFileInfo::exists(folder + u'/' + liveSoundName);
            if (!id || (!log && !sound)) continue;
            const auto held = HeldFile::hold(folder + u'/' + liveLockName);
            if (!held) continue; // somebody is talking
            if (!log) keepSmaller(folder, d->cancelled); // the program was closed before its sound was done
            else if (takeIn(folder, *id, d->workspace, d->cancelled)) ++found;
        }
        return found;
    };
    const QFuture<Result<int>> future = runOn(d->jobs, job);
    whenDone(future, this, [this](const Result<int> &found) {
        if (found && *found > 0) emit listChanged();
    });
    return future;
}

QFuture<Result<QStringList>> Conversations::exportTo(ConversationId id, const QString &folder)
{
    return d->workspace.stores().read([id, folder, source = d->folderOf(id), redaction = d->workspace.redaction()](Store &store) -> Result<QStringList> {
        const auto bytes = store.conversations().events(id);
        if (!bytes) return bytes.error();
        if (!QDir().mkpath(folder)) return Error(Error::Code::FileUnwritable, {folder});
        const QString events = folder + u'/' + id.text() + u".ndjson"_s;
        if (!writeFile(events, toNdjson(readLog(redactedLog(*bytes, redaction())).events))) return Error(Error::Code::FileUnwritable, {events});
        QStringList written{events};
        if (const QString recording = recordingIn(source); !recording.isEmpty()) {
            const QString copy = folder + u'/' + id.text() + u'.' + QFileInfo(recording).suffix();
            QFile::remove(copy);
            if (!QFile::copy(recording, copy)) return Error(Error::Code::FileUnwritable, {copy});
            written.append(copy);
        }
        return written;
    });
}

QFuture<Result<void>> Conversations::remove(ConversationId id)
{
    using Kept = Result<ConversationStore::Entry>;
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const QFuture<Kept> erased = d->workspace.stores().write([id](Store &store) -> Kept {
        const auto row = store.conversations().find(id);
        if (!row) return row.error();
        const auto events = store.conversations().events(id);
        if (!events) return events.error();
        const QList<ConversationEvent> list = readLog(*events).events;
        const auto summary = summarise(std::span(list.constData(), std::size_t(list.size())));
        if (const auto gone = store.conversations().erase(id); !gone) return gone.error();
        return ConversationStore::Entry{*row, *events, searchTextOf(summary)};
    });
    whenDone(erased, this, [this, id, promise](const Kept &kept) {
        if (kept) d->removed.insert(id, *kept);
        promise->addResult(kept ? Result<void>() : Result<void>(kept.error()));
        promise->finish();
        emit listChanged();
    });
    return promise->future();
}

QFuture<Result<void>> Conversations::restore(ConversationId id)
{
    const auto work = [id, entry = d->removed.take(id)](Store &store) -> Result<void> {
        if (entry.row.id.isNull()) return Error(Error::Code::NotFound, {u"conversation"_s, id.text()});
        return store.transaction([&]() -> Result<void> {
            if (const auto forgiven = store.conversations().forgive(id); !forgiven) return forgiven;
            return store.conversations().put({entry});
        });
    };
    const QFuture<Result<void>> future = d->workspace.stores().write(work);
    whenDone(future, this, [this](const Result<void> &) { emit listChanged(); });
    return future;
}

} // namespace vox
