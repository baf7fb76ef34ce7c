#include "ui/screens/settings/team/join_section.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/provider_buttons.h"
#include "ui/screens/settings/team/section_parts.h"
#include "ui/screens/settings/team/team_page.h"
#include <QLineEdit>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

JoinSection::JoinSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"join"_s, tr("Join a team"),
                      tr("With the link of an invitation, or the address of a server where you have an account. It becomes a workspace of its own."), parent),
      m_model(model), m_link(new QLineEdit), m_name(formField()), m_email(formField()), m_password(formField(true)),
      m_providers(new ProviderButtons(model, [this] { return request(); })), m_joinButton(new QPushButton(tr("Join"))), m_cancel(new QPushButton(tr("Cancel")))
{
    m_link->setPlaceholderText(u"https://voxdesk.example.org/join#…"_s);
    m_link->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addRow(tr("Link or address"), m_link);
    m_nameRow = addField(tr("Your name"), m_name);
    m_emailRow = addField(tr("E-mail"), m_email);
    m_passwordRow = addField(tr("Password"), m_password);
    kit::setRole(m_joinButton, kit::ButtonRole::Primary);
    kit::setRole(m_cancel, kit::ButtonRole::Quiet);
    m_buttons = indented(rowOf({m_joinButton, m_cancel}, Stretch::None));
    addWide(m_buttons);
    m_providersRow = indented(m_providers);
    addWide(m_providersRow);
    connect(m_link, &QLineEdit::textChanged, this, &JoinSection::readLink);
    connect(m_joinButton, &QPushButton::clicked, this, &JoinSection::join);
    connect(m_password, &QLineEdit::returnPressed, this, &JoinSection::join);
    connect(m_cancel, &QPushButton::clicked, &m_model, &WorkspaceViewModel::cancel);
}

QWidget *JoinSection::addField(const QString &label, QLineEdit *edit)
{
    QWidget *box = indented(labelled(label, edit));
    addWide(box);
    connect(edit, &QLineEdit::textChanged, this, &JoinSection::refresh);
    return box;
}

void JoinSection::focusLink() { m_link->setFocus(); }

void JoinSection::clearFields()
{
    for (QLineEdit *field : {m_link, m_name, m_email, m_password}) field->clear();
}

bool JoinSection::hasServer() const
{
    const auto link = WorkspaceViewModel::read(m_link->text());
    return link && !link->server.isEmpty();
}

void JoinSection::refresh()
{
    setVisible(m_model.canJoin());
    const auto link = WorkspaceViewModel::read(m_link->text());
    const bool server = link && !link->server.isEmpty(), invited = link && !link->invitation.isEmpty();
    kit::setFault(m_link, !m_link->text().trimmed().isEmpty() && !server);
    m_nameRow->setVisible(server && invited);
    m_emailRow->setVisible(server);
    m_passwordRow->setVisible(server);
    m_buttons->setVisible(server);
    m_password->setPlaceholderText(invited ? tr("choose one: twelve characters or more") : QString());
    m_joinButton->setText(m_model.isBusy() ? tr("Joining…") : invited ? tr("Join") : tr("Sign in"));
    const bool complete = server && !m_email->text().trimmed().isEmpty() && !m_password->text().isEmpty()
                          && (!invited || !m_name->text().trimmed().isEmpty());
    m_joinButton->setEnabled(complete && !m_model.isBusy());
    m_cancel->setVisible(m_model.isBusy());
    m_providersRow->setVisible(server && !m_model.providers().isEmpty());
    if (server) m_providers->refresh();
}

void JoinSection::readLink()
{
    const auto link = WorkspaceViewModel::read(m_link->text());
    const QUrl server = link ? link->server : QUrl();
    // Each letter of a token is no new server.
    if (std::exchange(m_lookedAt, server) != server) {
        if (!server.isEmpty()) m_model.lookForProviders(server);
        emit serverChanged();
    }
    refresh();
}

JoinRequest JoinSection::request() const
{
    JoinRequest request;
    const auto link = WorkspaceViewModel::read(m_link->text());
    if (!link) return request;
    request.address = link->server.toString();
    request.invitation = link->invitation;
    request.name = m_name->text().simplified();
    request.email = m_email->text().trimmed();
    request.password = m_password->text();
    return request;
}

void JoinSection::join()
{
    if (m_joinButton->isEnabled()) m_model.join(request());
}

} // namespace vox
