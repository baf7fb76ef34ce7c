#include "models/store/postgres/postgres_revisions.h"
#include "models/documents/canonical_json.h"
#include "models/store/page_place.h"
#include <QSet>
#include <QtEndian>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString &tombstoneHash()
{
    static const QString hash = sha256Hex(tombstoneContent());
    return hash;
}

const QByteArray insertContents = "insert into content(workspace, sha256, bytes) select $1, c.sha256, c.bytes from unnest($2, $3) as c(sha256, bytes) "
                                  "where not exists(select 1 from erasure e where e.workspace = $1 and e.content_sha256 = c.sha256) "
                                  "order by c.sha256 on conflict do nothing";
// Contents, headers and what becomes of working copies in one statement: a write costs few journeys.
const QByteArray insertRevisions =
    "with kept as (" + insertContents + "), gone as (delete from working_copy where workspace = $1 and document = any($5) and $15) "
    "insert into revision(workspace, id, document, kind, schema, author, created_utc_ms, message, content_sha256, name, folded, parents) "
    "select $1, r.id, r.document, r.kind, r.schema, r.author, r.created, r.message, r.content, r.name, r.folded, string_to_array(r.parents, ',') "
    "from unnest($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) with ordinality "
    "as r(id, document, kind, schema, author, created, message, content, name, folded, parents, nth) order by r.nth";
// $1 workspace, $2 document, $3 kind, $4 name, $5 folded, $6 schema, $7 time, $8 tombstone, $9 revision, $10 hash and $11 bytes of the content,
// $12 author, $13 message, $14 parents, $15 whether a working copy goes. Nothing is written when `d` is empty.
const QByteArray notErased = "not exists(select 1 from erasure e where e.workspace = $1 and e.content_sha256 = $10) ";
const QByteArray withContent =
    "c as (insert into content(workspace, sha256, bytes) select $1, $10, $11 from d on conflict do nothing), "
    "r as (insert into revision(workspace, id, document, kind, schema, author, created_utc_ms, message, content_sha256, name, folded, parents) "
    "select $1, $9, $2, $3, $6, $12, $7, $13, $10, $4, $5, $14 from d) ";
const QByteArray addFirst =
    "with d as (insert into document(workspace, id, kind, name, folded, schema, changed_utc_ms, deleted, heads) "
    "select $1, $2, $3, $4, $5, $6, $7, $8, array[$9] where " + notErased + "on conflict do nothing returning 1), " + withContent +
    "select 1 from d";
const QByteArray addOnTop =
    "with d as (update document set heads = array[$9], schema = $6, deleted = $8, name = case when $4 = '' then name else $4 end, "
    "folded = case when $4 = '' then folded else $5 end, changed_utc_ms = $7 where workspace = $1 and id = $2 and heads = $14 and kind = $3 and " + notErased +
    "and ($15 or not exists(select 1 from working_copy w where w.workspace = $1 and w.document = $2)) returning 1), " + withContent +
    ", w as (delete from working_copy where workspace = $1 and document = $2 and $15 and exists(select 1 from d)) select 1 from d";
} // namespace

qint64 PostgresRevisions::contentLock() const
{
    const QByteArray id = m_workspace.uuid().toRfc4122();
    return qFromBigEndian<qint64>(id.constData()) ^ qFromBigEndian<qint64>(id.constData() + 8);
}

Result<PostgresRevisions::Heads> PostgresRevisions::lockThose(const QList<QUuid> &ids)
{
    const auto rows = m_db.write("select id, array_to_string(heads, ','), pg_advisory_xact_lock_shared($3) is null from document "
                                 "where workspace = $1 and id = any($2) order by id for update",
                                 m_workspace.uuid(), ids, contentLock());
    if (!rows) return rows.error();
    Heads heads;
    for (int row = 0; row < rows->size(); ++row)
        heads.insert(DocumentId(rows->uuid(row, 0)), rows->text(row, 1).split(u',', Qt::SkipEmptyParts));
    return heads;
}

