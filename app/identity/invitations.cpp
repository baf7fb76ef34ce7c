#include "app/identity/invitations.h"
#include "app/identity/announce.h"
#include "app/security/password_rules.h"
#include "app/security/tokens.h"
#include "models/store/audit_store.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

bool mayGive(const Caller &by, Role role)
{
    for (const Permission permission : permissionsOf(role))
        if (!by.may(permission)) return false;
    return true;
}

Result<Invited> made(ServerStore &store, WorkspaceId workspace, const QString &email, Role role, PersonId by, const QString &byName, UtcMs now,
                     qint64 lastsMs)
{
    Invited out;
    out.token = makeToken(TokenKind::Invitation);
    out.info = {Id<struct InvitationTag>::make(now).text(), email, role, byName, now.value + lastsMs};
    const InvitationRow row{out.info.id, hashOfToken(out.token), workspace, email, role, by, now, {out.info.expiresUtcMs}, {}};
    if (const auto added = store.people().addInvitation(row); !added) return added.error();
    return out;
}

Result<Invited> madeByServer(ServerStore &store, WorkspaceId workspace, UtcMs now)
{
    auto fresh = made(store, workspace, {}, Role::Owner, {}, {}, now, kInvitationLastsMs);
    if (!fresh) return fresh.error();
    AuditEntry entry;
    entry.atUtcMs = now.value;
    entry.actor = entry.via = u"system"_s;
    entry.action = u"person.invited"_s;
    entry.subject = fresh->info.id;
    entry.outcome = u"done"_s;
    entry.facts = {{u"role"_s, enumName(Role::Owner)}};
    if (const auto added = store.audit().add(workspace, entry); !added) return added.error();
    return fresh;
}

Result<void> enter(ServerStore &store, const MemberRow &member)
{
    if (const auto put = store.people().putMember(member); !put) return put;
    return announce(store, member.workspace, u"person.joined"_s, member.person.text(), member.joined);
}

// Somebody who has an account already.
Result<void> admit(ServerStore &store, const PersonRow &person, const InvitationRow &invitation, const QByteArray &newPassword, UtcMs now)
{
    if (!newPassword.isEmpty()) {
        if (const auto set = store.people().setPassword(person.id, newPassword, now); !set) return set;
        if (const auto dropped = store.people().dropSessions(person.id, {}, {}); !dropped) return dropped;
        if (const auto dropped = store.people().dropKeys(person.id, invitation.workspace); !dropped) return dropped;
    }
    const auto member = store.people().member(invitation.workspace, person.id);
    if (member && member->active) return {}; // keeps the role
    if (!member && member.error().code != Error::Code::NotFound) return member.error();
    return enter(store, {invitation.workspace, person.id, invitation.role, now, now, true});
}

Result<void> join(ServerStore &store, const PersonRow &person, const InvitationRow &invitation, const QByteArray &password, UtcMs now)
{
    if (const auto added = store.people().addPerson(person); !added) return added;
    if (const auto set = store.people().setPassword(person.id, password, now); !set) return set;
    return enter(store, {invitation.workspace, person.id, invitation.role, now, now, true});
}

// Whether a new password may replace the old one: the invitation was made for this very person, and nobody else's
// workspace depends on who he is.
Result<bool> mayReset(ServerStore &store, const PersonRow &person, const InvitationRow &invitation)
{
    const auto memberships = store.people().memberships(person.id);
    if (!memberships) return memberships.error();
    for (const MemberRow &member : *memberships)
        if (member.workspace != invitation.workspace) return false;
    return invitation.email == person.email;
}

Result<InvitationRow> waiting(ServerStore &store, const QByteArray &token, const QString &email, UtcMs now)
{
    if (kindOfToken(token) != TokenKind::Invitation) return Error(Error::Code::InvitationOver);
    const auto row = store.people().invitation(hashOfToken(token));
    if (!row) return row.error().code == Error::Code::NotFound ? Error(Error::Code::InvitationOver) : row.error();
    if (row->used.value != 0 || row->expires <= now) return Error(Error::Code::InvitationOver);
    if (email.isEmpty() || (!row->email.isEmpty() && row->email != email)) return Error(Error::Code::BadValue, {u"email"_s, email});
    return *row;
}

} // namespace

