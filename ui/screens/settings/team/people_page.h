#pragma once
#include "ui/screens/settings/team/team_page.h"
#include "ui/viewmodels/people_view_model.h"

class QStandardItemModel;
class QPushButton;

namespace vox {

namespace kit { class SectionHeader; }

// People and roles: members with their roles, invitations that wait, inviting with a link that is shown once.
class PeoplePage : public TeamPage {
    Q_OBJECT
public:
    explicit PeoplePage(PeopleViewModel &people, QWidget *parent = nullptr);

protected:
    bool isEmpty() const override { return m_people.people().isEmpty(); }
    void refresh() override;

private:
    void openInvite();
    void showMenu(QTableView *table, QPoint at);
    void fill();
    std::optional<PersonInfo> currentPerson() const;

    PeopleViewModel &m_people;
    QStandardItemModel *m_members, *m_invited;
    QTableView *m_memberTable, *m_invitedTable;
    kit::SectionHeader *m_memberHead, *m_invitedHead;
    QPushButton *m_invite;
};

} // namespace vox
