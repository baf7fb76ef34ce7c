#include "models/store/postgres/postgres_documents.h"
#include "models/store/feed_entries.h"
#include "models/store/page_place.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QString &what, const QString &name) { return Error(Error::Code::NotFound, {what, name}); }

const QByteArray rowValues = "select d.id, d.kind, d.name, d.schema, d.changed_utc_ms, d.deleted, w.document is not null, array_to_string(d.heads, ',')";
const QByteArray rowTables = " from document d left join working_copy w on w.workspace = d.workspace and w.document = d.id ";
const QByteArray rowColumns = rowValues + rowTables + "where d.workspace = $1 ";
const QByteArray openById = rowValues + ", c.bytes" + rowTables + "left join revision r on r.workspace = d.workspace and r.id = d.heads[1] "
                            "left join content c on c.workspace = r.workspace and c.sha256 = r.content_sha256 where d.workspace = $1 and d.id = $2";
const QByteArray rowsOfKind = rowColumns + "and d.kind = $2 and d.deleted = $3";
const QByteArray rowById = rowColumns + "and d.id = $2";
const QByteArray byName = "and (d.folded, d.id) > ($4, $5) order by d.folded, d.id limit $6";
const QByteArray byChange = "and (d.changed_utc_ms, d.id) < ($4, $5) order by d.changed_utc_ms desc, d.id desc limit $6";
const QByteArray nameHas = " and d.folded like $7 ";
const QByteArray textHas = " and exists(select 1 from document_words t where t.workspace = d.workspace and t.document = d.id and t.words @@ $8::tsquery) ";
// Few ever are: asked first by their own index, since the planner takes a third of all for split.
const QByteArray isSplit = " and d.id = any(array(select s.id from document s where s.workspace = $1 and cardinality(s.heads) > 1)) ";

// A pattern that finds the text itself anywhere.
QString anywhere(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

const QByteArray revisionColumns =
    "select r.id, r.document, r.kind, r.schema, r.author, r.created_utc_ms, r.message, r.content_sha256, array_to_string(r.parents, ','), "
    "exists(select 1 from content c where c.workspace = r.workspace and c.sha256 = r.content_sha256) from revision r where r.workspace = $1 ";

const QByteArray historyOf = revisionColumns + "and r.document = $2 order by r.number desc limit $3";
const QByteArray historyAfter = revisionColumns + "and r.document = $2 and r.number < (select x.number from revision x where x.workspace = $1 and "
                                "x.id = $4 and x.document = $2) order by r.number desc limit $3";

DocumentRow readRow(const Rows &rows, int row)
{
    DocumentRow out;
    out.id = DocumentId(rows.uuid(row, 0));
    out.kind = rows.text(row, 1);
    out.name = rows.text(row, 2);
    out.schema = int(rows.integer(row, 3));
    out.changed = {rows.integer(row, 4)};
    out.deleted = rows.truth(row, 5);
    out.hasWorkingCopy = rows.truth(row, 6);
    out.heads = rows.text(row, 7).split(u',', Qt::SkipEmptyParts);
    return out;
}

QList<DocumentRow> readRows(const Rows &rows)
{
    QList<DocumentRow> out;
    out.reserve(rows.size());
    for (int row = 0; row < rows.size(); ++row) out.append(readRow(rows, row));
    return out;
}

StoredRevision readRevision(const Rows &rows, int row)
{
    StoredRevision out;
    out.id = rows.text(row, 0);
    out.header.document = DocumentId(rows.uuid(row, 1));
    out.header.kind = rows.text(row, 2);
    out.header.schema = int(rows.integer(row, 3));
    out.header.author = rows.text(row, 4);
    out.header.created = {rows.integer(row, 5)};
    out.header.message = rows.text(row, 6);
    out.header.contentSha256 = rows.text(row, 7);
    out.header.parents = rows.text(row, 8).split(u',', Qt::SkipEmptyParts);
    out.header.parents.sort();
    out.contentErased = !rows.truth(row, 9);
    return out;
}

} // namespace

