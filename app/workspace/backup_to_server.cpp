#include "app/workspace/backup.h"
#include "app/workspace/backup_file.h"
#include "app/workspace/when_done.h"
#include "models/sync/replica_proof.h"
#include "models/sync/wire.h"
#include <QJsonDocument>
#include <QPromise>
#include <QSet>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRestorePiece = 1 << 20;

// Sends a verified backup record by record, each when the one before was answered; deletes itself with its answer.
class ServerRestore : public QObject {
public:
    ServerRestore(TeamServer &server, const QString &path, RestorePeople people) : m_server(server), m_path(path), m_people(people), m_reader(path)
    {
        m_promise.start();
    }

    QFuture<Result<BackupSums>> begin()
    {
        const auto future = m_promise.future();
        const auto known = readBackup(m_path, [this](const BackupRecord &record) { return remember(record); });
        const auto begun = known ? m_reader.begin() : Result<void>(known.error());
        if (!begun) {
            answer(begun.error());
            return future;
        }
        // What an interrupted restore has left is a part of the backup; anything else is somebody's workspace.
        walk([this](const ReplicaProof &there) {
            if (!there.isPartOf(m_wanted)) return answer(Error(Error::Code::Conflict, {u"workspace"_s}));
            checkConversations({}, [this] { next(); });
        });
        return future;
    }

private:
    Result<void> remember(const BackupRecord &record)
    {
        if (record.type == "conversation"_L1) m_conversations.insert(record.facts.value("id"_L1).toString());
        if (record.type != "items"_L1) return {};
        const auto items = wire::readPush(record.bytes);
        if (!items) return items.error();
        for (const ReplicaItem &item : *items) m_wanted.add(item);
        return {};
    }

    // Everything the server has.
    void walk(std::function<void(const ReplicaProof &)> then)
    {
        m_there = {};
        walkFrom({}, std::move(then));
    }
    void walkFrom(const FeedCursor &after, std::function<void(const ReplicaProof &)> then)
    {
        get(u"sync/changes"_s, after, [this, then](const ServerAnswer &answered) {
            const auto page = wire::readChanges(answered.bytes);
            if (!page) return answer(page.error());
            for (const ReplicaItem &item : page->items) m_there.add(item);
            if (page->more) walkFrom(page->next, then);
            else then(m_there);
        });
    }
    void checkConversations(const FeedCursor &after, std::function<void()> then)
    {
        get(u"sync/conversations"_s, after, [this, then](const ServerAnswer &answered) {
            const auto page = wire::readNotices(QJsonDocument::fromJson(answered.bytes).object());
            if (!page) return answer(page.error());
            for (const wire::ConversationNotice &notice : page->notices)
                if (!notice.erased && !m_conversations.contains(notice.id.text())) return answer(Error(Error::Code::Conflict, {u"workspace"_s}));
            if (page->more) checkConversations(page->next, then);
            else then();
        });
    }

    void next()
    {
        const auto record = m_reader.next();
        if (!record) return answer(record.error());
        if (*record) return take(**record);
        finishConversation([this] {
            walk([this](const ReplicaProof &there) {
                if (const auto whole = there.isWhole(m_wanted); !whole) return answer(whole.error());
                answer(m_sums);
            });
        });
    }

    void take(const BackupRecord &record)
    {
        if (record.type == "items"_L1) return items(record);
        if (record.type == "conversation"_L1) return finishConversation([this, record] { conversation(record); });
        if (record.type == "recording"_L1) return recording(record.facts.value("offset"_L1).toInteger(), record.bytes);
        if (record.type == "settings"_L1) return next();
        if (record.type == "people"_L1) return people(QJsonDocument::fromJson(record.bytes).array());
        answer(Error(Error::Code::BadValue, {u"backup"_s, record.type.left(40)}));
    }

    void items(const BackupRecord &record)
    {
        const auto items = wire::readPush(record.bytes);
        if (!items) return answer(items.error());
        for (const ReplicaItem &item : *items) {
            m_sums.revisions += std::holds_alternative<RevisionItem>(item) ? 1 : 0;
            m_sums.releases += std::holds_alternative<ReleaseItem>(item) ? 1 : 0;
        }
        ask("POST", u"sync/items"_s, record.bytes, [this](const ServerAnswer &) { next(); });
    }

    void conversation(const BackupRecord &record)
    {
        m_id = record.facts.value("id"_L1).toString();
        m_release = record.facts.value("release"_L1).toString();
        m_events.reset();
        m_events.addData(record.bytes);
        m_sound.reset();
        m_hasSound = false;
        ++m_sums.conversations;
        ask("GET", u"conversations/%1/parts"_s.arg(m_id), {}, [this, bytes = record.bytes](const ServerAnswer &answered) {
            const QJsonObject parts = QJsonDocument::fromJson(answered.bytes).object();
            m_soundThere = sizeOf(parts.value("recording"_L1));
            sendEvents(bytes, sizeOf(parts.value("events"_L1)));
        });
    }
    // How much of a part has come already; a sealed one takes no more.
    static qint64 sizeOf(const QJsonValue &part)
    {
        return part["sha256"_L1].isString() ? std::numeric_limits<qint64>::max() : part["size"_L1].toInteger();
    }

