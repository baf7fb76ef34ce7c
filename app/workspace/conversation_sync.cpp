#include "app/workspace/conversation_sync.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "models/documents/canonical_json.h"
#include "models/store/store.h"
#include "models/sync/wire.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceSize = 1 << 20;
constexpr qint64 fetchSize = 4 << 20;
constexpr int pageLimit = 500;
constexpr int laterMs = 2'000;
const QString stateKey = u"sync.conversations"_s;

struct State {
    QString feed;
    FeedCursor push, pull;
};

Result<State> load(Store &store)
{
    const auto value = store.settings().get(stateKey);
    if (!value) return value.error();
    const QJsonObject json = value->toObject();
    return State{json.value("feed"_L1).toString(), json.value("push"_L1).toString(), json.value("pull"_L1).toString()};
}

Result<void> save(Store &store, const State &state)
{
    return store.settings().put(stateKey, QJsonObject{{u"feed"_s, state.feed}, {u"push"_s, state.push}, {u"pull"_s, state.pull}});
}

bool isOutgoing(const FeedEntry &entry) { return entry.type == "conversation.finished"_L1 || entry.type == "conversation.erased"_L1; }

QString soundIn(const QString &folder)
{
    for (const QString &name : {keptSoundName, liveSoundName})
        if (QFileInfo::exists(folder + u'/' + name)) return folder + u'/' + name;
    return {};
}

QString hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return QString::fromLatin1(hash.result().toHex());
}

// What the line's return makes better; everything else is about this one conversation.
bool isAboutTheLine(const Error &error)
{
    switch (error.code) {
    case Error::Code::Unreachable:
    case Error::Code::TimedOut:
    case Error::Code::ServerFailed:
    case Error::Code::RateLimited:
    case Error::Code::StoreBusy:
    case Error::Code::Overloaded:
    case Error::Code::Unauthorized:
    case Error::Code::SignInNeeded:
    case Error::Code::DiskFull: return true;
    default: return false;
    }
}

} // namespace

struct ConversationSync::Outgoing {
    enum class What { Nothing, Later, Upload, Erase };
    What what = What::Nothing;
    ConversationId id;
    FeedCursor cursor;   // after it
    QByteArray events;
    QString release;
    QString soundPath;
    qint64 soundSize = 0;
    QString eventsHash, soundHash;
    qint64 eventsSent = 0, soundSent = 0;
};

struct ConversationSync::Incoming {
    QList<ConversationId> ids;  // to be fetched
    wire::ConversationNotices page;
};

struct ConversationSync::Fetch {
    ConversationId id;
    QString folder;
    std::unique_ptr<QFile> file;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QString tag;
    qint64 size = 0;
    QPromise<Result<QString>> promise;

    void answer(const Result<QString> &result)
    {
        if (file && !result) file->remove();
        promise.addResult(result);
        promise.finish();
    }
};

ConversationSync::ConversationSync(Workspace &workspace, TeamServer &server) : m_workspace(workspace), m_server(server)
{
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    connect(&m_later, &QTimer::timeout, this, [this] { kick(); });
}
ConversationSync::~ConversationSync() = default;

QString ConversationSync::folderOf(ConversationId id) const { return m_workspace.folder() + u"/conversations/"_s + id.text(); }

void ConversationSync::allow(bool upload, bool download, bool erase)
{
    m_upload = upload;
    m_download = download;
    m_erase = erase;
}

void ConversationSync::kick()
{
    if (std::exchange(m_busy, true)) {
        m_again = true;
        return;
    }
    nextOutgoing();
}

Result<int> ConversationSync::pending(Store &store, bool erasures)
{
    const auto state = load(store);
    if (!state) return state.error();
    int count = 0;
    FeedCursor from = state->push;
    while (true) {
        const auto page = store.feed().madeHereAfter(from, 1000);
        if (!page) return page.error();
        for (const FeedEntry &entry : page->entries) count += entry.type == "conversation.finished"_L1 || (erasures && entry.type == "conversation.erased"_L1) ? 1 : 0;
        if (!page->more) return count;
        from = page->next;
    }
}

