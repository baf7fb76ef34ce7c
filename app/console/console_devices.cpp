#include "app/console/console_devices.h"
#include "app/workspace/settings.h"

namespace vox::console {

using namespace Qt::StringLiterals;

namespace {

const QString kMicrophone = u"devices.microphone"_s, kLoudspeaker = u"devices.loudspeaker"_s;

// The default first; it is chosen by an empty id, so that it follows the system.
QList<DeviceChoice::Device> asChoice(const QList<AudioDeviceRow> &rows)
{
    QList<DeviceChoice::Device> out;
    for (const AudioDeviceRow &row : rows)
        if (row.isDefault) out.prepend({{}, row.name});
        else out.append({row.id, row.name});
    return out;
}

} // namespace

ConsoleDevices::ConsoleDevices(Settings &settings) : m_settings(settings)
{
    m_devices.setMicrophone(settings.value(kMicrophone).toString());
    m_devices.setLoudspeaker(settings.value(kLoudspeaker).toString());
    connect(&m_devices, &AudioDevices::changed, this, &DeviceChoice::changed);
}

QList<DeviceChoice::Device> ConsoleDevices::microphones() const { return asChoice(m_devices.microphones()); }

QList<DeviceChoice::Device> ConsoleDevices::loudspeakers() const { return asChoice(m_devices.loudspeakers()); }

void ConsoleDevices::chooseMicrophone(const QString &id)
{
    m_settings.setValue(kMicrophone, id);
    m_devices.setMicrophone(id);
}

void ConsoleDevices::chooseLoudspeaker(const QString &id)
{
    m_settings.setValue(kLoudspeaker, id);
    m_devices.setLoudspeaker(id);
}

QString ConsoleDevices::microphoneName() const
{
    const QList<Device> all = microphones();
    for (const Device &device : all)
        if (device.id == microphone()) return device.name;
    return all.isEmpty() ? QString() : all.first().name; // what was chosen is not plugged in
}

} // namespace vox::console
