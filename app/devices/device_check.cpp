#include "app/devices/device_check.h"
#include "app/devices/audio_devices.h"
#include <QAudioSink>
#include <QAudioSource>
#include <QBuffer>
#include <QMediaDevices>
#include <QTimer>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

namespace vox {

namespace {

constexpr int kRate = 48000;
constexpr int kMeasureMs = 50;
constexpr double kSilentDb = -100;

QAudioFormat floatMono(const QAudioDevice &device)
{
    QAudioFormat format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Float);
    format.setChannelCount(1);
    if (device.isFormatSupported(format)) return format;
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

double decibels(double value) { return value > 1e-5 ? 20 * std::log10(value) : kSilentDb; }

// A second of tone that begins and ends softly.
QByteArray tone(const QAudioFormat &format)
{
    const int rate = format.sampleRate() > 0 ? format.sampleRate() : kRate, channels = std::max(1, format.channelCount());
    QByteArray bytes;
    for (int i = 0; i < rate; ++i) {
        const double edge = std::min(1.0, std::min(i, rate - 1 - i) / (0.02 * rate));
        const double value = 0.1 * edge * std::sin(2 * std::numbers::pi * 440 * i / rate);
        for (int channel = 0; channel < channels; ++channel)
            if (format.sampleFormat() == QAudioFormat::Float) {
                const float sample = float(value);
                bytes.append(reinterpret_cast<const char *>(&sample), sizeof sample);
            } else {
                const qint16 sample = qint16(value * 32767);
                bytes.append(reinterpret_cast<const char *>(&sample), sizeof sample);
            }
    }
    return bytes;
}

QAudioDevice pick(const QList<QAudioDevice> &all, const QString &id, const QAudioDevice &fallback)
{
    for (const QAudioDevice &device : all)
        if (QString::fromUtf8(device.id()) == id) return device;
    return fallback;
}

} // namespace

struct DeviceCheck::Private {
    explicit Private(AudioDevices &devices) : devices(devices) {}
    AudioDevices &devices;
    QAudioFormat format;
    std::unique_ptr<QAudioSource> source;
    QIODevice *in = nullptr;
    QTimer measure;
    std::unique_ptr<QAudioSink> sink;
    QBuffer toneBuffer;
    bool wanted = false;
};

DeviceCheck::DeviceCheck(AudioDevices &devices, QObject *parent) : SoundCheck(parent), d(new Private(devices))
{
    d->measure.setInterval(kMeasureMs);
    connect(&d->measure, &QTimer::timeout, this, &DeviceCheck::measure);
    connect(&devices, &AudioDevices::changed, this, [this] {
        if (!d->wanted) return;
        close();
        open();
    });
}

DeviceCheck::~DeviceCheck()
{
    close();
    if (d->sink) d->sink->stop();
}

bool DeviceCheck::isListening() const { return d->source != nullptr; }

void DeviceCheck::listen(bool on)
{
    d->wanted = on;
    if (on == isListening()) return;
    if (on) open();
    else close();
}

void DeviceCheck::open()
{
    const QAudioDevice device = pick(QMediaDevices::audioInputs(), d->devices.microphone(), QMediaDevices::defaultAudioInput());
    if (device.isNull()) {
        d->wanted = false;
        emit listeningChanged();
        emit failed(Error(Error::Code::NoMicrophone));
        return;
    }
    d->format = floatMono(device);
    d->source = std::make_unique<QAudioSource>(device, d->format);
    d->in = d->source->start();
    d->measure.start();
    emit listeningChanged();
}

void DeviceCheck::close()
{
    d->measure.stop();
    d->in = nullptr;
    if (!d->source) return;
    d->source->stop();
    d->source.reset();
    emit levelMeasured(kSilentDb, kSilentDb);
    emit listeningChanged();
}

void DeviceCheck::measure()
{
    if (!d->in) return;
    const QByteArray bytes = d->in->readAll();
    const int step = d->format.bytesPerSample();
    if (step <= 0 || bytes.size() < step) return;
    double sum = 0, peak = 0;
    const qsizetype count = bytes.size() / step;
    for (qsizetype i = 0; i < count; ++i) {
        const double value = d->format.normalizedSampleValue(bytes.constData() + i * step);
        sum += value * value;
        peak = std::max(peak, std::fabs(value));
    }
    emit levelMeasured(decibels(std::sqrt(sum / double(count))), decibels(peak));
}

void DeviceCheck::playTone()
{
    const QAudioDevice device = pick(QMediaDevices::audioOutputs(), d->devices.loudspeaker(), QMediaDevices::defaultAudioOutput());
    if (device.isNull()) {
        emit failed(Error(Error::Code::NoLoudspeaker));
        return;
    }
    if (d->sink) d->sink->stop();
    const QAudioFormat format = floatMono(device);
    d->toneBuffer.close();
    d->toneBuffer.setData(tone(format));
    d->toneBuffer.open(QIODevice::ReadOnly);
    d->sink = std::make_unique<QAudioSink>(device, format);
    connect(d->sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::IdleState) d->sink->stop();
    });
    d->sink->start(&d->toneBuffer);
}

} // namespace vox
