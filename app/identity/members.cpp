#include "app/identity/members.h"
#include "models/store/people_store.h"
#include "models/store/server_store.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The row as it is now, while nobody else can change who the owners are.
Result<MemberRow> lockedMember(ServerStore &store, WorkspaceId workspace, PersonId person, bool staysOwner)
{
    const auto owners = store.people().lockOwners(workspace);
    if (!owners) return owners.error();
    const auto member = store.people().member(workspace, person);
    if (!member) return member.error();
    if (!member->active) return Error(Error::Code::NotFound, {u"person"_s, person.text()});
    if (!staysOwner && owners->size() == 1 && owners->first() == person) return Error(Error::Code::LastOwner);
    return member;
}

} // namespace

Result<PersonInfo> memberInfo(ServerStore &store, WorkspaceId workspace, PersonId person)
{
    const auto all = store.people().members(workspace);
    if (!all) return all.error();
    for (const PersonInfo &info : *all)
        if (info.id == person) return info;
    return Error(Error::Code::NotFound, {u"person"_s, person.text()});
}

Result<PersonInfo> changeRole(ServerStore &store, const Caller &by, PersonId person, Role role)
{
    auto member = lockedMember(store, by.workspace, person, role == Role::Owner);
    if (!member) return member.error();
    member->role = role;
    if (const auto put = store.people().putMember(*member); !put) return put.error();
    return memberInfo(store, by.workspace, person);
}

Result<PersonInfo> removeMember(ServerStore &store, const Caller &by, PersonId person)
{
    auto member = lockedMember(store, by.workspace, person, false);
    if (!member) return member.error();
    member->active = false;
    if (const auto put = store.people().putMember(*member); !put) return put.error();
    if (const auto dropped = store.people().dropSessions(person, by.workspace, {}); !dropped) return dropped.error();
    if (const auto dropped = store.people().dropKeys(person, by.workspace); !dropped) return dropped.error();
    return memberInfo(store, by.workspace, person);
}

} // namespace vox
