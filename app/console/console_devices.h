#pragma once
#include "app/devices/audio_devices.h"
#include "ui/viewmodels/device_choice.h"

namespace vox {
class Settings;
}

namespace vox::console {

// The machine's sound devices as the screens choose them; what was chosen is kept with the workspace. Owned by the Console,
// UI thread.
class ConsoleDevices final : public DeviceChoice {
    Q_OBJECT
public:
    explicit ConsoleDevices(Settings &settings);

    QList<Device> microphones() const override;
    QList<Device> loudspeakers() const override;
    QString microphone() const override { return m_devices.microphone(); }
    QString loudspeaker() const override { return m_devices.loudspeaker(); }
    void chooseMicrophone(const QString &id) override;
    void chooseLoudspeaker(const QString &id) override;

    // Of the microphone a call would use; empty: there is none.
    QString microphoneName() const;
    AudioDevices &devices() { return m_devices; }

private:
    Settings &m_settings;
    AudioDevices m_devices;
};

} // namespace vox::console
