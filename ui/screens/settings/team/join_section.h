#pragma once
#include "ui/screens/settings/settings_section.h"
#include "ui/viewmodels/workspace_view_model.h"
#include <QUrl>

class QLineEdit;
class QPushButton;

namespace vox {

class ProviderButtons;

// Into a team with the link of an invitation, or the address of a server where one has an account. Part of the WorkspacePage.
class JoinSection : public SettingsSection {
    Q_OBJECT
public:
    explicit JoinSection(WorkspaceViewModel &model, QWidget *parent = nullptr);
    void refresh();
    void focusLink();
    void clearFields();
    // Whether a server is named: its identity providers are the ones that are known.
    bool hasServer() const;

signals:
    // Another server is named, or none.
    void serverChanged();

private:
    QWidget *addField(const QString &label, QLineEdit *edit);
    JoinRequest request() const;
    void readLink();
    void join();

    WorkspaceViewModel &m_model;
    QLineEdit *m_link, *m_name, *m_email, *m_password;
    QWidget *m_nameRow, *m_emailRow, *m_passwordRow, *m_buttons, *m_providersRow;
    ProviderButtons *m_providers;
    QPushButton *m_joinButton, *m_cancel;
    QUrl m_lookedAt; // the server whose identity providers were asked for
};

} // namespace vox