// A new document stands in the list's index where it will stay: a row that moves leaves a dead entry behind for each reader to step over.
Result<PostgresRevisions::Heads> PostgresRevisions::lock(const QMap<DocumentId, Beginning> &documents)
{
    QList<QUuid> ids;
    QStringList kinds, names, folded;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        ids.append(it.key().uuid());
        kinds.append(it->kind);
        names.append(it->name);
        folded.append(foldedName(it->name));
    }
    auto heads = lockThose(ids);
    if (!heads || heads->size() == documents.size()) return heads;
    const auto made = m_db.write("insert into document(workspace, id, kind, name, folded, schema, changed_utc_ms) "
                                 "select $1, d.id, d.kind, d.name, d.folded, 1, 0 from unnest($2, $3, $4, $5) as d(id, kind, name, folded) order by d.id "
                                 "on conflict do nothing",
                                 m_workspace.uuid(), ids, kinds, names, folded);
    if (!made) return made.error();
    return lockThose(ids);
}

Result<bool> PostgresRevisions::addAtOnce(const CheckedRevision &revision, DocumentStore::Copy copy)
{
    const Revision &header = revision.header;
    if (header.parents.size() > 1 || !revision.content) return false;
    // A statement of its own: what follows sees what was erased before the lock was had.
    if (auto locked = m_db.writeLater("select pg_advisory_xact_lock_shared($1) is null", {}, contentLock()); !locked) return locked.error();
    const auto rows = m_db.write(header.parents.isEmpty() ? addFirst : addOnTop, m_workspace.uuid(), header.document.uuid(), header.kind, revision.name,
                                 foldedName(revision.name), header.schema, header.created.value, header.isTombstone(), revision.id, header.contentSha256,
                                 *revision.content, header.author, header.message, header.parents, copy == DocumentStore::Copy::Discard);
    if (!rows) return rows.error();
    return !rows->isEmpty();
}

Result<void> PostgresRevisions::lockContents()
{
    const auto locked = m_db.write("select pg_advisory_xact_lock($1)", contentLock());
    if (!locked) return locked.error();
    return {};
}

Result<QHash<RevisionId, DocumentId>> PostgresRevisions::documentsOf(const QStringList &revisions)
{
    const auto rows = m_db.read("select id, document from revision where workspace = $1 and id = any($2)", m_workspace.uuid(), revisions);
    if (!rows) return rows.error();
    QHash<RevisionId, DocumentId> out;
    for (int row = 0; row < rows->size(); ++row) out.insert(rows->text(row, 0), DocumentId(rows->uuid(row, 1)));
    return out;
}

Result<PostgresRevisions::Standing> PostgresRevisions::standing(const CheckedRevision &revision)
{
    const auto rows = m_db.read("select exists(select 1 from revision where workspace = $1 and id = $2), "
                                "exists(select 1 from erasure where workspace = $1 and content_sha256 = $3)",
                                m_workspace.uuid(), revision.id, revision.header.contentSha256);
    if (!rows) return rows.error();
    return Standing{rows->truth(0, 0), rows->truth(0, 1)};
}

PostgresRevisions::Contents PostgresRevisions::contentsOf(const QList<CheckedRevision> &revisions)
{
    Contents out;
    QSet<QString> seen;
    for (const CheckedRevision &revision : revisions) {
        if (!revision.content || seen.contains(revision.header.contentSha256)) continue;
        seen.insert(revision.header.contentSha256);
        out.hashes.append(revision.header.contentSha256);
        out.bytes.append(*revision.content);
    }
    return out;
}

Result<void> PostgresRevisions::addContents(const QList<CheckedRevision> &revisions)
{
    const Contents contents = contentsOf(revisions);
    if (contents.hashes.isEmpty()) return {};
    const auto done = m_db.write(insertContents, m_workspace.uuid(), contents.hashes, contents.bytes);
    if (!done) return done.error();
    return {};
}

