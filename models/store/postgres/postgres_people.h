#pragma once
#include "models/store/people_store.h"
#include "models/store/postgres/connection.h"
#include "models/store/postgres/postgres_identity_providers.h"

namespace vox {

// PeopleStore over PostgreSQL. Shares the connection of its PostgresServerStore. Persons and members stand in
// postgres_people.cpp, sessions, invitations, keys and attempts in postgres_doors.cpp.
class PostgresPeople final : public PeopleStore {
public:
    explicit PostgresPeople(Connection &connection) : m_db(connection), m_providers(connection) {}
    IdentityProviderStore &providers() override { return m_providers; }

    Result<void> addPerson(const PersonRow &person) override;
    Result<PersonRow> person(PersonId id) override;
    Result<std::optional<PersonRow>> personByEmail(const QString &email) override;
    Result<void> rename(PersonId id, const QString &name) override;
    Result<QByteArray> passwordOf(PersonId id) override;
    Result<void> setPassword(PersonId id, const QByteArray &stored, UtcMs now) override;

    Result<void> putMember(const MemberRow &member) override;
    Result<MemberRow> member(WorkspaceId workspace, PersonId person) override;
    Result<QList<MemberRow>> memberships(PersonId person) override;
    Result<QList<PersonInfo>> members(WorkspaceId workspace) override;
    Result<QList<PersonId>> lockOwners(WorkspaceId workspace) override;

    Result<void> addSession(const SessionRow &session) override;
    Result<OpenDoor> session(const QByteArray &hash) override;
    Result<void> touchSession(const QByteArray &hash, UtcMs used, UtcMs expires) override;
    Result<void> dropSession(const QByteArray &hash) override;
    Result<void> dropSessions(PersonId person, WorkspaceId workspace, const QString &except) override;

    Result<void> addInvitation(const InvitationRow &invitation) override;
    Result<QList<InvitationInfo>> invitations(WorkspaceId workspace) override;
    Result<InvitationRow> invitation(const QByteArray &hash) override;
    Result<InvitationRow> useInvitation(const QByteArray &hash, UtcMs now) override;
    Result<void> dropInvitation(WorkspaceId workspace, const QString &id) override;

    Result<void> addKey(const ApiKeyRow &key) override;
    Result<QList<ApiKeyInfo>> keys(WorkspaceId workspace, PersonId person) override;
    Result<OpenDoor> key(const QByteArray &hash) override;
    Result<void> touchKey(const QByteArray &hash, UtcMs used) override;
    Result<void> dropKey(WorkspaceId workspace, const QString &id, PersonId person) override;
    Result<void> dropKeys(PersonId person, WorkspaceId workspace) override;
    Result<int> countKeys(WorkspaceId workspace, PersonId person) override;

    Result<AttemptRow> beginAttempt(const QByteArray &subject, UtcMs now, qint64 forgetMs) override;
    Result<void> block(const QByteArray &subject, UtcMs until) override;
    Result<void> forgiveAll(const QByteArray &subject) override;
    Result<void> forgiveOne(const QByteArray &subject) override;
    Result<void> sweep(UtcMs now) override;

private:
    Connection &m_db;
    PostgresIdentityProviders m_providers;
};

} // namespace vox
