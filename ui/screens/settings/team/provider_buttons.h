#pragma once
#include "ui/viewmodels/workspace_view_model.h"
#include <QWidget>

namespace vox {

// A button for each identity provider of the server one looks at. `request`: what joins when one is pressed.
class ProviderButtons : public QWidget {
    Q_OBJECT
public:
    ProviderButtons(WorkspaceViewModel &model, std::function<JoinRequest()> request, QWidget *parent = nullptr);
    // Those of the view model, as they are now.
    void refresh();

private:
    WorkspaceViewModel &m_model;
    const std::function<JoinRequest()> m_request;
    QStringList m_shown;
};

} // namespace vox