// The first thing in the feed that the server has not got, with what is to be sent.
void ConversationSync::nextOutgoing()
{
    if (!m_upload) return nextPage();
    const auto find = [root = m_workspace.folder() + u"/conversations/"_s, mayErase = m_erase](Store &store) -> Result<std::shared_ptr<Outgoing>> {
        auto out = std::make_shared<Outgoing>();
        auto state = load(store);
        if (!state) return state.error();
        while (true) {
            const auto page = store.feed().madeHereAfter(state->push, 200);
            if (!page) return page.error();
            for (const FeedEntry &entry : page->entries) {
                const auto id = ConversationId::parse(entry.subject);
                if (!isOutgoing(entry) || !id) continue;
                const bool erased = entry.type == "conversation.erased"_L1;
                const auto row = store.conversations().find(*id);
                // Undone meanwhile, or not ours to do.
                if (erased == bool(row) || (erased && !mayErase)) continue;
                out->id = *id;
                out->cursor = entry.cursor;
                out->what = erased ? Outgoing::What::Erase : Outgoing::What::Upload;
                if (erased) return out;
                const QString folder = root + id->text();
                // Its sound is still being made smaller.
                if (QFileInfo::exists(folder + u'/' + liveLogName)) {
                    out->what = Outgoing::What::Later;
                    return out;
                }
                const auto events = store.conversations().events(*id);
                if (!events) return events.error();
                out->events = *events;
                out->release = row->release;
                out->eventsHash = sha256Hex(*events);
                out->soundPath = soundIn(folder);
                if (!out->soundPath.isEmpty()) {
                    out->soundHash = hashOfFile(out->soundPath);
                    out->soundSize = QFileInfo(out->soundPath).size();
                }
                return out;
            }
            if (page->next != state->push) {
                state->push = page->next;
                if (const auto saved = save(store, *state); !saved) return saved.error();
            }
            if (!page->more) return out;
        }
    };
    whenDone(m_workspace.stores().write(find), this, [this](const Result<std::shared_ptr<Outgoing>> &found) {
        if (!found) return end(found.error());
        switch ((*found)->what) {
        case Outgoing::What::Upload: return askParts(*found);
        case Outgoing::What::Erase: return erase(*found);
        case Outgoing::What::Later: m_later.start(); return nextPage();
        default: return nextPage();
        }
    });
}

// Where the server stands with it: a lost line or a restart goes on there.
void ConversationSync::askParts(const std::shared_ptr<Outgoing> &outgoing)
{
    whenDone(m_server.call("GET", u"conversations/%1/parts"_s.arg(outgoing->id.text())), this, [this, outgoing](const Result<QJsonValue> &answer) {
        if (!answer) return outgoingFailed(outgoing, answer.error());
        const auto sent = [&](const QString &part, qint64 whole) {
            const QJsonValue state = (*answer)[part];
            // Sealed parts take no more; what is longer than ours is not ours.
            if (state["sha256"_L1].isString()) return whole;
            return std::min(state["size"_L1].toInteger(), whole);
        };
        outgoing->eventsSent = sent(u"events"_s, outgoing->events.size());
        outgoing->soundSent = sent(u"recording"_s, outgoing->soundSize);
        sendPiece(outgoing);
    });
}

void ConversationSync::sendPiece(const std::shared_ptr<Outgoing> &outgoing)
{
    const bool events = outgoing->eventsSent < outgoing->events.size();
    if (!events && outgoing->soundSent >= outgoing->soundSize) return finish(outgoing);
    ServerRequest request;
    request.method = "PUT";
    request.path = u"conversations/%1/parts/%2"_s.arg(outgoing->id.text(), events ? u"events"_s : u"recording"_s);
    const qint64 offset = events ? outgoing->eventsSent : outgoing->soundSent;
    request.query.addQueryItem(u"offset"_s, QString::number(offset));
    if (events) {
        request.bytes = outgoing->events.mid(offset, pieceSize);
    } else {
        QFile sound(outgoing->soundPath);
        if (sound.open(QIODevice::ReadOnly) && sound.seek(offset)) request.bytes = sound.read(pieceSize);
        // Made smaller or deleted meanwhile: the next round finds what is there.
        if (request.bytes.isEmpty()) return end(Error(Error::Code::FileUnreadable, {outgoing->soundPath}));
    }
    request.retry = false; // a piece that came twice is a conflict; the next round asks where it stands
    whenDone(m_server.request(request), this, [this, outgoing, events, size = request.bytes.size()](const Result<ServerAnswer> &answer) {
        if (!answer) return outgoingFailed(outgoing, answer.error());
        (events ? outgoing->eventsSent : outgoing->soundSent) += size;
        sendPiece(outgoing);
    });
}