Result<Invited> invite(ServerStore &store, const Caller &by, const QString &email, Role role, UtcMs now, qint64 lastsMs)
{
    const QString tidy = tidyEmail(email);
    if (!email.trimmed().isEmpty() && tidy.isEmpty()) return Error(Error::Code::BadValue, {u"email"_s, email});
    if (!mayGive(by, role)) return Error(Error::Code::Forbidden, {enumName(Permission::ManagePeople)});
    return made(store, by.workspace, tidy, role, by.person, by.name, now, lastsMs);
}

Result<Invited> inviteOwner(ServerStore &store, WorkspaceId workspace, UtcMs now)
{
    Invited out;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto fresh = madeByServer(store, workspace, now);
        if (!fresh) return fresh.error();
        out = *fresh;
        return {};
    });
    if (!done) return done.error();
    return out;
}

Result<std::optional<Invited>> firstOwnerInvitation(ServerStore &store, WorkspaceId workspace, UtcMs now)
{
    std::optional<Invited> out;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto owners = store.people().lockOwners(workspace);
        if (!owners) return owners.error();
        if (!owners->isEmpty()) return {};
        const auto before = store.people().invitations(workspace);
        if (!before) return before.error();
        for (const InvitationInfo &info : *before)
            if (info.role == Role::Owner)
                if (const auto dropped = store.people().dropInvitation(workspace, info.id); !dropped) return dropped;
        const auto fresh = madeByServer(store, workspace, now);
        if (!fresh) return fresh.error();
        out = *fresh;
        return {};
    });
    if (!done) return done.error();
    return out;
}

Result<SignedIn> acceptInvitation(ServerStore &store, SignIn &signIn, PasswordHasher &hasher, const Acceptance &acceptance,
                                  const QString &address, UtcMs now, const Witness &witness)
{
    const QString email = tidyEmail(acceptance.email), name = acceptance.name.simplified().left(200);
    const auto invitation = waiting(store, acceptance.token, email, now);
    if (!invitation) return invitation.error();
    const auto known = store.people().personByEmail(email);
    if (!known) return known.error();
    bool reset = false;
    if (*known) {
        const auto may = mayReset(store, **known, *invitation);
        if (!may) return may.error();
        reset = *may;
    } else if (name.isEmpty()) {
        return Error(Error::Code::MissingField, {u"name"_s});
    }
    // Hashed before anything is locked: it takes a tenth of a second.
    QByteArray stored;
    if (!*known || reset) {
        if (const auto checked = checkPassword(acceptance.password, email, *known ? (*known)->name : name); !checked) return checked.error();
        const auto hashed = hasher.hash(acceptance.password);
        if (!hashed) return hashed.error();
        stored = *hashed;
    } else if (const auto proved = signIn.prove(store, email, acceptance.password, address, now); !proved) {
        return proved.error();
    }
    const PersonRow person = *known ? **known : PersonRow{PersonId::make(now), name, email, now};
    SignedIn begun;
    const auto done = store.transaction([&]() -> Result<void> {
        const auto used = store.people().useInvitation(hashOfToken(acceptance.token), now);
        if (!used) return used.error().code == Error::Code::NotFound ? Error(Error::Code::InvitationOver) : used.error();
        const auto in = *known ? admit(store, person, *used, stored, now) : join(store, person, *used, stored, now);
        if (!in) return in;
        const auto session = signIn.begin(store, person.id, used->workspace, u"password"_s, address, now, witness);
        if (!session) return session.error();
        begun = *session;
        return {};
    });
    if (!done) return done.error();
    return begun;
}

} // namespace vox
