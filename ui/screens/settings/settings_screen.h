#pragma once
#include "ui/screens/screen.h"
#include "ui/viewmodels/audit_view_model.h"
#include "ui/viewmodels/doors_view_model.h"
#include "ui/viewmodels/keys_view_model.h"
#include "ui/viewmodels/people_view_model.h"
#include "ui/viewmodels/secrets_view_model.h"
#include "ui/viewmodels/settings_models.h"
#include "ui/viewmodels/settings_providers.h"
#include "ui/viewmodels/settings_reach.h"
#include "ui/viewmodels/settings_telemetry.h"
#include "ui/viewmodels/settings_vendors.h"
#include "ui/viewmodels/workspace_view_model.h"

class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace vox {

class DesktopSecrets;
class DeviceChoice;
class ShellAppearance;
class SoundCheck;
class Workspace;

// Settings under tabs: this computer (appearance, sound, language models, vendors, where tools may go), its models and voices, the workspace and its server,
// and what is kept there: people, API keys, secrets, identity providers, the audit. open() takes a section or tab: "sound", "reach",
// "models", "people", … Owned by the shell, GUI thread; what it shows outlives it.
class SettingsScreen : public Screen {
    Q_OBJECT
public:
    struct Sources {
        Workspace &workspace;
        ShellAppearance &appearance;
        DeviceChoice &devices;
        SoundCheck &check;
        LocalModels &models;
        DesktopSecrets *secrets = nullptr; // where keys of providers are kept
        TeamServices team;
    };
    enum Tab { Computer, Models, WorkspaceTab, People, Keys, Secrets, Doors, Audit, TabCount };
    explicit SettingsScreen(const Sources &sources, QWidget *parent = nullptr);
    ~SettingsScreen() override;

    QString key() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("sliders-horizontal"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void open(const QString &section) override;

signals:
    // Please close this workspace and open that one.
    void workspaceRequested(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *makeComputer();
    QWidget *makePage(Tab tab);
    void ensurePage(int tab);

    Sources m_sources;
    SettingsProviders m_providers;
    SettingsVendors m_vendors;
    SettingsTelemetry m_telemetry;
    SettingsReach m_reach;
    SettingsModels m_models;
    WorkspaceViewModel m_workspace;
    // Made when first looked at; each asks the server.
    std::unique_ptr<PeopleViewModel> m_people;
    std::unique_ptr<KeysViewModel> m_keys;
    std::unique_ptr<SecretsViewModel> m_secrets;
    std::unique_ptr<DoorsViewModel> m_doors;
    std::unique_ptr<AuditViewModel> m_audit;
    QWidget *m_all = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace vox
