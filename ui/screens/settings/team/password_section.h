#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

class QLineEdit;
class QPushButton;

namespace vox {

// Another password for one's account. Part of the WorkspacePage; seen only while it is wanted.
class PasswordSection : public SettingsSection {
    Q_OBJECT
public:
    explicit PasswordSection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    // What was typed before is gone either way.
    void setOpen(bool open);

private:
    QLineEdit *m_current, *m_next;
    QPushButton *m_keep;
};

} // namespace vox
