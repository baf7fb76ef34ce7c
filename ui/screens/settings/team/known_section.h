#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

class QVBoxLayout;

namespace vox {

// The workspaces of this computer, to open another one. Part of the WorkspacePage; seen only when there are several.
class KnownSection : public SettingsSection {
    Q_OBJECT
public:
    explicit KnownSection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    void refresh();

signals:
    void workspaceRequested(const QString &folder);

private:
    QWidget *rowFor(const KnownWorkspace &known);

    WorkspaceViewModel &m_model;
    QVBoxLayout *m_rows;
    QStringList m_shown;
};

} // namespace vox
