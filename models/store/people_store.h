#pragma once
#include "models/base/result.h"
#include "models/people/people.h"
#include "models/store/people_rows.h"

namespace vox {

// Settings of OpenID providers and sign-ins through them that are under way. Part of PeopleStore.
class IdentityProviderStore {
public:
    virtual ~IdentityProviderStore() = default;
    // By name.
    virtual Result<QList<IdentityProviderRow>> list(WorkspaceId workspace) = 0;
    virtual Result<IdentityProviderRow> find(WorkspaceId workspace, const QString &name) = 0;
    virtual Result<void> put(const IdentityProviderRow &provider) = 0;
    virtual Result<void> remove(WorkspaceId workspace, const QString &name) = 0;

    virtual Result<void> addPending(const PendingSignInRow &pending) = 0;
    // Reads it and removes it in one step: NotFound for the second one who asks.
    virtual Result<PendingSignInRow> takePending(const QByteArray &stateHash) = 0;
    // Null when nobody is linked.
    virtual Result<PersonId> personOfSubject(WorkspaceId workspace, const QString &provider, const QString &subject) = 0;
    virtual Result<void> link(const SubjectRow &subject) = 0;
};

// People of all workspaces and their doors. Part of a ServerStore: same thread, same rules. Decides nothing: app/identity
// does. NotFound for what is not there, Conflict for what another has taken.
class PeopleStore {
public:
    virtual ~PeopleStore() = default;
    virtual IdentityProviderStore &providers() = 0;

    // Conflict {"person"} when the e-mail is taken.
    virtual Result<void> addPerson(const PersonRow &person) = 0;
    virtual Result<PersonRow> person(PersonId id) = 0;
    // nullopt: nobody has it.
    virtual Result<std::optional<PersonRow>> personByEmail(const QString &email) = 0;
    virtual Result<void> rename(PersonId id, const QString &name) = 0;
    // The stored form of a password (Argon2id with its parameters); empty when there is none.
    virtual Result<QByteArray> passwordOf(PersonId id) = 0;
    virtual Result<void> setPassword(PersonId id, const QByteArray &stored, UtcMs now) = 0;

    // Makes or replaces; keeps `joined` of a row that is there.
    virtual Result<void> putMember(const MemberRow &member) = 0;
    virtual Result<MemberRow> member(WorkspaceId workspace, PersonId person) = 0;
    // The workspaces somebody is active in, the first joined first.
    virtual Result<QList<MemberRow>> memberships(PersonId person) = 0;
    // As lists show them, by name; the removed last.
    virtual Result<QList<PersonInfo>> members(WorkspaceId workspace) = 0;
    // Active owners; nobody else can change that set before the transaction ends.
    virtual Result<QList<PersonId>> lockOwners(WorkspaceId workspace) = 0;

    virtual Result<void> addSession(const SessionRow &session) = 0;
    // Those of active members only; whether it has expired is for the caller to see.
    virtual Result<OpenDoor> session(const QByteArray &hash) = 0;
    virtual Result<void> touchSession(const QByteArray &hash, UtcMs used, UtcMs expires) = 0;
    virtual Result<void> dropSession(const QByteArray &hash) = 0;
    // All of a person in a workspace (null: in all) but the one with id `except`.
    virtual Result<void> dropSessions(PersonId person, WorkspaceId workspace, const QString &except) = 0;

    virtual Result<void> addInvitation(const InvitationRow &invitation) = 0;
    // Unused ones, also expired; newest first.
    virtual Result<QList<InvitationInfo>> invitations(WorkspaceId workspace) = 0;
    virtual Result<InvitationRow> invitation(const QByteArray &hash) = 0;
    // Marks it as used and answers it. NotFound when it is not there, used, or expired: of several who try at once, one
    // gets it.
    virtual Result<InvitationRow> useInvitation(const QByteArray &hash, UtcMs now) = 0;
    virtual Result<void> dropInvitation(WorkspaceId workspace, const QString &id) = 0;

    virtual Result<void> addKey(const ApiKeyRow &key) = 0;
    // Of one person, or with a null id of all; newest first.
    virtual Result<QList<ApiKeyInfo>> keys(WorkspaceId workspace, PersonId person) = 0;
    virtual Result<OpenDoor> key(const QByteArray &hash) = 0;
    virtual Result<void> touchKey(const QByteArray &hash, UtcMs used) = 0;
    // With a person: only if it is his. NotFound otherwise.
    virtual Result<void> dropKey(WorkspaceId workspace, const QString &id, PersonId person) = 0;
    virtual Result<void> dropKeys(PersonId person, WorkspaceId workspace) = 0;
    virtual Result<int> countKeys(WorkspaceId workspace, PersonId person) = 0;

    // Counts an attempt before it is made, so that many at once are counted too, unless the subject is blocked. One older
    // than `forgetMs` starts the count anew.
    virtual Result<AttemptRow> beginAttempt(const QByteArray &subject, UtcMs now, qint64 forgetMs) = 0;
    virtual Result<void> block(const QByteArray &subject, UtcMs until) = 0;
    // The attempt succeeded: forgets all of the subject's, or only that one.
    virtual Result<void> forgiveAll(const QByteArray &subject) = 0;
    virtual Result<void> forgiveOne(const QByteArray &subject) = 0;

    // Removes sessions, invitations, pending sign-ins and attempts that are over.
    virtual Result<void> sweep(UtcMs now) = 0;
};

} // namespace vox
