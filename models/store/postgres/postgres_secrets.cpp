#include "models/store/postgres/postgres_secrets.h"
#include "models/store/postgres/people_rows_read.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr char kSecretColumns[] = "select workspace, name, version, sealed, key_id, changed_by, changed from secret ";

// A secret that was removed and made again has the same version, and another time.
constexpr char kStamp[] = "select coalesce(string_agg(name || ' ' || version || ' ' || changed, ',' order by name), '') from secret where workspace = $1";

SealedSecret secretAt(const Rows &rows, int row)
{
    return {WorkspaceId(rows.uuid(row, 0)), rows.text(row, 1), int(rows.integer(row, 2)), rows.blob(row, 3), rows.text(row, 4),
            PersonId(rows.uuid(row, 5)), {rows.integer(row, 6)}};
}

} // namespace

Result<QList<SecretInfo>> PostgresSecrets::list(WorkspaceId workspace)
{
    const auto rows = m_db.read("select s.name, coalesce(p.name, ''), s.changed, s.version from secret s left join person p on p.id = s.changed_by "
                                "where s.workspace = $1 order by s.name",
                                workspace.uuid());
    if (!rows) return rows.error();
    QList<SecretInfo> out;
    for (int row = 0; row < rows->size(); ++row)
        out.append({rows->text(row, 0), rows->text(row, 1), rows->integer(row, 2), int(rows->integer(row, 3))});
    return out;
}

Result<QByteArray> PostgresSecrets::stamp(WorkspaceId workspace)
{
    const auto rows = m_db.read(kStamp, workspace.uuid());
    if (!rows) return rows.error();
    return rows->blob(0, 0);
}

Result<void> PostgresSecrets::expect(WorkspaceId workspace, const QByteArray &stamp)
{
    const auto same = [stamp](const Rows &rows) -> Result<void> {
        if (rows.blob(0, 0) == stamp) return {};
        return Error(Error::Code::VersionOutdated, {u"secrets"_s});
    };
    return m_db.writeLater(kStamp, same, workspace.uuid());
}

Result<SealedSecret> PostgresSecrets::find(WorkspaceId workspace, const QString &name)
{
    const auto rows = m_db.read(QByteArray(kSecretColumns) + "where workspace = $1 and name = $2", workspace.uuid(), name);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"secret"_s, name});
    return secretAt(*rows, 0);
}

Result<void> PostgresSecrets::put(const SealedSecret &secret)
{
    const auto written = m_db.write("insert into secret as s (workspace, name, version, sealed, key_id, changed_by, changed) values($1, $2, $3, $4, $5, $6, $7) "
                                    "on conflict(workspace, name) do update set version = excluded.version, sealed = excluded.sealed, "
                                    "key_id = excluded.key_id, changed_by = excluded.changed_by, changed = excluded.changed "
                                    "where s.version = excluded.version - 1",
                                    secret.workspace.uuid(), secret.name, secret.version, secret.sealed, secret.keyId, nullable(secret.changedBy),
                                    secret.changed.value);
    if (!written) return written.error();
    if (written->affected() == 0) return Error(Error::Code::Conflict, {secret.name});
    return {};
}

Result<void> PostgresSecrets::remove(WorkspaceId workspace, const QString &name)
{
    return touched(m_db.write("delete from secret where workspace = $1 and name = $2", workspace.uuid(), name), u"secret"_s, name);
}

Result<QList<SealedSecret>> PostgresSecrets::sealedOtherwise(const QString &keyId, int limit)
{
    const auto rows = m_db.read(QByteArray(kSecretColumns) + "where key_id <> $1 order by workspace, name limit $2", keyId, limit);
    if (!rows) return rows.error();
    QList<SealedSecret> out;
    for (int row = 0; row < rows->size(); ++row) out.append(secretAt(*rows, row));
    return out;
}

Result<void> PostgresSecrets::reseal(const SealedSecret &secret)
{
    const auto written = m_db.write("update secret set sealed = $4, key_id = $5 where workspace = $1 and name = $2 and version = $3",
                                    secret.workspace.uuid(), secret.name, secret.version, secret.sealed, secret.keyId);
    if (!written) return written.error();
    if (written->affected() == 0) return Error(Error::Code::Conflict, {secret.name});
    return {};
}

} // namespace vox
