#include "ui/screens/settings/team/people_page.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/row_delegate.h"
#include "ui/kit/section_header.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include "ui/screens/call/ruled_row.h"
#include "ui/screens/settings/team/role_words.h"
#include "ui/screens/when_text.h"
#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;

namespace {

QStandardItem *cell(const QString &text, Colour ink = Colour::Text1)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    item->setData(int(ink), kit::InkRole);
    return item;
}

QString doorWord(const QString &with)
{
    return with == "password"_L1 ? PeoplePage::tr("password") : with;
}

} // namespace

PeoplePage::PeoplePage(PeopleViewModel &people, QWidget *parent)
    : TeamPage(people, parent), m_people(people), m_members(new QStandardItemModel(0, 5, this)), m_invited(new QStandardItemModel(0, 4, this)),
      m_memberHead(new kit::SectionHeader(tr("People"))), m_invitedHead(new kit::SectionHeader(tr("Invitations that wait"))),
      m_invite(new QPushButton(kit::icon("user-plus"), tr("Invite…")))
{
    kit::setRole(m_invite, kit::ButtonRole::Primary);
    tools()->addWidget(new kit::TextBlock(tr("Who works here and what they may do. A new role counts at once."), kit::TextStyle::Body, Colour::Text2), 1, Qt::AlignVCenter);
    tools()->addWidget(m_invite);
    connect(m_invite, &QPushButton::clicked, this, &PeoplePage::openInvite);
    m_members->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("Signs in with"), tr("Joined"), tr("Last seen")});
    m_memberTable = makeTable(tr("People"), m_members, {240, 200, 140, 150, 150}, 0);
    m_memberTable->setObjectName(u"members"_s);
    m_invited->setHorizontalHeaderLabels({tr("For"), tr("Role"), tr("Invited by"), tr("Ends")});
    m_invitedTable = makeTable(tr("Invitations that wait"), m_invited, {240, 200, 140, 150}, 0);
    for (kit::SectionHeader *head : {m_memberHead, m_invitedHead}) head->setHairline(true);
    body()->addWidget(m_memberHead);
    body()->addWidget(m_memberTable, 3);
    body()->addWidget(m_invitedHead);
    body()->addWidget(m_invitedTable, 1);
    for (QTableView *table : {m_memberTable, m_invitedTable}) {
        table->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(table, &QTableView::customContextMenuRequested, this, [this, table](QPoint at) { showMenu(table, at); });
        connect(table, &QTableView::activated, this, [this, table](const QModelIndex &index) { showMenu(table, table->visualRect(index).bottomLeft()); });
    }
    setEmpty("users", tr("Nobody is here yet. An invitation is a link that works once."), tr("Invite somebody"));
    connect(&people, &PeopleViewModel::invited, this, [this](const QString &link, const QString &email) {
        setSheet(makeShownOnce(email.isEmpty() ? tr("Send this link to whom you invite. It works once, for seven days, and is shown only now.")
                                               : tr("Send this link to %1. It works once, for seven days, and is shown only now.").arg(email),
                               link, [this] { setSheet(nullptr); }, this));
    });
    connect(&people, &PeopleViewModel::roleChanged, this, [this](const PersonInfo &person, Role before) {
        tell(tr("%1 is %2 now.").arg(person.name, roleWord(person.role)), roleSentence(person.role), tr("Undo"),
             [model = QPointer(&m_people), person, before] { if (model) model->changeRole(person, before); });
    });
    connect(&people, &PeopleViewModel::removed, this,
            [this](const PersonInfo &person) { tell(tr("%1 is no member any more.").arg(person.name), tr("The name stays in the histories.")); });
    refresh();
}

void PeoplePage::refresh()
{
    fill();
    m_invite->setVisible(m_people.mayManage());
    const bool invited = m_people.mayManage() && !m_people.invitations().isEmpty();
    m_invitedHead->setVisible(invited);
    m_invitedTable->setVisible(invited);
    TeamPage::refresh();
}