Result<QList<DocumentRow>> PostgresDocuments::list(const QString &kind, Deleted which)
{
    const auto found = m_db.read(rowsOfKind, m_workspace.uuid(), kind, which == Deleted::Only);
    if (!found) return found.error();
    auto rows = readRows(*found);
    std::sort(rows.begin(), rows.end(), [](const DocumentRow &a, const DocumentRow &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return rows;
}

// The statement is put together from what narrows it, so that each has an index to go by.
template <typename Ask> auto PostgresDocuments::askPage(const Query &asked, const PagePlace &place, const QString &words, const Ask &ask)
{
    QByteArray sql = rowsOfKind + ' ';
    if (!asked.name.isEmpty()) sql += nameHas;
    if (!words.isEmpty()) sql += textHas;
    if (asked.inConflict) sql += isSplit;
    const QString part = anywhere(foldedName(asked.name));
    const bool deleted = asked.which == Deleted::Only;
    const QUuid id(place.id);
    if (asked.sort == Sort::Name) return ask(sql + byName, m_workspace.uuid(), asked.kind, deleted, place.folded, id, asked.limit + 1, part, words);
    return ask(sql + byChange, m_workspace.uuid(), asked.kind, deleted, place.changed, id, asked.limit + 1, part, words);
}

void PostgresDocuments::foreseePage(const Query &asked)
{
    const auto place = PagePlace::of(asked);
    if (!place || !asked.text.isEmpty() || !asked.name.isEmpty()) return; // searching takes its time: nobody else waits for it
    askPage(asked, *place, {}, [&](const QByteArray &sql, const auto &...values) { m_db.foresee(sql, values...); });
}

Result<DocumentStore::Page> PostgresDocuments::page(const Query &asked)
{
    const auto place = PagePlace::of(asked);
    if (!place) return place.error();
    const QString words = m_words.query(asked.text);
    if (!words.isEmpty())
        if (const auto ready = m_words.catchUp(); !ready) return ready.error();
    const auto found = askPage(asked, *place, words, [&](const QByteArray &sql, const auto &...values) {
        return words.isEmpty() && asked.name.isEmpty() ? m_db.read(sql, values...) : m_db.search(sql, values...);
    });
    if (!found) return found.error();
    Page page{readRows(*found), {}};
    if (page.rows.size() <= asked.limit) return page;
    page.rows.removeLast();
    page.next = PagePlace::after(page.rows.last()).text(asked.sort);
    return page;
}

Result<DocumentRow> PostgresDocuments::find(DocumentId id)
{
    const auto rows = m_db.read(rowById, m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(u"document"_s, id.text());
    return readRow(*rows, 0);
}

Result<std::optional<WorkingCopy>> PostgresDocuments::workingCopy(DocumentId id)
{
    const auto rows = m_db.read("select w.base, w.schema, w.content, w.changed_utc_ms, w.stamp, d.name from working_copy w "
                                "join document d on d.workspace = w.workspace and d.id = w.document where w.workspace = $1 and w.document = $2",
                                m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return std::optional<WorkingCopy>();
    return std::optional(WorkingCopy{id, rows->text(0, 0), int(rows->integer(0, 1)), rows->blob(0, 2), rows->text(0, 5), {rows->integer(0, 3)},
                                     rows->integer(0, 4)});
}

Result<qint64> PostgresDocuments::putWorkingCopy(const WorkingCopy &copy, const QString &kind)
{
    const auto done = m_db.transaction([&] { return putOne(copy, kind); });
    if (!done) return done.error();
    return copy.stamp + 1;
}

Result<void> PostgresDocuments::putOne(const WorkingCopy &copy, const QString &kind)
{
    m_chronicle.touch();
    const QString name = listName(copy.name);
    const QUuid workspace = m_workspace.uuid(), id = copy.document.uuid();
    // Locks the document's row, so that the stamp read next stays what it is.
    auto wrote = m_db.write("insert into document(workspace, id, kind, name, folded, schema, changed_utc_ms) values($1, $2, $3, $4, $5, $6, $7) "
                            "on conflict(workspace, id) do update set name = excluded.name, folded = excluded.folded, "
                            "changed_utc_ms = excluded.changed_utc_ms",
                            workspace, id, kind, name, foldedName(name), copy.schema, copy.changed.value);
    if (!wrote) return wrote.error();
    const auto stored = m_db.read("select stamp from working_copy where workspace = $1 and document = $2", workspace, id);
    if (!stored) return stored.error();
    if ((stored->isEmpty() ? 0 : stored->integer(0, 0)) != copy.stamp) return Error(Error::Code::Conflict, {copy.name});
    wrote = m_db.write("insert into working_copy(workspace, document, base, schema, content, changed_utc_ms, stamp) values($1, $2, $3, $4, $5, $6, $7) "
                       "on conflict(workspace, document) do update set base = excluded.base, schema = excluded.schema, "
                       "content = excluded.content, changed_utc_ms = excluded.changed_utc_ms, stamp = excluded.stamp",
                       workspace, id, copy.base, copy.schema, copy.content, copy.changed.value, copy.stamp + 1);
    if (!wrote) return wrote.error();
    return {};
}

Result<void> PostgresDocuments::discardWorkingCopy(DocumentId id)
{
    return m_db.transaction(
        [&]() -> Result<void> {
            const auto locked = m_db.write("select 1 from document where workspace = $1 and id = $2 for update", m_workspace.uuid(), id.uuid());
            if (!locked) return locked.error();
            const auto gone = m_db.write("delete from working_copy where workspace = $1 and document = $2", m_workspace.uuid(), id.uuid());
            if (!gone) return gone.error();
            if (gone->affected() == 0) return {};
            m_chronicle.touch();
            const auto heads = m_revisions.lock({{id, {}}});
            if (!heads) return heads.error();
            return m_revisions.refresh(*heads);
        },
        Connection::Repeat::Allowed);
}

Result<RevisionId> PostgresDocuments::addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy)
{
    if (auto fine = checkRevision(revision, content); !fine) return fine.error();
    const CheckedRevision checked{revision.id(), revision, content, listName(name)};
    const auto done = m_db.isInTransaction() ? add(checked, copy) : m_db.transaction([&] { return add(checked, copy); }, Connection::Repeat::Allowed);
    if (!done) return done.error();
    return checked.id;
}

// Nearly always nothing stands in the way and one statement does it all.
Result<void> PostgresDocuments::add(const CheckedRevision &revision, Copy copy)
{
    const auto added = m_revisions.addAtOnce(revision, copy);
    if (!added) return added.error();
    if (!*added) return m_db.transaction([&] { return addOne(revision, copy); });
    m_chronicle.tell(revisedEntry(revision.header, revision.id, revision.name, Origin::Here));
    return {};
}

Result<void> PostgresDocuments::addOne(const CheckedRevision &revision, Copy copy)
{
    const DocumentId document = revision.header.document;
    auto heads = m_revisions.lock({{document, {revision.header.kind, revision.name}}});
    if (!heads) return heads.error();
    const auto standing = m_revisions.standing(revision);
    if (!standing) return standing.error();
    if (standing->isThere) return {};
    if (standing->isErased) return Error(Error::Code::BadValue, {u"content_sha256"_s, revision.header.contentSha256}, u"erased for good"_s);
    const QList<RevisionId> now = heads->value(document);
    // A document with a history has no second beginning.
    bool current = !revision.header.parents.isEmpty() || now.isEmpty();
    for (const RevisionId &parent : revision.header.parents) current = current && now.contains(parent);
    if (!current) return Error(Error::Code::Conflict, {document.text()});
    if (auto done = m_revisions.add({revision}, *heads, copy); !done) return done;
    m_chronicle.tell(revisedEntry(revision.header, revision.id, revision.name, Origin::Here));
    return m_revisions.refresh(*heads);
}

Result<StoredRevision> PostgresDocuments::revision(const RevisionId &id)
{
    const auto rows = m_db.read(revisionColumns + "and r.id = $2", m_workspace.uuid(), id);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(u"revision"_s, id);
    return readRevision(*rows, 0);
}

Result<QByteArray> PostgresDocuments::content(const RevisionId &id)
{
    const auto rows = m_db.read("select c.bytes from revision r join content c on c.workspace = r.workspace and c.sha256 = r.content_sha256 "
                                "where r.workspace = $1 and r.id = $2",
                                m_workspace.uuid(), id);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(u"revision"_s, id);
    return rows->blob(0, 0);
}

Result<QList<StoredRevision>> PostgresDocuments::history(DocumentId id, int limit, const RevisionId &after)
{
    const auto rows = after.isEmpty() ? m_db.read(historyOf, m_workspace.uuid(), id.uuid(), limit)
                                      : m_db.read(historyAfter, m_workspace.uuid(), id.uuid(), limit, after);
    if (!rows) return rows.error();
    if (rows->isEmpty() && !after.isEmpty()) {
        const auto known = m_revisions.documentsOf({after});
        if (!known) return known.error();
        if (known->value(after) != id) return Error(Error::Code::BadValue, {u"after"_s, after.left(80)});
    }
    QList<StoredRevision> out;
    for (int row = 0; row < rows->size(); ++row) out.append(readRevision(*rows, row));
    return out;
}

void PostgresDocuments::foreseeHistory(DocumentId id, int limit, const RevisionId &after)
{
    if (after.isEmpty()) m_db.foresee(historyOf, m_workspace.uuid(), id.uuid(), limit);
}

Result<DocumentStore::Open> PostgresDocuments::open(DocumentId id)
{
    const auto rows = m_db.read(openById, m_workspace.uuid(), id.uuid());
    if (!rows) return rows.error();
    if (rows->isEmpty()) return notFound(u"document"_s, id.text());
    Open out{readRow(*rows, 0), {}};
    if (!rows->isNull(0, 8)) out.content = rows->blob(0, 8);
    return out;
}

void PostgresDocuments::foreseeOpen(DocumentId id) { m_db.foresee(openById, m_workspace.uuid(), id.uuid()); }

} // namespace vox
