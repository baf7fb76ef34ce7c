#pragma once
#include "ui/screens/screen.h"
#include "ui/viewmodels/settings_installed.h"
#include "ui/viewmodels/settings_providers.h"
#include "ui/viewmodels/settings_telemetry.h"
#include "ui/viewmodels/settings_vendors.h"

class QScrollArea;

namespace vox {

class DesktopSecrets;
class DeviceChoice;
class ShellAppearance;
class SoundCheck;
class Workspace;

// Appearance, sound devices, language models, what is installed, the workspace. open() takes a section: "sound", "models", … Owned by
// the shell, GUI thread; what it shows outlives it.
class SettingsScreen : public Screen {
    Q_OBJECT
public:
    struct Sources {
        Workspace &workspace;
        ShellAppearance &appearance;
        DeviceChoice &devices;
        SoundCheck &check;
        QList<InstalledPart> installed;
        DesktopSecrets *secrets = nullptr; // where keys of providers are kept
    };
    explicit SettingsScreen(const Sources &sources, QWidget *parent = nullptr);
    ~SettingsScreen() override;

    QString key() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("sliders-horizontal"); }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void open(const QString &section) override;

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();

    Sources m_sources;
    SettingsProviders m_providers;
    SettingsVendors m_vendors;
    SettingsTelemetry m_telemetry;
    QWidget *m_all = nullptr;
    QScrollArea *m_scroll = nullptr;
};

} // namespace vox
