#pragma once
#include "ui/screens/notice.h"
#include "ui/screens/settings/settings_section.h"

namespace vox {

class DeviceChoice;
class SettingsProviders;
class SettingsReach;
class SettingsTelemetry;
class SettingsVendors;
class ShellAppearance;
class SoundCheck;

// The sections, each made anew after a change of language.
SettingsSection *makeAppearanceSection(ShellAppearance &appearance);
SettingsSection *makeSoundSection(DeviceChoice &devices, SoundCheck &check);
SettingsSection *makeProvidersSection(SettingsProviders &providers, const std::function<void(const Notice &)> &notice);
SettingsSection *makeVendorsSection(SettingsVendors &vendors, SettingsProviders &keys, const std::function<void(const Notice &)> &notice);
SettingsSection *makeTelemetrySection(SettingsTelemetry &telemetry);
SettingsSection *makeReachSection(SettingsReach &reach);

} // namespace vox
