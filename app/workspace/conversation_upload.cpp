#include "app/workspace/conversation_upload.h"
#include "app/workspace/conversation_places.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include "models/conversation/redacted_events.h"
#include "models/documents/canonical_json.h"
#include "models/store/store.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kUploadPiece = 1 << 20;

bool isOutgoing(const FeedEntry &entry) { return entry.type == "conversation.finished"_L1 || entry.type == "conversation.erased"_L1; }

QString hashOfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

struct ConversationUpload::Outgoing {
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

Result<int> ConversationUpload::pending(Store &store, bool erasures)
{
    const auto state = ConversationPlaces::load(store);
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

void ConversationUpload::begin(bool mayErase, Done done)
{
    m_mayErase = mayErase;
    m_done = std::move(done);
    next();
}

// The first thing in the feed that the server has not got, with what is to be sent.
void ConversationUpload::next()
{
    const auto find = [root = m_workspace.folder() + u"/conversations/"_s, mayErase = m_mayErase, redaction = m_workspace.redaction()](Store &store) -> Result<std::shared_ptr<Outgoing>> {
        auto out = std::make_shared<Outgoing>();
        auto state = ConversationPlaces::load(store);
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
                out->events = redactedLog(*events, redaction());
                out->release = row->release;
                out->eventsHash = sha256Hex(out->events);
                out->soundPath = soundIn(folder);
                if (!out->soundPath.isEmpty()) {
                    out->soundHash = hashOfFile(out->soundPath);
                    out->soundSize = QFileInfo(out->soundPath).size();
                }
                return out;
            }
            if (page->next != state->push) {
                state->push = page->next;
                if (const auto saved = state->save(store); !saved) return saved.error();
            }
            if (!page->more) return out;
        }
    };
    whenDone(m_workspace.stores().write(find), this, [this](const Result<std::shared_ptr<Outgoing>> &found) {
        if (!found) return over(found.error());
        switch ((*found)->what) {
        case Outgoing::What::Upload: return askParts(*found);
        case Outgoing::What::Erase: return erase(*found);
        case Outgoing::What::Later: emit later(); return over(std::nullopt);
        default: return over(std::nullopt);
        }
    });
}

// Where the server stands with it: a lost line or a restart goes on there.
void ConversationUpload::askParts(const std::shared_ptr<Outgoing> &outgoing)
{
    whenDone(m_server.call("GET", u"conversations/%1/parts"_s.arg(outgoing->id.text())), this, [this, outgoing](const Result<QJsonValue> &answer) {
        if (!answer) return notSent(outgoing, answer.error());
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

void ConversationUpload::sendPiece(const std::shared_ptr<Outgoing> &outgoing)
{
    const bool events = outgoing->eventsSent < outgoing->events.size();
    if (!events && outgoing->soundSent >= outgoing->soundSize) return finish(outgoing);
    ServerRequest request;
    request.method = "PUT";
    request.path = u"conversations/%1/parts/%2"_s.arg(outgoing->id.text(), events ? u"events"_s : u"recording"_s);
    const qint64 offset = events ? outgoing->eventsSent : outgoing->soundSent;
    request.query.addQueryItem(u"offset"_s, QString::number(offset));
    if (events) {
        request.bytes = outgoing->events.mid(offset, kUploadPiece);
    } else {
        QFile sound(outgoing->soundPath);
        if (sound.open(QIODevice::ReadOnly) && sound.seek(offset)) request.bytes = sound.read(kUploadPiece);
        // Made smaller or deleted meanwhile: the next round finds what is there.
        if (request.bytes.isEmpty()) return over(Error(Error::Code::FileUnreadable, {outgoing->soundPath}));
    }
    request.retry = false; // a piece that came twice is a conflict; the next round asks where it stands
    whenDone(m_server.request(request), this, [this, outgoing, events, size = request.bytes.size()](const Result<ServerAnswer> &answer) {
        if (!answer) return notSent(outgoing, answer.error());
        (events ? outgoing->eventsSent : outgoing->soundSent) += size;
        sendPiece(outgoing);
    });
}

void ConversationUpload::finish(const std::shared_ptr<Outgoing> &outgoing)
{
    QJsonObject body{{u"events_sha256"_s, outgoing->eventsHash}, {u"release"_s, outgoing->release}};
    if (!outgoing->soundHash.isEmpty()) body.insert(u"recording_sha256"_s, outgoing->soundHash);
    whenDone(m_server.call("POST", u"conversations/%1/finish"_s.arg(outgoing->id.text()), body), this,
             [this, outgoing](const Result<QJsonValue> &answer) {
                 if (!answer) return notSent(outgoing, answer.error());
                 pass(outgoing->cursor);
             });
}

void ConversationUpload::erase(const std::shared_ptr<Outgoing> &outgoing)
{
    whenDone(m_server.call("DELETE", u"conversations/"_s + outgoing->id.text()), this, [this, outgoing](const Result<QJsonValue> &answer) {
        if (!answer && answer.error().code != Error::Code::NotFound) return notSent(outgoing, answer.error());
        pass(outgoing->cursor);
    });
}

void ConversationUpload::notSent(const std::shared_ptr<Outgoing> &outgoing, const Error &error)
{
    if (isAboutTheLine(error)) return over(error);
    // A finished one takes no further pieces: it is there already.
    const bool there = error.code == Error::Code::Conflict && error.args.value(0) == "conversation"_L1;
    if (error.code == Error::Code::Conflict && !there) return over(error); // somewhere else in it: the next round asks
    if (error.code == Error::Code::Conflict && error.args.value(1) == "erased"_L1) return erasedThere(outgoing);
    if (!there) emit refused(outgoing->id, error);
    pass(outgoing->cursor);
}

// Somebody erased it for good while this desk was away, or thought better of it: what is erased at the server is erased everywhere.
void ConversationUpload::erasedThere(const std::shared_ptr<Outgoing> &outgoing)
{
    const auto erase = [id = outgoing->id, root = m_workspace.folder() + u"/conversations/"_s](Store &store) -> Result<void> {
        const auto gone = store.conversations().erase(id, Origin::Elsewhere);
        if (!gone && gone.error().code != Error::Code::NotFound) return gone;
        QDir(root + id.text()).removeRecursively();
        return {};
    };
    whenDone(m_workspace.stores().write(erase), this, [this, outgoing](const Result<void> &done) {
        if (!done) return over(done.error());
        pass(outgoing->cursor);
    });
}

void ConversationUpload::pass(const FeedCursor &to)
{
    const auto move = [to](Store &store) -> Result<void> {
        auto state = ConversationPlaces::load(store);
        if (!state) return state.error();
        state->push = to;
        return state->save(store);
    };
    whenDone(m_workspace.stores().write(move), this, [this](const Result<void> &done) {
        if (!done) return over(done.error());
        next();
    });
}

// Moved out first: the answer may begin the next round.
void ConversationUpload::over(const std::optional<Error> &error)
{
    std::exchange(m_done, {})(error);
}

} // namespace vox
