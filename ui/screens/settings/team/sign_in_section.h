#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

class QLineEdit;

namespace vox {

class ProviderButtons;

// For who is known here and whose session has ended. Part of the WorkspacePage; seen only then.
class SignInSection : public SettingsSection {
    Q_OBJECT
public:
    explicit SignInSection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    // `alone`: no other server is being looked at, so its providers are those of this one.
    void refresh(bool alone);
    void forgetPassword();

private:
    WorkspaceViewModel &m_model;
    QLineEdit *m_email, *m_password;
    ProviderButtons *m_providers;
    bool m_wasNeeded = false;
};

} // namespace vox
