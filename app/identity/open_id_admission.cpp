#include "app/identity/open_id_admission.h"
#include "app/identity/announce.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

Error notInvited(const IdentityProviderRow &provider) { return Error(Error::Code::NotInvited, {provider.label}); }

// nullopt: no member and never was one.
Result<std::optional<MemberRow>> memberOf(ServerStore &store, WorkspaceId workspace, PersonId person)
{
    const auto member = store.people().member(workspace, person);
    if (member) return std::optional(*member);
    if (member.error().code == Error::Code::NotFound) return std::optional<MemberRow>();
    return member.error();
}

Result<PersonId> newPerson(ServerStore &store, const OpenIdSubject &who, UtcMs now)
{
    const PersonRow person{PersonId::make(now), who.name.isEmpty() ? who.email.section(u'@', 0, 0) : who.name, who.email, now};
    if (const auto added = store.people().addPerson(person); !added) return added.error();
    return person.id;
}

Result<PersonId> admitted(ServerStore &store, const IdentityProviderRow &provider, const OpenIdSubject &who, PersonId person, Role role, UtcMs now)
{
    const auto member = memberOf(store, provider.workspace, person);
    if (!member) return member.error();
    if (!*member || !(*member)->active) {
        if (const auto put = store.people().putMember({provider.workspace, person, role, now, now, true}); !put) return put.error();
        if (const auto told = announce(store, provider.workspace, u"person.joined"_s, person.text(), now); !told) return told.error();
    }
    if (const auto linked = store.people().providers().link({provider.workspace, provider.name, who.subject, person, now}); !linked)
        return linked.error();
    return person;
}

Result<PersonId> byInvitation(ServerStore &store, const IdentityProviderRow &provider, const OpenIdSubject &who, PersonId linked,
                              const QByteArray &hash, UtcMs now)
{
    const auto invitation = store.people().useInvitation(hash, now);
    if (!invitation) return invitation.error().code == Error::Code::NotFound ? Error(Error::Code::InvitationOver) : invitation.error();
    if (invitation->workspace != provider.workspace) return Error(Error::Code::InvitationOver);
    if (!linked.isNull()) return admitted(store, provider, who, linked, invitation->role, now);
    if (who.email.isEmpty()) return notInvited(provider);
    // An invitation for one e-mail is for who owns it.
    if (!invitation->email.isEmpty() && (invitation->email != who.email || !who.verified)) return notInvited(provider);
    const auto known = store.people().personByEmail(who.email);
    if (!known) return known.error();
    if (*known && !who.verified) return notInvited(provider); // would be somebody else's account
    const auto person = *known ? Result<PersonId>((*known)->id) : newPerson(store, who, now);
    return person ? admitted(store, provider, who, *person, invitation->role, now) : person;
}

Result<PersonId> byDomain(ServerStore &store, const IdentityProviderRow &provider, const OpenIdSubject &who, UtcMs now)
{
    if (!who.verified || who.email.isEmpty() || !provider.domains.contains(who.email.section(u'@', -1))) return notInvited(provider);
    const auto known = store.people().personByEmail(who.email);
    if (!known) return known.error();
    if (*known) {
        const auto member = memberOf(store, provider.workspace, (*known)->id);
        if (!member) return member.error();
        if (*member && !(*member)->active) return notInvited(provider);
    }
    const auto person = *known ? Result<PersonId>((*known)->id) : newPerson(store, who, now);
    return person ? admitted(store, provider, who, *person, provider.joinRole, now) : person;
}

} // namespace

Result<PersonId> admitSubject(ServerStore &store, const IdentityProviderRow &provider, const OpenIdSubject &who, const QByteArray &invitationHash,
                              UtcMs now)
{
    const auto linked = store.people().providers().personOfSubject(provider.workspace, provider.name, who.subject);
    if (!linked) return linked.error();
    if (!invitationHash.isEmpty()) return byInvitation(store, provider, who, *linked, invitationHash, now);
    return linked->isNull() ? byDomain(store, provider, who, now) : linked;
}

} // namespace vox