void PeoplePage::fill()
{
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    m_members->setRowCount(0);
    for (const PersonInfo &person : m_people.people()) {
        QStandardItem *name = cell(person.name);
        name->setData(int(kit::TextStyle::BodyStrong), kit::FontRole);
        name->setData(m_people.isMe(person) ? tr("%1, you").arg(person.email) : person.email, kit::SecondRole);
        QStandardItem *role = cell(roleWord(person.role));
        role->setToolTip(roleSentence(person.role));
        m_members->appendRow({name, role, cell(doorWord(person.signsInWith), Colour::Text2), cell(whenText({person.joinedUtcMs}, now), Colour::Text2),
                              cell(person.lastSeenUtcMs ? whenText({person.lastSeenUtcMs}, now) : tr("never"), Colour::Text2)});
    }
    m_memberHead->setCount(int(m_people.people().size()));
    m_invited->setRowCount(0);
    for (const InvitationInfo &invitation : m_people.invitations())
        m_invited->appendRow({cell(invitation.email.isEmpty() ? tr("whoever has the link") : invitation.email), cell(roleWord(invitation.role)),
                              cell(invitation.invitedBy, Colour::Text2), cell(whenText({invitation.expiresUtcMs}, now), Colour::Text2)});
    m_invitedHead->setCount(int(m_people.invitations().size()));
}

void PeoplePage::openInvite()
{
    auto *sheet = new RuledRow(RuledRow::Rule::Below, 84);
    sheet->setMinimumHeight(kit::Theme::of(this).px(84));
    auto *email = new QLineEdit;
    email->setPlaceholderText(tr("may stay empty"));
    email->setMinimumWidth(240);
    auto *role = new QComboBox;
    role->setObjectName(u"role"_s);
    for (const Role each : m_people.rolesToGive()) {
        role->addItem(roleWord(each), int(each));
        role->setItemData(role->count() - 1, roleSentence(each), Qt::ToolTipRole);
    }
    role->setCurrentIndex(std::max(0, role->findData(int(Role::Builder))));
    auto *what = new kit::TextBlock(roleSentence(Role(role->currentData().toInt())), kit::TextStyle::Small, Colour::Text2);
    connect(role, &QComboBox::currentIndexChanged, what, [role, what] { what->setText(roleSentence(Role(role->currentData().toInt()))); });
    auto *make = new QPushButton(tr("Make a link"));
    auto *cancel = new QPushButton(tr("Cancel"));
    kit::setRole(make, kit::ButtonRole::Primary);
    kit::setRole(cancel, kit::ButtonRole::Quiet);
    sheet->row()->addWidget(labelled(tr("E-mail"), email));
    sheet->row()->addWidget(labelled(tr("Role"), role));
    sheet->row()->addWidget(what, 1, Qt::AlignBottom);
    sheet->row()->addWidget(cancel, 0, Qt::AlignBottom);
    sheet->row()->addWidget(make, 0, Qt::AlignBottom);
    sheet->row()->setContentsMargins(16, 12, 16, 12);
    connect(cancel, &QPushButton::clicked, this, [this] { setSheet(nullptr); });
    const auto invite = [this, email, role] { m_people.invite(email->text(), Role(role->currentData().toInt())); };
    connect(make, &QPushButton::clicked, this, invite);
    connect(email, &QLineEdit::returnPressed, this, invite);
    setSheet(sheet);
    email->setFocus();
}

std::optional<PersonInfo> PeoplePage::currentPerson() const
{
    const int row = m_memberTable->currentIndex().row();
    return row >= 0 && row < m_people.people().size() ? std::optional(m_people.people().at(row)) : std::nullopt;
}

void PeoplePage::showMenu(QTableView *table, QPoint at)
{
    if (!m_people.mayManage() || !table->currentIndex().isValid()) return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"person"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (table == m_invitedTable) {
        const InvitationInfo invitation = m_people.invitations().value(table->currentIndex().row());
        QAction *withdraw = menu->addAction(kit::icon("x"), tr("Withdraw the invitation"));
        connect(withdraw, &QAction::triggered, this, [this, invitation] { m_people.withdraw(invitation); });
    } else if (const auto person = currentPerson()) {
        for (const Role each : m_people.rolesToGive()) {
            QAction *action = menu->addAction(roleWord(each));
            action->setCheckable(true);
            action->setChecked(person->role == each);
            action->setToolTip(roleSentence(each));
            connect(action, &QAction::triggered, this, [this, person, each] { m_people.changeRole(*person, each); });
        }
        menu->setToolTipsVisible(true);
        menu->addSeparator();
        QAction *remove = menu->addAction(kit::icon("trash-2"), tr("Remove…"));
        kit::setDanger(remove);
        connect(remove, &QAction::triggered, this, [this, person] {
            ask(tr("Remove %1? Sessions and keys end at once; coming back takes a new invitation.").arg(person->name), tr("Remove"),
                [this, person] { m_people.remove(*person); });
        });
    }
    menu->popup(table->viewport()->mapToGlobal(at));
}

} // namespace vox
