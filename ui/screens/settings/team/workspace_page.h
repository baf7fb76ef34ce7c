#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/workspace_view_model.h"
#include <QWidget>

class QScrollArea;

namespace vox {

class CopySection;
class JoinSection;
class KnownSection;
class PasswordSection;
class SignInSection;
class StandingSection;

// Settings, Workspace: what is open and how it stands to its server, one's password, joining a team with a link, the workspaces of this
// computer, copying one's own agents into a team's. Each is a section of its own; the page tells what came of them.
class WorkspacePage : public QWidget {
    Q_OBJECT
public:
    explicit WorkspacePage(WorkspaceViewModel &model, QWidget *parent = nullptr);
    void focusJoin();

signals:
    void noticed(const vox::Notice &notice);
    // Please close this workspace and open that one.
    void workspaceRequested(const QString &folder);

private:
    QWidget *makeSections();
    void tell();
    void refresh();

    WorkspaceViewModel &m_model;
    QScrollArea *m_scroll;
    StandingSection *m_standing;
    PasswordSection *m_password;
    SignInSection *m_signIn;
    JoinSection *m_join;
    KnownSection *m_known;
    CopySection *m_copy;
};

} // namespace vox
