#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

class QLabel;
class QPushButton;

namespace vox {

namespace kit { class TextBlock; }

// What is open, how it stands to its server, who one is there, and where it lies. Part of the WorkspacePage.
class StandingSection : public SettingsSection {
    Q_OBJECT
public:
    explicit StandingSection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    void refresh();

signals:
    void passwordRequested();

private:
    QWidget *makeState();
    QWidget *makeFolder();

    WorkspaceViewModel &m_model;
    QLabel *m_state, *m_server, *m_person;
    kit::TextBlock *m_stateText;
    QPushButton *m_sync, *m_signOut, *m_changePassword;
};

} // namespace vox
