#include "ui/viewmodels/people_view_model.h"

namespace vox {

using namespace Qt::StringLiterals;

PeopleViewModel::PeopleViewModel(SyncDriver *sync, QObject *parent) : TeamViewModel(sync, Permission::ReadPeople, parent)
{
    refresh();
}

bool PeopleViewModel::concerns(const QString &type) const
{
    return type.startsWith("person."_L1) || type.startsWith("invitation."_L1);
}

void PeopleViewModel::ask()
{
    whenDone(lists().people(), this, [this](const Result<QList<PersonInfo>> &people) {
        if (!people) return lost(people.error());
        m_people.clear();
        for (const PersonInfo &person : *people)
            if (person.active) m_people.append(person);
        std::sort(m_people.begin(), m_people.end(),
                  [](const PersonInfo &a, const PersonInfo &b) { return a.name.localeAwareCompare(b.name) < 0; });
        if (mayManage()) take(lists().invitations(), m_invitations);
        else loaded();
    });
}

bool PeopleViewModel::isMe(const PersonInfo &person) const
{
    return sync() && sync()->me().person == person.id;
}

QList<Role> PeopleViewModel::rolesToGive() const
{
    QList<Role> out;
    for (const auto &row : EnumNames<Role>::all) {
        const QList<Permission> wanted = permissionsOf(row.value);
        if (std::all_of(wanted.cbegin(), wanted.cend(), [this](Permission permission) { return may(permission); })) out.append(row.value);
    }
    return out;
}

void PeopleViewModel::invite(const QString &email, Role role)
{
    if (!hasServer()) return;
    act(lists().invite(email.trimmed(), role), [this](const TeamLists::MadeInvitation &made) {
        emit invited(made.link, made.info.email);
        refresh();
    });
}

void PeopleViewModel::withdraw(const InvitationInfo &invitation)
{
    if (!hasServer()) return;
    act(lists().withdraw(invitation.id), [this] { refresh(); });
}

void PeopleViewModel::changeRole(const PersonInfo &person, Role role)
{
    if (!hasServer() || person.role == role) return;
    act(lists().changeRole(person.id, role), [this, before = person.role](const PersonInfo &now) {
        emit roleChanged(now, before);
        refresh();
    });
}

void PeopleViewModel::remove(const PersonInfo &person)
{
    if (!hasServer()) return;
    act(lists().removePerson(person.id), [this, person] {
        emit removed(person);
        refresh();
    });
}

} // namespace vox
