#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"

namespace vox {

namespace kit { class TextBlock; }

// A certificate nobody vouches for, or another one than before, to be compared before anything is sent. Part of the WorkspacePage; seen
// only while there is one.
class CertificateSection : public SettingsSection {
    Q_OBJECT
public:
    explicit CertificateSection(WorkspaceViewModel &model, QWidget *parent = nullptr);

signals:
    // It was not there before.
    void appeared();

private:
    void refresh();

    WorkspaceViewModel &m_model;
    kit::TextBlock *m_text, *m_fingerprint;
};

} // namespace vox
