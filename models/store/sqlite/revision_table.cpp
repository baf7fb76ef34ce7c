#include "models/store/sqlite/revision_table.h"
#include "models/documents/canonical_json.h"
#include "models/store/page_place.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString &tombstoneHash()
{
    static const QString hash = sha256Hex(tombstoneContent());
    return hash;
}
} // namespace

Result<bool> RevisionTable::has(const RevisionId &id)
{
    auto query = m_db.query("select 1 from revision where id = ?", id);
    if (!query) return query.error();
    return query->next();
}

Result<bool> RevisionTable::isErased(const QString &contentSha256)
{
    auto query = m_db.query("select 1 from erasure where content_sha256 = ?", contentSha256);
    if (!query) return query.error();
    return query->next();
}

Result<QList<RevisionId>> RevisionTable::heads(const QString &document)
{
    auto query = m_db.query("select h.revision from head h join revision r on r.id = h.revision where h.document = ? "
                            "order by r.content_sha256 = ?, r.created_utc_ms desc, r.id",
                            document, tombstoneHash());
    if (!query) return query.error();
    QList<RevisionId> out;
    while (true) {
        const auto row = query->next();
        if (!row) return row.error();
        if (!*row) return out;
        out.append(query->text(0));
    }
}

Result<QStringList> RevisionTable::parents(const RevisionId &id)
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

Result<void> RevisionTable::add(const Revision &revision, const RevisionId &id, const std::optional<QByteArray> &content, const QString &name)
{
    const QString document = revision.document.text();
    auto wrote = m_db.run("insert into document(id, kind, name, folded, schema, changed_utc_ms) values(?, ?, ?, ?, ?, ?) "
                          "on conflict(id) do nothing",
                          document, revision.kind, name, foldedName(name), revision.schema, revision.created.value);
    if (wrote && content)
        wrote = m_db.run("insert into content(sha256, bytes) select ?1, ?2 where not exists("
                         "select 1 from erasure where content_sha256 = ?1) on conflict(sha256) do nothing",
                         revision.contentSha256, *content);
    if (wrote)
        wrote = m_db.run("insert into revision(id, document, kind, schema, author, created_utc_ms, message, content_sha256, name) "
                         "values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         id, document, revision.kind, revision.schema, revision.author, revision.created.value, revision.message,
                         revision.contentSha256, name);
    for (const QString &parent : revision.parents) {
        if (wrote) wrote = m_db.run("insert into revision_parent(revision, parent) values(?, ?)", id, parent);
        if (wrote) wrote = m_db.run("delete from head where document = ? and revision = ?", document, parent);
    }
    // Nothing names it as a parent yet: parents come before their children.
    if (wrote) wrote = m_db.run("insert into head(document, revision) values(?, ?)", document, id);
    return wrote;
}

Result<void> RevisionTable::refresh(const QString &document)
{
    auto query = m_db.query("select r.name, r.schema, r.created_utc_ms, r.content_sha256 = ?1, d.name, d.changed_utc_ms, "
                            "exists(select 1 from working_copy w where w.document = d.id) from document d "
                            "join head h on h.document = d.id join revision r on r.id = h.revision where d.id = ?2 "
                            "order by r.content_sha256 = ?1, r.created_utc_ms desc, r.id limit 1",
                            tombstoneHash(), document);
    if (!query) return query.error();
    const auto row = query->next();
    if (!row) return row.error();
    if (!*row) return {};
    const bool copied = query->integer(6) != 0;
    const QString headName = query->text(0), standing = query->text(4);
    const QString name = copied || headName.isEmpty() ? standing : headName;
    const qint64 changed = copied ? query->integer(5) : query->integer(2);
    return m_db.run("update document set name = ?, folded = ?, schema = ?, changed_utc_ms = ?, deleted = ? where id = ?", name, foldedName(name),
                    query->integer(1), changed, query->integer(3), document);
}

Result<bool> RevisionTable::erase(const QString &contentSha256)
{
    const auto known = isErased(contentSha256);
    if (!known || *known) return known ? Result<bool>(false) : known;
    // What is freed is overwritten, too.
    auto done = m_db.runScript("pragma secure_delete = on");
    if (done) done = m_db.run("insert into erasure(content_sha256) values(?)", contentSha256);
    if (done) done = discardCopiesOf(contentSha256);
    if (done) done = m_db.run("delete from content where sha256 = ?", contentSha256);
    if (!done) return done.error();
    return true;
}

Result<void> RevisionTable::discardCopiesOf(const QString &contentSha256)
{
    QStringList documents;
    {
        auto query = m_db.query("select distinct w.document, w.content from working_copy w join revision r on r.document = w.document "
                                "where r.content_sha256 = ?",
                                contentSha256);
        if (!query) return query.error();
        while (true) {
            const auto row = query->next();
            if (!row) return row.error();
            if (!*row) break;
            if (sha256Hex(query->blob(1)) == contentSha256) documents.append(query->text(0));
        }
    }
    for (const QString &document : documents) {
        auto done = m_db.run("delete from working_copy where document = ?", document);
        if (done) done = refresh(document);
        if (!done) return done;
    }
    return {};
}

} // namespace vox
