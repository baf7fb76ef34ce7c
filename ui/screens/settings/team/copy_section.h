#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;

namespace vox {

// One's own agents into a team's workspace. Part of the WorkspacePage; seen only where there are both.
class CopySection : public SettingsSection {
    Q_OBJECT
public:
    explicit CopySection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    void refresh();

private:
    void copy();

    WorkspaceViewModel &m_model;
    QGridLayout *m_grid;
    QComboBox *m_target;
    QPushButton *m_button;
    QList<QPair<DocumentId, QCheckBox *>> m_boxes;
    QList<DocumentId> m_shown;
};

} // namespace vox