void ConversationSync::finish(const std::shared_ptr<Outgoing> &outgoing)
{
    QJsonObject body{{u"events_sha256"_s, outgoing->eventsHash}, {u"release"_s, outgoing->release}};
    if (!outgoing->soundHash.isEmpty()) body.insert(u"recording_sha256"_s, outgoing->soundHash);
    whenDone(m_server.call("POST", u"conversations/%1/finish"_s.arg(outgoing->id.text()), body), this,
             [this, outgoing](const Result<QJsonValue> &answer) {
                 if (!answer) return outgoingFailed(outgoing, answer.error());
                 passOutgoing(outgoing->cursor);
             });
}

void ConversationSync::erase(const std::shared_ptr<Outgoing> &outgoing)
{
    whenDone(m_server.call("DELETE", u"conversations/"_s + outgoing->id.text()), this, [this, outgoing](const Result<QJsonValue> &answer) {
        if (!answer && answer.error().code != Error::Code::NotFound) return outgoingFailed(outgoing, answer.error());
        passOutgoing(outgoing->cursor);
    });
}

void ConversationSync::outgoingFailed(const std::shared_ptr<Outgoing> &outgoing, const Error &error)
{
    if (isAboutTheLine(error)) return end(error);
    // A finished one takes no further pieces: it is there already.
    const bool there = error.code == Error::Code::Conflict && error.args.value(0) == "conversation"_L1;
    if (error.code == Error::Code::Conflict && !there) return end(error); // somewhere else in it: the next round asks
    if (!there) emit refused(outgoing->id, error);
    passOutgoing(outgoing->cursor);
}

void ConversationSync::passOutgoing(const FeedCursor &to)
{
    const auto pass = [to](Store &store) -> Result<void> {
        auto state = load(store);
        if (!state) return state.error();
        state->push = to;
        return save(store, *state);
    };
    whenDone(m_workspace.stores().write(pass), this, [this](const Result<void> &done) {
        if (!done) return end(done.error());
        nextOutgoing();
    });
}

void ConversationSync::nextPage()
{
    if (!m_download) return end(std::nullopt);
    whenDone(m_workspace.stores().read([](Store &store) { return load(store); }), this, [this](const Result<State> &state) {
        if (!state) return end(state.error());
        ServerRequest request;
        request.path = u"sync/conversations"_s;
        request.query.addQueryItem(u"after"_s, state->pull);
        request.query.addQueryItem(u"limit"_s, QString::number(pageLimit));
        whenDone(m_server.request(request), this, [this, state = *state](const Result<ServerAnswer> &answer) {
            // A server without them, or another database: from its beginning.
            const bool lost = !answer && answer.error().code == Error::Code::BadValue && !state.pull.isEmpty();
            if (!answer && !lost) return end(isAboutTheLine(answer.error()) ? std::optional(answer.error()) : std::nullopt);
            auto incoming = std::make_shared<Incoming>();
            if (!lost) {
                const auto page = wire::readNotices(answer->json.toObject());
                if (!page) return end(page.error());
                incoming->page = *page;
            }
            if (lost || (!state.feed.isEmpty() && state.feed != incoming->page.feed)) {
                incoming->page = {};
                incoming->page.more = true;
                return passIncoming(incoming);
            }
            const auto look = [page = incoming->page, root = m_workspace.folder() + u"/conversations/"_s](Store &store) -> Result<QList<ConversationId>> {
                QList<ConversationId> wanted;
                for (const wire::ConversationNotice &notice : page.notices) {
                    const bool here = bool(store.conversations().find(notice.id));
                    if (!notice.erased && !here) wanted.append(notice.id);
                    if (!notice.erased) continue;
                    wanted.removeAll(notice.id);
                    if (!here) continue;
                    if (const auto erased = store.conversations().erase(notice.id, Origin::Elsewhere); !erased) return erased.error();
                    QDir(root + notice.id.text()).removeRecursively();
                }
                return wanted;
            };
            m_moved = m_moved || !incoming->page.notices.isEmpty();
            whenDone(m_workspace.stores().write(look), this, [this, incoming](const Result<QList<ConversationId>> &wanted) {
                if (!wanted) return end(wanted.error());
                incoming->ids = *wanted;
                nextIncoming(incoming);
            });
        });
    });
}

