#include "models/store/sqlite/sqlite_documents.h"
#include "models/store/feed_entries.h"
#include "models/store/page_place.h"
#include "models/store/replica_check.h"
#include <algorithm>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QString &what, const QString &name) { return Error(Error::Code::NotFound, {what, name}); }

const QByteArray revisionColumns =
    "select r.id, r.document, r.kind, r.schema, r.author, r.created_utc_ms, r.message, r.content_sha256, "
    "exists(select 1 from content c where c.sha256 = r.content_sha256) from revision r ";
const QByteArray revisionById = revisionColumns + "where r.id = ?";
const QByteArray revisionsOfDocument = revisionColumns + "where r.document = ? and r.number < ? order by r.number desc limit ?";

const QByteArray rowColumns = "select d.id, d.kind, d.name, d.schema, d.changed_utc_ms, d.deleted, w.document is not null "
                              "from document d left join working_copy w on w.document = d.id ";
const QByteArray rowsOfKind = rowColumns + "where d.kind = ? and d.deleted = ?";
const QByteArray rowById = rowColumns + "where d.id = ?";
const QByteArray pageByName = rowColumns + "where d.kind = ?1 and d.deleted = ?2 and (?3 = '' or instr(d.folded, ?3) > 0) "
                                           "and (d.folded, d.id) > (?4, ?5) and (?6 = 0 or (select count(*) from head h where h.document = d.id) > 1) "
                                           "order by d.folded, d.id";
const QByteArray pageByChange = rowColumns + "where d.kind = ?1 and d.deleted = ?2 and (?3 = '' or instr(d.folded, ?3) > 0) "
                                             "and (d.changed_utc_ms, d.id) < (?4, ?5) and (?6 = 0 or (select count(*) from head h where h.document = d.id) > 1) "
                                             "order by d.changed_utc_ms desc, d.id desc";

} // namespace

Result<DocumentRow> SqliteDocuments::readRow(Statement &row)
{
    DocumentRow out;
    out.id = DocumentId::parse(row.text(0)).value_or(DocumentId());
    out.kind = row.text(1);
    out.name = row.text(2);
    out.schema = int(row.integer(3));
    out.changed = {row.integer(4)};
    out.deleted = row.integer(5) != 0;
    out.hasWorkingCopy = row.integer(6) != 0;
    auto heads = m_revisions.heads(row.text(0));
    if (!heads) return heads.error();
    out.heads = *heads;
    return out;
}

Result<QList<DocumentRow>> SqliteDocuments::readRows(Statement &query)
{
    QList<DocumentRow> rows;
    while (true) {
        const auto more = query.next();
        if (!more) return more.error();
        if (!*more) return rows;
        auto row = readRow(query);
        if (!row) return row.error();
        rows.append(*row);
    }
}

