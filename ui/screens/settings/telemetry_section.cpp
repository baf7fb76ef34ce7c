#include "ui/kit/roles.h"
#include "ui/screens/settings/settings_sections.h"
#include "ui/viewmodels/settings_telemetry.h"
#include <QCheckBox>
#include <QLineEdit>

namespace vox {

using namespace Qt::StringLiterals;

SettingsSection *makeTelemetrySection(SettingsTelemetry &telemetry)
{
    auto *section = new SettingsSection(u"telemetry"_s, SettingsSection::tr("Telemetry"),
                                        SettingsSection::tr("Conversations as traces and histograms to an OpenTelemetry collector. Without an address nothing is sent."));
    auto *address = new QLineEdit(telemetry.endpoint());
    address->setPlaceholderText(u"http://localhost:4318"_s);
    address->setAccessibleName(SettingsSection::tr("Address of the collector"));
    QObject::connect(address, &QLineEdit::textEdited, &telemetry, &SettingsTelemetry::setEndpoint);
    QObject::connect(&telemetry, &SettingsTelemetry::changed, address, [address, &telemetry] { kit::setFault(address, telemetry.hasFault()); });
    section->addRow(SettingsSection::tr("Address of the collector"), address, SettingsSection::tr("Begins with https:// or http://; /v1/traces and /v1/metrics are added."));
    auto *json = new QCheckBox(SettingsSection::tr("As JSON instead of protobuf"));
    json->setChecked(telemetry.isJson());
    QObject::connect(json, &QCheckBox::toggled, &telemetry, &SettingsTelemetry::setJson);
    section->addRow({}, json);
    auto *words = new QCheckBox(SettingsSection::tr("With what was said"));
    words->setChecked(telemetry.words());
    QObject::connect(words, &QCheckBox::toggled, &telemetry, &SettingsTelemetry::setWords);
    section->addRow({}, words, SettingsSection::tr("Otherwise no words of callers and agents leave this machine."));
    return section;
}

} // namespace vox
