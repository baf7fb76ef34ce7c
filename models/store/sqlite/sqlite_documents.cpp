#include "models/store/sqlite/sqlite_documents.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const QString &what, const QString &name) { return Error(Error::Code::NotFound, {what, name}); }

const QByteArray revisionColumns =
    "select r.id, r.document, r.kind, r.schema, r.author, r.created_utc_ms, r.message, r.content_sha256, "
    "exists(select 1 from content c where c.sha256 = r.content_sha256) from revision r ";
const QByteArray revisionById = revisionColumns + "where r.id = ?";
const QByteArray revisionsOfDocument = revisionColumns + "where r.document = ? order by r.number desc limit ?";

const QByteArray rowColumns = "select d.id, d.kind, d.name, d.schema, d.changed_utc_ms, d.deleted, w.document is not null "
                              "from document d left join working_copy w on w.document = d.id ";
const QByteArray rowsOfKind = rowColumns + "where d.kind = ? and d.deleted = ?";
const QByteArray rowById = rowColumns + "where d.id = ?";

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
    auto heads = this->heads(row.text(0));
    if (!heads) return heads.error();
    out.heads = *heads;
    return out;
}

Result<QList<DocumentRow>> SqliteDocuments::list(const QString &kind, Deleted which)
{
    auto query = m_db.query(rowsOfKind.constData(), kind, which == Deleted::Only ? 1 : 0);
    if (!query) return query.error();
    QList<DocumentRow> rows;
    while (true) {
        const auto more = query->next();
        if (!more) return more.error();
        if (!*more) break;
        auto row = readRow(*query);
        if (!row) return row.error();
        rows.append(*row);
    }
    std::sort(rows.begin(), rows.end(), [](const DocumentRow &a, const DocumentRow &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return rows;
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
        auto wrote = m_db.run("insert into document(id, kind, name, schema, changed_utc_ms) values(?, ?, ?, ?, ?) "
                              "on conflict(id) do update set name = excluded.name, changed_utc_ms = excluded.changed_utc_ms",
                              id, kind, copy.name, copy.schema, copy.changed.value);
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
    return m_db.run("delete from working_copy where document = ?", id.text());
}

Result<RevisionId> SqliteDocuments::addRevision(const Revision &revision, const QByteArray &content, const QString &name, Copy copy)
{
    const RevisionId id = revision.id();
    const QString document = revision.document.text();
    const auto done = m_db.transaction([&]() -> Result<void> {
        auto known = m_db.query("select 1 from revision where id = ?", id);
        if (!known) return known.error();
        const auto there = known->next();
        if (!there) return there.error();
        if (*there) return {};
        auto wrote = m_db.run("insert into document(id, kind, name, schema, changed_utc_ms, deleted) values(?, ?, ?, ?, ?, ?) "
                              "on conflict(id) do update set name = excluded.name, schema = excluded.schema, "
                              "changed_utc_ms = excluded.changed_utc_ms, deleted = excluded.deleted",
                              document, revision.kind, name, revision.schema, revision.created.value, revision.isTombstone() ? 1 : 0);
        if (wrote) wrote = writeRevision(revision, id, content);
        if (wrote) wrote = moveHeads(revision, id);
        if (wrote && copy == Copy::Discard) wrote = discardWorkingCopy(revision.document);
        return wrote;
    });
    if (!done) return done.error();
    return id;
}

Result<void> SqliteDocuments::writeRevision(const Revision &revision, const RevisionId &id, const QByteArray &content)
{
    auto wrote = m_db.run("insert into content(sha256, bytes) values(?, ?) on conflict(sha256) do nothing", revision.contentSha256, content);
    if (wrote)
        wrote = m_db.run("insert into revision(id, document, kind, schema, author, created_utc_ms, message, content_sha256) "
                         "values(?, ?, ?, ?, ?, ?, ?, ?)",
                         id, revision.document.text(), revision.kind, revision.schema, revision.author, revision.created.value,
                         revision.message, revision.contentSha256);
    for (const QString &parent : revision.parents)
        if (wrote) wrote = m_db.run("insert into revision_parent(revision, parent) values(?, ?)", id, parent);
    return wrote;
}

Result<void> SqliteDocuments::moveHeads(const Revision &revision, const RevisionId &id)
{
    const QString document = revision.document.text();
    const auto now = heads(document);
    if (!now) return now.error();
    // A document with a history has no second beginning.
    if (revision.parents.isEmpty() && !now->isEmpty()) return Error(Error::Code::Conflict, {document});
    for (const QString &parent : revision.parents) {
        if (!now->contains(parent)) return Error(Error::Code::Conflict, {document});
        if (auto gone = m_db.run("delete from head where document = ? and revision = ?", document, parent); !gone) return gone;
    }
    return m_db.run("insert into head(document, revision) values(?, ?)", document, id);
}

Result<QList<RevisionId>> SqliteDocuments::heads(const QString &document)
{
    auto query = m_db.query("select h.revision from head h join revision r on r.id = h.revision where h.document = ? "
                            "order by r.created_utc_ms desc, r.id",
                            document);
    if (!query) return query.error();
    QList<RevisionId> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.append(query->text(0));
    }
}

Result<QStringList> SqliteDocuments::parents(const RevisionId &id)
{
    auto query = m_db.query("select parent from revision_parent where revision = ? order by parent", id);
    if (!query) return query.error();
    QStringList out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.append(query->text(0));
    }
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
    const auto parents = this->parents(out.id);
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

Result<QList<StoredRevision>> SqliteDocuments::history(DocumentId id, int limit)
{
    auto query = m_db.query(revisionsOfDocument.constData(), id.text(), limit);
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

} // namespace vox
