#pragma once
#include "ui/viewmodels/team_view_model.h"

namespace vox {

// The people of a team's workspace, and the invitations that wait. GUI thread.
class PeopleViewModel : public TeamViewModel {
    Q_OBJECT
public:
    explicit PeopleViewModel(SyncDriver *sync, QObject *parent = nullptr);

    // Members by name.
    const QList<PersonInfo> &people() const { return m_people; }
    const QList<InvitationInfo> &invitations() const { return m_invitations; }
    bool mayManage() const { return may(Permission::ManagePeople); }
    bool isMe(const PersonInfo &person) const;
    // The roles one may give: none that may do more than oneself.
    QList<Role> rolesToGive() const;

    void invite(const QString &email, Role role);
    void withdraw(const InvitationInfo &invitation);
    void changeRole(const PersonInfo &person, Role role);
    void remove(const PersonInfo &person);
    bool concerns(const QString &type) const override;

signals:
    // The link is shown now and never again.
    void invited(const QString &link, const QString &email);
    void roleChanged(const vox::PersonInfo &person, vox::Role before);
    void removed(const vox::PersonInfo &person);

protected:
    void ask() override;

private:
    QList<PersonInfo> m_people;
    QList<InvitationInfo> m_invitations;
};

} // namespace vox
