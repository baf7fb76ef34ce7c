#include "models/store/postgres/postgres_document_words.h"
#include "models/store/document_text.h"
#include "models/store/postgres/postgres_search.h"
#include <chrono>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 stretch = 500;                  // entries of the feed at once
constexpr auto patience = std::chrono::seconds(8); // of who searches

} // namespace

QString PostgresDocumentWords::query(const QString &typed) { return searchQuery(typed, m_stems); }

Result<void> PostgresDocumentWords::catchUp()
{
    const auto until = std::chrono::steady_clock::now() + patience;
    for (bool more = true; more;) {
        if (std::chrono::steady_clock::now() > until) return Error(Error::Code::StoreBusy, {m_db.address()}, u"the index of documents is being brought up to date"_s);
        const auto rows = m_db.read("select coalesce((select number from feed_end where workspace = $1), 0) > "
                                    "coalesce((select number from document_words_end where workspace = $1), 0)",
                                    m_workspace.uuid());
        if (!rows) return rows.error();
        if (!rows->truth(0, 0)) return {};
        const auto done = m_db.transaction(
            [&]() -> Result<void> {
                const auto stepped = step();
                if (!stepped) return stepped.error();
                more = *stepped;
                return {};
            },
            Connection::Repeat::Allowed);
        if (!done) return done.error().code == Error::Code::DiskFull ? Result<void>() : done;
    }
    return {};
}

// Whoever else searches waits for the row and finds the stretch taken.
Result<bool> PostgresDocumentWords::step()
{
    const auto made = m_db.write("insert into document_words_end(workspace) values($1) on conflict do nothing", m_workspace.uuid());
    if (!made) return made.error();
    const auto place = m_db.write("select number from document_words_end where workspace = $1 for update", m_workspace.uuid());
    if (!place) return place.error();
    const auto end = m_db.read("select number from feed_end where workspace = $1", m_workspace.uuid());
    if (!end) return end.error();
    const qint64 from = place->integer(0, 0), last = end->isEmpty() ? 0 : end->integer(0, 0), to = std::min(from + stretch, last);
    if (to <= from) return false;
    const auto documents = changed(from, to);
    if (!documents) return documents.error();
    if (const auto read = readAgain(*documents); !read) return read.error();
    const auto moved = m_db.write("update document_words_end set number = $2 where workspace = $1", m_workspace.uuid(), to);
    if (!moved) return moved.error();
    return to < last;
}

// A content that was erased takes its words with it.
Result<QList<QUuid>> PostgresDocumentWords::changed(qint64 from, qint64 to)
{
    const auto rows = m_db.read("select r.document from feed f join revision r on r.workspace = f.workspace and r.id = f.subject "
                                "where f.workspace = $1 and f.number > $2 and f.number <= $3 and f.type = 'document.revised' union "
                                "select r.document from feed f join revision r on r.workspace = f.workspace and r.content_sha256 = f.subject "
                                "where f.workspace = $1 and f.number > $2 and f.number <= $3 and f.type = 'content.erased'",
                                m_workspace.uuid(), from, to);
    if (!rows) return rows.error();
    QList<QUuid> out;
    for (int row = 0; row < rows->size(); ++row) out.append(rows->uuid(row, 0));
    return out;
}

Result<void> PostgresDocumentWords::readAgain(const QList<QUuid> &documents)
{
    if (documents.isEmpty()) return {};
    const auto rows = m_db.read("select d.id, d.name, c.bytes from document d left join revision r on r.workspace = d.workspace and r.id = d.heads[1] "
                                "left join content c on c.workspace = r.workspace and c.sha256 = r.content_sha256 "
                                "where d.workspace = $1 and d.id = any($2)",
                                m_workspace.uuid(), documents);
    if (!rows) return rows.error();
    QList<QUuid> ids;
    QStringList words; // one text a document, since arrays of PostgreSQL are not arrays of arrays
    for (int row = 0; row < rows->size(); ++row) {
        const QString text = documentText(rows->text(row, 1), rows->isNull(row, 2) ? QByteArray() : rows->blob(row, 2));
        ids.append(rows->uuid(row, 0));
        words.append(searchWords(text, m_stems).join(u'\n'));
    }
    const auto put = m_db.write("insert into document_words(workspace, document, words) "
                                "select $1, n.document, array_to_tsvector(string_to_array(n.words, E'\\n')) from unnest($2, $3) as n(document, words) "
                                "on conflict(workspace, document) do update set words = excluded.words",
                                m_workspace.uuid(), ids, words);
    if (!put) return put.error();
    return {};
}

} // namespace vox