Result<void> PostgresRevisions::add(const QList<CheckedRevision> &revisions, Heads &heads, DocumentStore::Copy copy)
{
    if (revisions.isEmpty()) return {};
    const Contents contents = contentsOf(revisions);
    QStringList ids, kinds, authors, messages, hashes, names, folded, parents;
    QList<QUuid> documents;
    QList<qint64> schemas, times;
    for (const CheckedRevision &revision : revisions) {
        const Revision &header = revision.header;
        ids.append(revision.id);
        documents.append(header.document.uuid());
        kinds.append(header.kind);
        schemas.append(header.schema);
        authors.append(header.author);
        times.append(header.created.value);
        messages.append(header.message);
        hashes.append(header.contentSha256);
        names.append(revision.name);
        folded.append(foldedName(revision.name));
        parents.append(header.parents.join(u','));
        QList<RevisionId> &standing = heads[header.document];
        for (const RevisionId &parent : header.parents) standing.removeAll(parent);
        standing.append(revision.id);
    }
    const auto done = m_db.write(insertRevisions, m_workspace.uuid(), contents.hashes, contents.bytes, ids, documents, kinds, schemas, authors, times,
                                 messages, hashes, names, folded, parents, copy == DocumentStore::Copy::Discard);
    if (!done) return done.error();
    return {};
}

Result<void> PostgresRevisions::refresh(const Heads &heads)
{
    QList<QUuid> documents;
    QStringList revisions;
    for (auto it = heads.cbegin(); it != heads.cend(); ++it) {
        if (it.value().isEmpty()) continue;
        documents.append(it.key().uuid());
        revisions.append(it.value().join(u','));
    }
    if (documents.isEmpty()) return {};
    // The newest head speaks for the document; a tombstone only when there is no other.
    const auto done = m_db.write(
        "update document d set heads = h.ids, schema = h.schemas[1], deleted = h.tombstones[1], "
        "name = case when h.copied or h.names[1] = '' then d.name else h.names[1] end, "
        "folded = case when h.copied or h.names[1] = '' then d.folded else h.folds[1] end, "
        "changed_utc_ms = case when h.copied then d.changed_utc_ms else h.times[1] end "
        "from (select x.document, array_agg(x.id order by x.nth) as ids, array_agg(x.schema order by x.nth) as schemas, "
        "  array_agg(x.tombstone order by x.nth) as tombstones, array_agg(x.name order by x.nth) as names, "
        "  array_agg(x.folded order by x.nth) as folds, array_agg(x.created_utc_ms order by x.nth) as times, "
        "  exists(select 1 from working_copy w where w.workspace = $1 and w.document = x.document) as copied "
        "  from (select t.document, r.id, r.schema, r.name, r.folded, r.created_utc_ms, r.content_sha256 = $4 as tombstone, "
        "    row_number() over (partition by t.document order by r.content_sha256 = $4, r.created_utc_ms desc, r.id) as nth "
        "    from unnest($2, $3) as t(document, heads) cross join lateral unnest(string_to_array(t.heads, ',')) as one(id) "
        "    join revision r on r.workspace = $1 and r.id = one.id) x group by x.document) h "
        "where d.workspace = $1 and d.id = h.document",
        m_workspace.uuid(), documents, revisions, tombstoneHash());
    if (!done) return done.error();
    return {};
}

Result<QStringList> PostgresRevisions::erase(const QStringList &contents)
{
    QStringList sorted = contents;
    sorted.sort();
    const auto rows = m_db.write("insert into erasure(workspace, content_sha256) select distinct $1::uuid, c from unnest($2) as c "
                                 "on conflict do nothing returning content_sha256",
                                 m_workspace.uuid(), sorted);
    if (!rows) return rows.error();
    QStringList news;
    for (int row = 0; row < rows->size(); ++row) news.append(rows->text(row, 0));
    if (news.isEmpty()) return news;
    if (auto done = discardCopiesOf(news); !done) return done.error();
    const auto gone = m_db.write("delete from content where workspace = $1 and sha256 = any($2)", m_workspace.uuid(), news);
    if (!gone) return gone.error();
    return news;
}

Result<void> PostgresRevisions::discardCopiesOf(const QStringList &contents)
{
    const auto gone = m_db.write("delete from working_copy where workspace = $1 and encode(sha256(content), 'hex') = any($2) and document in ("
                                 "select document from revision where workspace = $1 and content_sha256 = any($2)) returning document",
                                 m_workspace.uuid(), contents);
    if (!gone) return gone.error();
    QMap<DocumentId, Beginning> documents;
    for (int row = 0; row < gone->size(); ++row) documents.insert(DocumentId(gone->uuid(row, 0)), {});
    if (documents.isEmpty()) return {};
    const auto heads = lock(documents);
    if (!heads) return heads.error();
    return refresh(*heads);
}

} // namespace vox
