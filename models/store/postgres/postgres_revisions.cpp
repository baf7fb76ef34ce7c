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

Result<PostgresRevisions::Heads> PostgresRevisions::lock(const QMap<DocumentId, QString> &documents)
{
    QList<QUuid> ids;
    QStringList kinds;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) {
        ids.append(it.key().uuid());
        kinds.append(it.value());
    }
    auto heads = lockThose(ids);
    if (!heads || heads->size() == documents.size()) return heads;
    const auto made = m_db.write("insert into document(workspace, id, kind, name, folded, schema, changed_utc_ms) "
                                 "select $1, d.id, d.kind, '', '', 1, 0 from unnest($2, $3) as d(id, kind) order by d.id "
                                 "on conflict do nothing",
                                 m_workspace.uuid(), ids, kinds);
    if (!made) return made.error();
    return lockThose(ids);
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
    QMap<DocumentId, QString> documents;
    for (int row = 0; row < gone->size(); ++row) documents.insert(DocumentId(gone->uuid(row, 0)), {});
    if (documents.isEmpty()) return {};
    const auto heads = lock(documents);
    if (!heads) return heads.error();
    return refresh(*heads);
}

} // namespace vox
