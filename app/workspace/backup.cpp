#include "app/workspace/backup.h"
#include "app/workspace/agent_documents.h"
#include "app/workspace/backup_file.h"
#include "app/workspace/finished_conversation.h"
#include "app/workspace/standing_agent.h"
#include "app/workspace/store_pool.h"
#include "app/workspace/workspace.h"
#include "models/conversation/log.h"
#include "models/conversation/redacted_events.h"
#include "models/kinds/agents/agent.h"
#include "models/kinds/kinds.h"
#include "models/documents/canonical_json.h"
#include "models/sync/replica_proof.h"
#include "models/sync/serve.h"
#include <QDir>
#include <QJsonDocument>
#include <QHash>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceSize = 1 << 20;
constexpr int pageLimit = 500;

bool isPrivate(const QString &key) { return key.startsWith("sync."_L1) || key.startsWith("server."_L1); }

// Everything that is being written, as revisions.
Result<void> keepWorkingCopies(Store &store, const QString &author, UtcMs now)
{
    const auto rows = store.documents().list(agentKind().name);
    if (!rows) return rows.error();
    for (const DocumentRow &row : *rows) {
        if (!row.hasWorkingCopy) continue;
        const auto standing = readStanding(store, row.id);
        if (!standing) return standing.error();
        if (standing->readOnly || standing->copy.stamp == 0) continue;
        const auto made = writeRevision(store, {row.id, standing->content, row.name, author, {}, now, standing->copy.base, standing->copy.stamp});
        if (!made) return made.error();
    }
    return {};
}

Result<void> addItems(Store &store, BackupWriter &writer, BackupSums &sums)
{
    FeedCursor at;
    for (bool more = true; more;) {
        const auto page = changesAfter(store, at, pageLimit, {});
        if (!page) return page.error();
        for (const ReplicaItem &item : page->items) {
            sums.revisions += std::holds_alternative<RevisionItem>(item) ? 1 : 0;
            sums.releases += std::holds_alternative<ReleaseItem>(item) ? 1 : 0;
        }
        if (!page->items.isEmpty())
            if (const auto added = writer.add({u"items"_s, {}, wire::writePush(page->items)}); !added) return added;
        at = page->next;
        more = page->more;
    }
    return {};
}

Result<void> addRecording(const QString &folder, const QString &id, BackupWriter &writer, BackupSums &sums)
{
    for (const QString &name : {keptSoundName, liveSoundName}) {
        QFile sound(folder + u'/' + name);
        if (!sound.open(QIODevice::ReadOnly)) continue;
        for (qint64 offset = 0; !sound.atEnd();) {
            const QByteArray piece = sound.read(pieceSize);
            if (piece.isEmpty()) return Error(Error::Code::FileUnreadable, {sound.fileName()}, sound.errorString());
            const auto added = writer.add({u"recording"_s, {{u"id"_s, id}, {u"name"_s, name}, {u"offset"_s, offset}}, piece});
            if (!added) return added;
            offset += piece.size();
        }
        ++sums.recordings;
        return {};
    }
    return {};
}

Result<void> addConversations(Store &store, const QString &root, const Redaction &redaction, BackupWriter &writer, BackupSums &sums)
{
    for (qint64 after = 0;;) {
        const auto page = store.conversations().query({}, after);
        if (!page) return page.error();
        for (const ConversationRow &row : page->rows) {
            const auto events = store.conversations().events(row.id);
            if (!events) return events.error();
            const QString id = row.id.text();
            auto added = writer.add({u"conversation"_s, {{u"id"_s, id}, {u"release"_s, row.release}}, redactedLog(*events, redaction)});
            if (added) added = addRecording(root + id, id, writer, sums);
            if (!added) return added;
            ++sums.conversations;
        }
        if (page->next == 0) return {};
        after = page->next;
    }
}

Result<void> addSettings(Store &store, BackupWriter &writer)
{
    const auto all = store.settings().all();
    if (!all) return all.error();
    QJsonObject kept;
    for (auto it = all->cbegin(); it != all->cend(); ++it)
        if (!isPrivate(it.key())) kept.insert(it.key(), it.value());
    return writer.add({u"settings"_s, {}, QJsonDocument(kept).toJson(QJsonDocument::Compact)});
}

// Who is active, and as what; nothing that opens a door.
Result<void> addPeople(const QJsonArray &people, BackupWriter &writer, BackupSums &sums)
{
    QJsonArray kept;
    for (const QJsonValue &person : people) {
        if (!person["active"_L1].toBool(true)) continue;
        QJsonObject one;
        for (const auto key : {"name"_L1, "email"_L1, "role"_L1}) one.insert(key, person[key]);
        kept.append(one);
    }
    sums.people = int(kept.size());
    return writer.add({u"people"_s, {}, QJsonDocument(kept).toJson(QJsonDocument::Compact)});
}

Result<bool> isEmpty(Store &store)
{
    for (const KindInfo *kind : kinds())
        for (const auto which : {DocumentStore::Deleted::Hide, DocumentStore::Deleted::Only}) {
            const auto rows = store.documents().list(kind->name, which);
            if (!rows) return rows.error();
            if (!rows->isEmpty()) return false;
        }
    const auto page = store.conversations().query({});
    if (!page) return page.error();
    return page->rows.isEmpty();
}

// What a record means, into a local store.
class LocalRestore {
public:
    LocalRestore(Store &store, const QString &root) : m_store(store), m_root(root) {}

    BackupSums sums;
    ReplicaProof wanted;

