#include "models/store/postgres/postgres_audit.h"
#include <QJsonDocument>
#include <limits>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray kAddEntry = "insert into audit(workspace, at, actor, actor_id, via, action, subject, subject_name, address, outcome, request_id, facts) "
                           "values($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

QString entryFacts(const AuditEntry &entry) { return QString::fromUtf8(QJsonDocument(entry.facts).toJson(QJsonDocument::Compact)); }

AuditEntry entryAt(const Rows &rows, int row)
{
    AuditEntry entry;
    entry.number = rows.integer(row, 0);
    entry.atUtcMs = rows.integer(row, 1);
    entry.actor = rows.text(row, 2);
    entry.actorId = rows.text(row, 3);
    entry.via = rows.text(row, 4);
    entry.action = rows.text(row, 5);
    entry.subject = rows.text(row, 6);
    entry.subjectName = rows.text(row, 7);
    entry.address = rows.text(row, 8);
    entry.outcome = rows.text(row, 9);
    entry.requestId = rows.text(row, 10);
    entry.facts = QJsonDocument::fromJson(rows.blob(row, 11)).object();
    return entry;
}

} // namespace

Result<qint64> PostgresAudit::add(WorkspaceId workspace, const AuditEntry &entry)
{
    const auto rows = m_db.write(kAddEntry + " returning number", workspace.uuid(), entry.atUtcMs, entry.actor, entry.actorId, entry.via, entry.action,
                                 entry.subject, entry.subjectName, entry.address, entry.outcome, entry.requestId, entryFacts(entry));
    if (!rows) return rows.error();
    return rows->integer(0, 0);
}

Result<void> PostgresAudit::note(WorkspaceId workspace, const AuditEntry &entry)
{
    return m_db.writeLater(kAddEntry, {}, workspace.uuid(), entry.atUtcMs, entry.actor, entry.actorId, entry.via, entry.action, entry.subject,
                           entry.subjectName, entry.address, entry.outcome, entry.requestId, entryFacts(entry));
}

// The statement is put together from the filters that are there, so that each has an index to go by; values are arguments.
Result<QList<AuditEntry>> PostgresAudit::list(WorkspaceId workspace, const AuditFilter &filter, qint64 before, int limit)
{
    if (limit < 1 || limit > 1000) return Error(Error::Code::OutOfRange, {u"limit"_s, u"1–1000"_s});
    const bool beginning = filter.action.endsWith(u'.');
    QByteArray sql = "select number, at, actor, actor_id, via, action, subject, subject_name, address, outcome, request_id, facts from audit "
                     "where workspace = $1 and number < $2 and at >= $3 and at < $4";
    // Every argument is named, so that one list of values fits all of the statements.
    sql += filter.actorId.isEmpty() ? " and $5::text is not null" : " and actor_id = $5";
    sql += filter.action.isEmpty() ? " and $6::text is not null" : beginning ? " and starts_with(action, $6)" : " and action = $6";
    sql += filter.subject.isEmpty() ? " and $7::text is not null" : " and subject = $7";
    sql += filter.outcome.isEmpty() ? " and $8::text is not null" : " and outcome = $8";
    sql += " order by number desc limit $9";
    const qint64 end = std::numeric_limits<qint64>::max();
    const auto rows = m_db.read(sql, workspace.uuid(), before > 0 ? before : end, filter.from.value, filter.to.value > 0 ? filter.to.value : end,
                                filter.actorId, filter.action, filter.subject, filter.outcome, limit);
    if (!rows) return rows.error();
    QList<AuditEntry> out;
    for (int row = 0; row < rows->size(); ++row) out.append(entryAt(*rows, row));
    return out;
}

} // namespace vox
