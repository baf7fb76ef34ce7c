#include "models/store/postgres/postgres_identity_providers.h"
#include "models/store/postgres/people_rows_read.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr char kColumns[] = "select workspace, name, label, issuer, client_id, client_secret, domains, join_role, enabled from identity_provider ";

IdentityProviderRow providerAt(const Rows &rows, int row)
{
    return {WorkspaceId(rows.uuid(row, 0)), rows.text(row, 1), rows.text(row, 2), rows.text(row, 3), rows.text(row, 4), rows.text(row, 5),
            wordsOf(rows.text(row, 6)), roleNamed(rows.text(row, 7)), rows.truth(row, 8)};
}

} // namespace

Result<QList<IdentityProviderRow>> PostgresIdentityProviders::list(WorkspaceId workspace)
{
    const auto rows = m_db.read(QByteArray(kColumns) + "where workspace = $1 order by name", workspace.uuid());
    if (!rows) return rows.error();
    QList<IdentityProviderRow> out;
    for (int row = 0; row < rows->size(); ++row) out.append(providerAt(*rows, row));
    return out;
}

Result<IdentityProviderRow> PostgresIdentityProviders::find(WorkspaceId workspace, const QString &name)
{
    const auto rows = m_db.read(QByteArray(kColumns) + "where workspace = $1 and name = $2", workspace.uuid(), name);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"identity provider"_s, name});
    return providerAt(*rows, 0);
}

// Another issuer means other people: whoever was linked to a subject of the old one is so no longer.
Result<void> PostgresIdentityProviders::put(const IdentityProviderRow &provider)
{
    return m_db.transaction([&]() -> Result<void> {
        const auto unlinked = m_db.write("delete from identity_subject s using identity_provider p where p.workspace = s.workspace and p.name = s.provider "
                                         "and p.workspace = $1 and p.name = $2 and p.issuer <> $3",
                                         provider.workspace.uuid(), provider.name, provider.issuer);
        if (!unlinked) return unlinked.error();
        return done(m_db.write("insert into identity_provider(workspace, name, label, issuer, client_id, client_secret, domains, join_role, enabled) "
                               "values($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict(workspace, name) do update set label = excluded.label, "
                               "issuer = excluded.issuer, client_id = excluded.client_id, client_secret = excluded.client_secret, "
                               "domains = excluded.domains, join_role = excluded.join_role, enabled = excluded.enabled",
                               provider.workspace.uuid(), provider.name, provider.label, provider.issuer, provider.clientId, provider.clientSecret,
                               provider.domains.join(u' '), enumName(provider.joinRole), provider.enabled));
    });
}

Result<void> PostgresIdentityProviders::remove(WorkspaceId workspace, const QString &name)
{
    return touched(m_db.write("delete from identity_provider where workspace = $1 and name = $2", workspace.uuid(), name), u"identity provider"_s, name);
}

Result<void> PostgresIdentityProviders::addPending(const PendingSignInRow &pending)
{
    return done(m_db.write("insert into pending_sign_in(state_hash, workspace, provider, verifier, nonce, redirect_uri, invitation_hash, expires) "
                           "values($1, $2, $3, $4, $5, $6, $7, $8)",
                           pending.stateHash, pending.workspace.uuid(), pending.provider, pending.verifier, pending.nonce, pending.redirectUri,
                           pending.invitationHash, pending.expires.value));
}

Result<PendingSignInRow> PostgresIdentityProviders::takePending(const QByteArray &stateHash)
{
    const auto rows = m_db.write("delete from pending_sign_in where state_hash = $1 "
                                 "returning workspace, provider, verifier, nonce, redirect_uri, invitation_hash, expires",
                                 stateHash);
    if (!rows) return rows.error();
    if (rows->isEmpty()) return Error(Error::Code::NotFound, {u"sign-in"_s, QString()});
    return PendingSignInRow{stateHash,        WorkspaceId(rows->uuid(0, 0)), rows->text(0, 1), rows->text(0, 2), rows->text(0, 3), rows->text(0, 4),
                            rows->blob(0, 5), {rows->integer(0, 6)}};
}

Result<PersonId> PostgresIdentityProviders::personOfSubject(WorkspaceId workspace, const QString &provider, const QString &subject)
{
    const auto rows = m_db.read("select person from identity_subject where workspace = $1 and provider = $2 and subject = $3", workspace.uuid(), provider,
                                subject);
    if (!rows) return rows.error();
    return rows->isEmpty() ? PersonId() : PersonId(rows->uuid(0, 0));
}

Result<void> PostgresIdentityProviders::link(const SubjectRow &subject)
{
    return done(m_db.write("insert into identity_subject(workspace, provider, subject, person, linked) values($1, $2, $3, $4, $5) "
                           "on conflict(workspace, provider, subject) do update set person = excluded.person, linked = excluded.linked",
                           subject.workspace.uuid(), subject.provider, subject.subject, subject.person.uuid(), subject.linked.value));
}

} // namespace vox