    // Whether everything that was taken is in the store now.
    Result<void> prove()
    {
        ReplicaProof here;
        FeedCursor at;
        for (bool more = true; more;) {
            const auto page = changesAfter(m_store, at, pageLimit, {});
            if (!page) return page.error();
            for (const ReplicaItem &item : page->items) here.add(item);
            at = page->next;
            more = page->more;
        }
        if (const auto whole = here.isWhole(wanted); !whole) return whole;
        for (auto it = m_events.cbegin(); it != m_events.cend(); ++it) {
            const auto events = m_store.conversations().events(it.key());
            if (!events || sha256Hex(*events) != it.value()) return Error(Error::Code::NotFound, {u"conversation"_s, it.key().text()});
        }
        return {};
    }

    Result<void> take(const BackupRecord &record)
    {
        if (record.type == "items"_L1) return items(record.bytes);
        if (record.type == "conversation"_L1) return conversation(record);
        if (record.type == "recording"_L1) return recording(record);
        if (record.type == "settings"_L1) return settings(record.bytes);
        if (record.type == "people"_L1) return {};
        return Error(Error::Code::BadValue, {u"backup"_s, record.type.left(40)}); // of a newer program: half of it would be lost
    }

private:
    Result<void> items(const QByteArray &bytes)
    {
        const auto items = wire::readPush(bytes);
        if (!items) return items.error();
        const auto taken = takeItems(m_store, *items, Trust::Everything);
        if (!taken) return taken.error();
        for (const ReplicaItem &item : *items) {
            wanted.add(item);
            sums.releases += std::holds_alternative<ReleaseItem>(item) ? 1 : 0;
        }
        sums.revisions = wanted.revisions();
        return {};
    }
    Result<void> conversation(const BackupRecord &record)
    {
        const auto id = ConversationId::parse(record.facts.value("id"_L1).toString());
        const ConversationLog log = readLog(record.bytes);
        if (!id || log.events.isEmpty()) return Error(Error::Code::BadValue, {u"conversation"_s, record.facts.value("id"_L1).toString().left(40)});
        const auto summary = summarise(std::span(log.events.constData(), std::size_t(log.events.size())));
        ConversationRow row = rowOf(*id, summary);
        row.release = record.facts.value("release"_L1).toString().left(64);
        ++sums.conversations;
        m_events.insert(*id, sha256Hex(record.bytes));
        return m_store.conversations().put({{row, record.bytes, searchTextOf(summary)}});
    }
    Result<void> recording(const BackupRecord &record)
    {
        const auto id = ConversationId::parse(record.facts.value("id"_L1).toString());
        const QString name = record.facts.value("name"_L1).toString();
        if (!id || (name != keptSoundName && name != liveSoundName)) return Error(Error::Code::BadValue, {u"recording"_s, name.left(40)});
        const QString folder = m_root + id->text();
        QDir().mkpath(folder);
        const qint64 offset = record.facts.value("offset"_L1).toInteger();
        QFile sound(folder + u'/' + name);
        if (!sound.open(offset == 0 ? QIODevice::WriteOnly : QIODevice::Append) || sound.size() != offset || sound.write(record.bytes) != record.bytes.size())
            return Error(Error::Code::FileUnwritable, {sound.fileName()}, sound.errorString());
        sums.recordings += offset == 0 ? 1 : 0;
        return {};
    }
    Result<void> settings(const QByteArray &bytes)
    {
        const QJsonObject all = QJsonDocument::fromJson(bytes).object();
        for (auto it = all.begin(); it != all.end(); ++it)
            if (!isPrivate(it.key()))
                if (const auto put = m_store.settings().put(it.key(), it.value()); !put) return put;
        return {};
    }

    Store &m_store;
    QString m_root;
    QHash<ConversationId, QString> m_events; // hashes
};

} // namespace

QFuture<Result<BackupSums>> backUp(Workspace &workspace, const QString &path, const QJsonArray &people)
{
    const auto work = [path, people, root = workspace.folder() + u"/conversations/"_s, author = workspace.author(), redaction = workspace.redaction(), now = workspace.now()](Store &store) -> Result<BackupSums> {
        BackupSums sums;
        BackupWriter writer(path);
        // Inside one transaction nothing moves while it is read.
        const auto done = store.transaction([&]() -> Result<void> {
            auto written = keepWorkingCopies(store, author, now);
            if (written) written = writer.begin();
            if (written) written = addItems(store, writer, sums);
            if (written) written = addConversations(store, root, redaction(), writer, sums);
            if (written) written = addSettings(store, writer);
            if (written && !people.isEmpty()) written = addPeople(people, writer, sums);
            return written;
        });
        if (!done) return done.error();
        if (const auto ended = writer.end(); !ended) return ended.error();
        if (const auto whole = readBackup(path, {}); !whole) return whole.error();
        return sums;
    };
    return workspace.stores().write(work);
}

QFuture<Result<BackupSums>> restoreBackup(Workspace &workspace, const QString &path)
{
    const auto work = [path, root = workspace.folder() + u"/conversations/"_s](Store &store) -> Result<BackupSums> {
        if (const auto whole = readBackup(path, {}); !whole) return whole.error();
        LocalRestore restore(store, root);
        const auto done = store.transaction([&]() -> Result<void> {
            const auto empty = isEmpty(store);
            if (!empty) return empty.error();
            if (!*empty) return Error(Error::Code::Conflict, {u"workspace"_s});
            const auto read = readBackup(path, [&](const BackupRecord &record) { return restore.take(record); });
            if (!read) return read.error();
            return restore.prove();
        });
        if (!done) return done.error();
        return restore.sums;
    };
    return workspace.stores().write(work);
}

} // namespace vox
