#include "ui/screens/settings/team/sign_in_section.h"
#include "ui/screens/settings/team/provider_buttons.h"
#include "ui/screens/settings/team/section_parts.h"
#include "ui/screens/sync_words.h"
#include <QLineEdit>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;

SignInSection::SignInSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"sign-in"_s, tr("Sign in again"), tr("Your session has ended. What you made meanwhile waits here and goes to the server then."), parent),
      m_model(model), m_email(formField()), m_password(formField(true)), m_providers(new ProviderButtons(model, [&model] { return model.requestHere(); }))
{
    auto *go = new QPushButton(tr("Sign in"));
    addRow(tr("E-mail"), m_email);
    addRow(tr("Password"), m_password);
    addRow({}, go);
    addRow({}, m_providers);
    const auto signIn = [this] { m_model.signIn(m_email->text(), m_password->text()); };
    connect(go, &QPushButton::clicked, this, signIn);
    connect(m_password, &QLineEdit::returnPressed, this, signIn);
}

void SignInSection::forgetPassword() { m_password->clear(); }

void SignInSection::refresh(bool alone)
{
    const bool needed = m_model.isTeam() && needsSignIn(m_model.state());
    setVisible(needed);
    if (!std::exchange(m_wasNeeded, needed) && needed && alone) m_model.lookForProvidersHere();
    if (const Membership *me = m_model.me(); me && m_email->text().isEmpty()) m_email->setText(me->email);
    if (needed && alone) m_providers->refresh();
}

} // namespace vox