void ConversationSync::nextIncoming(const std::shared_ptr<Incoming> &incoming)
{
    if (incoming->ids.isEmpty()) return passIncoming(incoming);
    const ConversationId id = incoming->ids.takeFirst();
    ServerRequest request;
    request.path = u"conversations/%1/events"_s.arg(id.text());
    request.headers.insert("accept", "application/octet-stream");
    request.wantsJson = false;
    request.timeoutMs = 60'000;
    whenDone(m_server.request(request), this, [this, incoming, id](const Result<ServerAnswer> &answer) {
        if (answer) return takeIn(incoming, id, answer->bytes);
        if (isAboutTheLine(answer.error())) return end(answer.error());
        nextIncoming(incoming); // erased meanwhile
    });
}

void ConversationSync::takeIn(const std::shared_ptr<Incoming> &incoming, ConversationId id, const QByteArray &events)
{
    const auto put = [id, events](Store &store) -> Result<void> {
        const ConversationLog log = readLog(events);
        if (log.events.isEmpty()) return {}; // nothing a list could show
        const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
        return store.conversations().put({{rowOf(id, summary), events.first(log.validBytes), searchTextOf(summary)}}, Origin::Elsewhere);
    };
    whenDone(m_workspace.stores().write(put), this, [this, incoming](const Result<void> &done) {
        if (!done) return end(done.error());
        nextIncoming(incoming);
    });
}

void ConversationSync::passIncoming(const std::shared_ptr<Incoming> &incoming)
{
    const auto pass = [page = incoming->page](Store &store) -> Result<void> {
        auto state = load(store);
        if (!state) return state.error();
        state->pull = page.next;
        state->feed = page.feed;
        return save(store, *state);
    };
    whenDone(m_workspace.stores().write(pass), this, [this, more = incoming->page.more](const Result<void> &done) {
        if (!done) return end(done.error());
        if (more) nextPage();
        else end(std::nullopt);
    });
}

QFuture<Result<QString>> ConversationSync::recording(ConversationId id)
{
    auto fetch = std::make_shared<Fetch>();
    fetch->id = id;
    fetch->folder = folderOf(id);
    fetch->promise.start();
    const auto future = fetch->promise.future();
    if (const QString path = soundIn(fetch->folder); !path.isEmpty()) {
        fetch->answer(path);
        return future;
    }
    QDir().mkpath(fetch->folder);
    fetch->file = std::make_unique<QFile>(fetch->folder + u"/recording.part"_s);
    if (fetch->file->open(QIODevice::WriteOnly)) fetchPiece(fetch);
    else fetch->answer(Error(Error::Code::FileUnwritable, {fetch->file->fileName()}));
    return future;
}

// Ranges, so that an hour of sound is never in memory and a lost line costs one piece.
void ConversationSync::fetchPiece(const std::shared_ptr<Fetch> &fetch)
{
    ServerRequest request;
    request.path = u"conversations/%1/recording"_s.arg(fetch->id.text());
    request.headers.insert("range", "bytes=" + QByteArray::number(fetch->size) + '-' + QByteArray::number(fetch->size + fetchSize - 1));
    request.wantsJson = false;
    request.timeoutMs = 60'000;
    whenDone(m_server.request(request), this, [this, fetch](const Result<ServerAnswer> &answer) {
        const bool over = !answer && fetch->size > 0 && answer.error().code == Error::Code::OutOfRange;
        if (!answer && !over) return fetch->answer(answer.error());
        if (answer) {
            fetch->tag = answer->etag;
            fetch->hash.addData(answer->bytes);
            fetch->size += answer->bytes.size();
            if (fetch->file->write(answer->bytes) != answer->bytes.size())
                return fetch->answer(Error(Error::Code::FileUnwritable, {fetch->file->fileName()}, fetch->file->errorString()));
            if (answer->status == 206 && answer->bytes.size() == fetchSize) return fetchPiece(fetch);
        }
        fetch->file->close();
        if (QString::fromLatin1(fetch->hash.result().toHex()) != fetch->tag)
            return fetch->answer(Error(Error::Code::BadAnswer, {m_server.address().url.host(), u"recording"_s}));
        const bool opus = fetch->file->open(QIODevice::ReadOnly) && fetch->file->read(4) == "OggS";
        fetch->file->close();
        const QString path = fetch->folder + u'/' + (opus ? keptSoundName : liveSoundName);
        if (!fetch->file->rename(path)) return fetch->answer(Error(Error::Code::FileUnwritable, {path}));
        fetch->answer(path);
    });
}

void ConversationSync::end(const std::optional<Error> &error)
{
    m_busy = false;
    if (std::exchange(m_moved, false)) emit moved();
    if (error) {
        m_again = false;
        emit failed(*error);
        return;
    }
    emit finished();
    if (std::exchange(m_again, false)) kick();
}

} // namespace vox