    void sendEvents(const QByteArray &bytes, qint64 offset)
    {
        if (offset >= bytes.size()) return next();
        const QByteArray piece = bytes.mid(offset, kRestorePiece);
        put(u"events"_s, offset, piece, [this, bytes, to = offset + piece.size()] { sendEvents(bytes, to); });
    }

    void recording(qint64 offset, const QByteArray &bytes)
    {
        m_sound.addData(bytes);
        m_sums.recordings += offset == 0 ? 1 : 0;
        m_hasSound = true;
        const qint64 there = std::clamp<qint64>(m_soundThere - offset, 0, bytes.size());
        if (there == bytes.size()) return next();
        put(u"recording"_s, offset + there, bytes.mid(there), [this] { next(); });
    }

    // Invites who is no member yet, one after another.
    void people(const QJsonArray &all)
    {
        if (m_people == RestorePeople::No) return next();
        ask("GET", u"people"_s, {}, [this, all](const ServerAnswer &answered) {
            QSet<QString> members;
            for (const QJsonValue &person : QJsonDocument::fromJson(answered.bytes).object().value("items"_L1).toArray())
                members.insert(person["email"_L1].toString());
            QJsonArray rest;
            for (const QJsonValue &person : all)
                if (!members.contains(person["email"_L1].toString())) rest.append(person);
            invite(rest);
        });
    }
    void invite(QJsonArray rest)
    {
        if (rest.isEmpty()) return next();
        const QJsonObject person = rest.takeAt(0).toObject();
        const QString email = person.value("email"_L1).toString(), role = person.value("role"_L1).toString();
        const QByteArray body = QJsonDocument(QJsonObject{{u"email"_s, email}, {u"role"_s, role}}).toJson(QJsonDocument::Compact);
        ask("POST", u"invitations"_s, body, [this, rest, person, email, role](const ServerAnswer &answered) {
            const QString token = QJsonDocument::fromJson(answered.bytes).object().value("token"_L1).toString();
            m_sums.invitations.append({person.value("name"_L1).toString(), email, role, token});
            ++m_sums.people;
            invite(rest);
        });
    }

    void put(const QString &part, qint64 offset, const QByteArray &bytes, std::function<void()> then)
    {
        ask("PUT", u"conversations/%1/parts/%2?offset=%3"_s.arg(m_id, part).arg(offset), bytes, [then](const ServerAnswer &) { then(); });
    }

    void finishConversation(std::function<void()> then)
    {
        if (m_id.isEmpty()) return then();
        QJsonObject body{{u"events_sha256"_s, QString::fromLatin1(m_events.result().toHex())}, {u"release"_s, m_release}};
        if (m_hasSound) body.insert(u"recording_sha256"_s, QString::fromLatin1(m_sound.result().toHex()));
        const QString path = u"conversations/%1/finish"_s.arg(std::exchange(m_id, {}));
        ask("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), [then](const ServerAnswer &) { then(); });
    }

    void get(const QString &path, const FeedCursor &after, std::function<void(const ServerAnswer &)> then)
    {
        ask("GET", path + u"?limit=500&after="_s + QString::fromLatin1(QUrl::toPercentEncoding(after)), {}, std::move(then));
    }
    void ask(const QByteArray &method, const QString &path, const QByteArray &bytes, std::function<void(const ServerAnswer &)> then)
    {
        ServerRequest request;
        request.method = method;
        request.path = path.section(u'?', 0, 0);
        request.query = QUrlQuery(path.section(u'?', 1));
        request.bytes = bytes;
        if (method == "POST") request.headers.insert("content-type", "application/json");
        request.wantsJson = false;
        request.timeoutMs = 120'000;
        whenDone(m_server.request(request), this, [this, then](const Result<ServerAnswer> &answered) {
            if (!answered) return answer(answered.error());
            then(*answered);
        });
    }

    void answer(const Result<BackupSums> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    TeamServer &m_server;
    QString m_path;
    RestorePeople m_people;
    BackupReader m_reader;
    ReplicaProof m_wanted, m_there;
    QSet<QString> m_conversations; // ids of the backup's
    BackupSums m_sums;
    QString m_id, m_release;
    qint64 m_soundThere = 0;
    QCryptographicHash m_events{QCryptographicHash::Sha256}, m_sound{QCryptographicHash::Sha256};
    bool m_hasSound = false;
    QPromise<Result<BackupSums>> m_promise;
};

} // namespace

QFuture<Result<BackupSums>> restoreToServer(TeamServer &server, const QString &path, RestorePeople people)
{
    auto *restore = new ServerRestore(server, path, people); // deletes itself with its answer
    return restore->begin();
}

} // namespace vox
