#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/workspace_view_model.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace vox {

class BannerRow;
class SettingsSection;
namespace kit { class TextBlock; }

// Settings, Workspace: what is open and how it stands to its server, joining a team with a link, the workspaces of this
// computer, copying one's own agents into a team's.
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
    void makeStanding();
    void makeSignIn();
    void makeJoin();
    void makeKnown();
    void makeCopy();
    void refresh();
    void readLink();
    void fillKnown();
    void fillCopy();
    void join();
    JoinRequest request() const;
    void askTrust(const QByteArray &fingerprint, const JoinRequest &request);

    WorkspaceViewModel &m_model;
    QVBoxLayout *m_sections;
    BannerRow *m_banner;
    SettingsSection *m_standing, *m_signIn, *m_join, *m_known, *m_copy;
    QLabel *m_state, *m_server, *m_person;
    kit::TextBlock *m_stateText;
    QPushButton *m_sync, *m_signOut;
    QLineEdit *m_signInEmail, *m_signInPassword;
    QLineEdit *m_link, *m_name, *m_email, *m_password;
    QWidget *m_nameRow, *m_emailRow, *m_passwordRow, *m_buttons, *m_providers, *m_providersRow;
    QPushButton *m_joinButton, *m_cancel;
    QWidget *m_knownList, *m_copyList;
    QComboBox *m_copyTarget;
    QPushButton *m_copyButton;
    JoinRequest m_untrusted;
    QList<QPair<DocumentId, QCheckBox *>> m_boxes;
    QList<DocumentId> m_shownAgents;
};

} // namespace vox