Result<QList<DocumentRow>> SqliteDocuments::list(const QString &kind, Deleted which)
{
    auto query = m_db.query(rowsOfKind.constData(), kind, which == Deleted::Only ? 1 : 0);
    if (!query) return query.error();
    auto rows = readRows(*query);
    if (!rows) return rows;
    std::sort(rows->begin(), rows->end(), [](const DocumentRow &a, const DocumentRow &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return rows;
}

Result<DocumentStore::Page> SqliteDocuments::page(const Query &asked)
{
    const auto place = PagePlace::of(asked);
    if (!place) return place.error();
    const int deleted = asked.which == Deleted::Only ? 1 : 0;
    const QString part = foldedName(asked.name);
    auto query = asked.sort == Sort::Name
        ? m_db.query(pageByName.constData(), asked.kind, deleted, part, place->folded, place->id, asked.inConflict ? 1 : 0)
        : m_db.query(pageByChange.constData(), asked.kind, deleted, part, place->changed, place->id, asked.inConflict ? 1 : 0);
    if (!query) return query.error();
    const TypedWords words(asked.text, m_stems);
    Page page;
    while (page.rows.size() <= asked.limit) {
        const auto more = query->next();
        if (!more) return more.error();
        if (!*more) return page;
        const auto row = readRow(*query);
        if (!row) return row.error();
        const auto fits = words.isEmpty() ? Result<bool>(true) : says(*row, words);
        if (!fits) return fits.error();
        if (*fits) page.rows.append(*row);
    }
    page.rows.removeLast();
    page.next = PagePlace::after(page.rows.last()).text(asked.sort);
    return page;
}

// One desk's documents are few enough to be read; an index would slow every key that is pressed.
Result<bool> SqliteDocuments::says(const DocumentRow &row, const TypedWords &words)
{
    const auto bytes = row.heads.isEmpty() ? Result<QByteArray>(QByteArray()) : content(row.head());
    if (!bytes && bytes.error().code != Error::Code::NotFound) return bytes.error();
    return words.standIn(searchWords(documentText(row.name, bytes ? *bytes : QByteArray()), m_stems));
}

Result<DocumentRow> SqliteDocuments::find(DocumentId id)
{
    auto query = m_db.query(rowById.constData(), id.text());
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return notFound(u"document"_s, id.text());
    return readRow(*query);
}

Result<std::optional<WorkingCopy>> SqliteDocuments::workingCopy(DocumentId id)
{
    auto query = m_db.query("select w.base, w.schema, w.content, w.changed_utc_ms, w.stamp, d.name from working_copy w "
                            "join document d on d.id = w.document where w.document = ?",
                            id.text());
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return std::optional<WorkingCopy>();
    return std::optional(WorkingCopy{id, query->text(0), int(query->integer(1)), query->blob(2), query->text(5), {query->integer(3)},
                                     query->integer(4)});
}

Result<qint64> SqliteDocuments::putWorkingCopy(const WorkingCopy &copy, const QString &kind)
{
    const QString id = copy.document.text();
    const qint64 stamp = copy.stamp + 1;
    const auto done = m_db.transaction([&]() -> Result<void> {
        auto stored = m_db.query("select coalesce((select stamp from working_copy where document = ?), 0)", id);
        if (!stored) return stored.error();
        const auto row = stored->next();
        if (!row) return row.error();
        if (stored->integer(0) != copy.stamp) return Error(Error::Code::Conflict, {copy.name});
        auto wrote = m_db.run("insert into document(id, kind, name, folded, schema, changed_utc_ms) values(?, ?, ?, ?, ?, ?) "
                              "on conflict(id) do update set name = excluded.name, folded = excluded.folded, "
                              "changed_utc_ms = excluded.changed_utc_ms",
                              id, kind, copy.name, foldedName(copy.name), copy.schema, copy.changed.value);
        if (!wrote) return wrote;
        return m_db.run("insert into working_copy(document, base, schema, content, changed_utc_ms, stamp) values(?, ?, ?, ?, ?, ?) "
                        "on conflict(document) do update set base = excluded.base, schema = excluded.schema, "
                        "content = excluded.content, changed_utc_ms = excluded.changed_utc_ms, stamp = excluded.stamp",
                        id, copy.base, copy.schema, copy.content, copy.changed.value, stamp);
    });
    if (!done) return done.error();
    return stamp;
}

Result<void> SqliteDocuments::discardWorkingCopy(DocumentId id)
{
    return m_db.transaction([&]() -> Result<void> {
        auto done = m_db.run("delete from working_copy where document = ?", id.text());
        if (done && m_db.changes() > 0) done = m_revisions.refresh(id.text());
        return done;
    });
}

Result<RevisionId> SqliteDocuments::addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy)
{
    if (auto fine = checkRevision(revision, content); !fine) return fine.error();
    const RevisionId id = revision.id();
    const QString listed = listName(name);
    const auto done = m_db.transaction([&]() -> Result<void> {
        const auto known = m_revisions.has(id);
        if (!known) return known.error();
        if (*known) return {};
        const auto erased = m_revisions.isErased(revision.contentSha256);
        if (!erased) return erased.error();
        if (*erased) return Error(Error::Code::BadValue, {u"content_sha256"_s, revision.contentSha256}, u"erased for good"_s);
        auto wrote = checkHeads(revision);
        if (wrote) wrote = m_revisions.add(revision, id, content, listed);
        if (wrote && copy == Copy::Discard) wrote = m_db.run("delete from working_copy where document = ?", revision.document.text());
        if (wrote) wrote = m_revisions.refresh(revision.document.text());
        if (wrote) wrote = m_feed.add(revisedEntry(revision, id, listed, Origin::Here));
        return wrote;
    });
    if (!done) return done.error();
    return id;
}

Result<void> SqliteDocuments::checkHeads(const Revision &revision)
{
    const QString document = revision.document.text();
    const auto now = m_revisions.heads(document);
    if (!now) return now.error();
    // A document with a history has no second beginning.
    bool current = !revision.parents.isEmpty() || now->isEmpty();
    for (const QString &parent : revision.parents) current = current && now->contains(parent);
    return current ? Result<void>() : Error(Error::Code::Conflict, {document});
}

Result<StoredRevision> SqliteDocuments::read(Statement &row)
{
    StoredRevision out;
    out.id = row.text(0);
    out.header.document = DocumentId::parse(row.text(1)).value_or(DocumentId());
    out.header.kind = row.text(2);
    out.header.schema = int(row.integer(3));
    out.header.author = row.text(4);
    out.header.created = {row.integer(5)};
    out.header.message = row.text(6);
    out.header.contentSha256 = row.text(7);
    out.contentErased = row.integer(8) == 0;
    const auto parents = m_revisions.parents(out.id);
    if (!parents) return parents.error();
    out.header.parents = *parents;
    return out;
}

Result<StoredRevision> SqliteDocuments::revision(const RevisionId &id)
{
    auto query = m_db.query(revisionById.constData(), id);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return notFound(u"revision"_s, id);
    return read(*query);
}

Result<QByteArray> SqliteDocuments::content(const RevisionId &id)
{
    auto query = m_db.query("select c.bytes from revision r join content c on c.sha256 = r.content_sha256 where r.id = ?", id);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return notFound(u"revision"_s, id);
    return query->blob(0);
}

// Where the history goes on: behind everything, or at the number of that revision.
Result<qint64> SqliteDocuments::placeOf(DocumentId id, const RevisionId &after)
{
    if (after.isEmpty()) return std::numeric_limits<qint64>::max();
    auto query = m_db.query("select number from revision where id = ? and document = ?", after, id.text());
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return Error(Error::Code::BadValue, {u"after"_s, after.left(80)});
    return query->integer(0);
}

Result<QList<StoredRevision>> SqliteDocuments::history(DocumentId id, int limit, const RevisionId &after)
{
    const auto place = placeOf(id, after);
    if (!place) return place.error();
    auto query = m_db.query(revisionsOfDocument.constData(), id.text(), *place, limit);
    if (!query) return query.error();
    QList<StoredRevision> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        auto revision = read(*query);
        if (!revision) return revision.error();
        out.append(*revision);
    }
}

Result<DocumentStore::Open> SqliteDocuments::open(DocumentId id)
{
    auto row = find(id);
    if (!row) return row.error();
    auto bytes = content(row->head());
    if (!bytes && bytes.error().code != Error::Code::NotFound) return bytes.error();
    return Open{*std::move(row), bytes ? std::optional(*std::move(bytes)) : std::nullopt};
}

} // namespace vox
