#include "app/workspace/backup.h"
#include "app/workspace/backup_file.h"
#include "app/workspace/when_done.h"
#include "models/documents/canonical_json.h"
#include "models/sync/wire.h"
#include <QJsonDocument>
#include <QPromise>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// Sends a verified backup record by record, each when the one before was answered; deletes itself with its answer.
class ServerRestore : public QObject {
public:
    ServerRestore(TeamServer &server, const QString &path) : m_server(server), m_path(path), m_reader(path) { m_promise.start(); }

    QFuture<Result<BackupSums>> begin()
    {
        const auto future = m_promise.future();
        auto ready = readBackup(m_path, {});
        const auto begun = ready ? m_reader.begin() : Result<void>(ready.error());
        if (!begun) {
            answer(begun.error());
            return future;
        }
        ask("GET", u"sync/changes?limit=1"_s, {}, [this](const ServerAnswer &answered) {
            const auto page = wire::readChanges(answered.bytes);
            if (!page) return answer(page.error());
            if (!page->items.isEmpty()) return answer(Error(Error::Code::Conflict, {u"workspace"_s}));
            next();
        });
        return future;
    }

private:
    void next()
    {
        const auto record = m_reader.next();
        if (!record) return answer(record.error());
        if (!*record) return finishConversation([this] { answer(m_sums); });
        take(**record);
    }

    void take(const BackupRecord &record)
    {
        if (record.type == "items"_L1) return items(record);
        if (record.type == "conversation"_L1) return finishConversation([this, record] { conversation(record); });
        if (record.type == "recording"_L1) return piece(u"recording"_s, record.facts.value("offset"_L1).toInteger(), record.bytes, m_sound);
        if (record.type == "settings"_L1) return next();
        answer(Error(Error::Code::BadValue, {u"backup"_s, record.type.left(40)}));
    }

    void items(const BackupRecord &record)
    {
        const auto items = wire::readPush(record.bytes);
        if (!items) return answer(items.error());
        QStringList revisions;
        for (const ReplicaItem &item : *items) {
            if (const auto *revision = std::get_if<RevisionItem>(&item)) revisions.append(revision->header.id());
            m_sums.releases += std::holds_alternative<ReleaseItem>(item) ? 1 : 0;
        }
        m_sums.revisions += int(revisions.size());
        ask("POST", u"sync/items"_s, record.bytes, [this, revisions](const ServerAnswer &) {
            const QByteArray question = QJsonDocument(wire::writeRevisions(revisions)).toJson(QJsonDocument::Compact);
            ask("POST", u"sync/missing"_s, question, [this](const ServerAnswer &answered) {
                const auto missing = wire::readRevisions(QJsonDocument::fromJson(answered.bytes).object());
                if (!missing) return answer(missing.error());
                if (!missing->isEmpty()) return answer(Error(Error::Code::NotFound, {u"revision"_s, missing->first()}));
                next();
            });
        });
    }

    void conversation(const BackupRecord &record)
    {
        m_id = record.facts.value("id"_L1).toString();
        m_release = record.facts.value("release"_L1).toString();
        m_events.reset();
        m_sound.reset();
        m_hasSound = false;
        ++m_sums.conversations;
        m_pieces.clear();
        for (qsizetype offset = 0; offset < record.bytes.size(); offset += 1 << 20) m_pieces.append(record.bytes.mid(offset, 1 << 20));
        sendEvents(0);
    }

    void sendEvents(qint64 offset)
    {
        if (m_pieces.isEmpty()) return next();
        const QByteArray bytes = m_pieces.takeFirst();
        m_events.addData(bytes);
        put(u"events"_s, offset, bytes, [this, offset, size = bytes.size()] { sendEvents(offset + size); });
    }

    void piece(const QString &part, qint64 offset, const QByteArray &bytes, QCryptographicHash &hash)
    {
        hash.addData(bytes);
        m_sums.recordings += offset == 0 ? 1 : 0;
        m_hasSound = true;
        put(part, offset, bytes, [this] { next(); });
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
    BackupReader m_reader;
    BackupSums m_sums;
    QString m_id, m_release;
    QByteArrayList m_pieces;
    QCryptographicHash m_events{QCryptographicHash::Sha256}, m_sound{QCryptographicHash::Sha256};
    bool m_hasSound = false;
    QPromise<Result<BackupSums>> m_promise;
};

} // namespace

QFuture<Result<BackupSums>> restoreToServer(TeamServer &server, const QString &path)
{
    auto *restore = new ServerRestore(server, path); // deletes itself with its answer
    return restore->begin();
}

} // namespace vox
