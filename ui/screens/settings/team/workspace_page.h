#pragma once
#include "ui/screens/notice.h"
#include "ui/viewmodels/workspace_view_model.h"
#include <QHash>
#include <QUrl>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace vox {

class SettingsSection;
namespace kit { class TextBlock; }

// Settings, Workspace: what is open and how it stands to its server, one's password, joining a team with a link, the workspaces of this
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
    void makeCertificate();
    void makeStanding();
    void makePassword();
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
    void showCertificate();
    void openPassword(bool open);
    void fillProviders(QWidget *place, const std::function<JoinRequest()> &request);

    WorkspaceViewModel &m_model;
    QVBoxLayout *m_sections;
    QScrollArea *m_scroll;
    SettingsSection *m_certificate, *m_standing, *m_newPassword, *m_signIn, *m_join, *m_known, *m_copy;
    QLabel *m_state, *m_server, *m_person;
    kit::TextBlock *m_stateText, *m_certificateText, *m_fingerprint;
    QPushButton *m_sync, *m_signOut, *m_changePassword, *m_keepPassword;
    QLineEdit *m_current, *m_next;
    QLineEdit *m_signInEmail, *m_signInPassword;
    QWidget *m_signInProviders;
    QLineEdit *m_link, *m_name, *m_email, *m_password;
    QWidget *m_nameRow, *m_emailRow, *m_passwordRow, *m_buttons, *m_providers, *m_providersRow;
    QPushButton *m_joinButton, *m_cancel;
    QWidget *m_knownList, *m_copyList;
    QComboBox *m_copyTarget;
    QPushButton *m_copyButton;
    bool m_wasRefused = false;
    QUrl m_lookedAt; // the server whose identity providers were asked for
    QList<QPair<DocumentId, QCheckBox *>> m_boxes;
    QList<DocumentId> m_shownAgents;
    QStringList m_shownKnown;
    QHash<QWidget *, QStringList> m_shownProviders;
};

} // namespace vox
