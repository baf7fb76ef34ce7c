#include "app/devices/audio_devices.h"
#include "app/devices/device_line.h"

namespace vox {

namespace {

QList<AudioDeviceRow> rowsOf(const QList<QAudioDevice> &devices)
{
    QList<AudioDeviceRow> rows;
    for (const QAudioDevice &device : devices) rows.append({QString::fromUtf8(device.id()), device.description(), device.isDefault()});
    return rows;
}

} // namespace

AudioDevices::AudioDevices(QObject *parent) : QObject(parent)
{
    connect(&m_system, &QMediaDevices::audioInputsChanged, this, &AudioDevices::changed);
    connect(&m_system, &QMediaDevices::audioOutputsChanged, this, &AudioDevices::changed);
}

QList<AudioDeviceRow> AudioDevices::microphones() const { return rowsOf(QMediaDevices::audioInputs()); }

QList<AudioDeviceRow> AudioDevices::loudspeakers() const { return rowsOf(QMediaDevices::audioOutputs()); }

void AudioDevices::setMicrophone(const QString &id)
{
    if (m_microphone == id) return;
    m_microphone = id;
    emit changed();
}

void AudioDevices::setLoudspeaker(const QString &id)
{
    if (m_loudspeaker == id) return;
    m_loudspeaker = id;
    emit changed();
}

QAudioDevice AudioDevices::find(const QList<QAudioDevice> &among, const QString &id, const QAudioDevice &fallback) const
{
    for (const QAudioDevice &device : among)
        if (!id.isEmpty() && device.id() == id.toUtf8()) return device;
    return fallback;
}

Result<std::unique_ptr<Line>> AudioDevices::openLine() const
{
    const QAudioDevice microphone = find(QMediaDevices::audioInputs(), m_microphone, QMediaDevices::defaultAudioInput());
    if (microphone.isNull()) return Error(Error::Code::NoMicrophone);
    const QAudioDevice loudspeaker = find(QMediaDevices::audioOutputs(), m_loudspeaker, QMediaDevices::defaultAudioOutput());
    return std::unique_ptr<Line>(std::make_unique<DeviceLine>(microphone, loudspeaker));
}

} // namespace vox
