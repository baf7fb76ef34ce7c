#include "app/devices/device_stream.h"
#include <QMediaDevices>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace vox {

namespace {

constexpr int kInMs = 10;
constexpr int kOutMs = 20;
// What the back end holds beyond its buffer as we see it: measured against a recording of the sink's monitor.
constexpr std::int64_t kBackEndUs = 6000;
constexpr int kWatchMs = 500;
// A loudspeaker that takes nothing for this long stands: what waited for it is dropped.
constexpr std::int64_t kStandsUs = 1000000;

QAudioFormat formatFor(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(kSampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return device.isFormatSupported(format) ? format : device.preferredFormat();
}

float sampleAt(const char *at, QAudioFormat::SampleFormat format)
{
    switch (format) {
    case QAudioFormat::UInt8: return (float(quint8(*at)) - 128.0f) / 128.0f;
    case QAudioFormat::Int16: {
        qint16 value;
        std::memcpy(&value, at, sizeof value);
        return float(value) / 32768.0f;
    }
    case QAudioFormat::Int32: {
        qint32 value;
        std::memcpy(&value, at, sizeof value);
        return float(double(value) / 2147483648.0);
    }
    case QAudioFormat::Float: {
        float value;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    default: return 0;
    }
}

void putSample(char *at, float sample, QAudioFormat::SampleFormat format)
{
    const float clipped = std::clamp(sample, -1.0f, 1.0f);
    switch (format) {
    case QAudioFormat::UInt8: *at = char(quint8(std::lround(clipped * 127.0f) + 128)); return;
    case QAudioFormat::Int16: {
        const auto value = qint16(std::lround(clipped * 32767.0f));
        std::memcpy(at, &value, sizeof value);
        return;
    }
    case QAudioFormat::Int32: {
        const auto value = qint32(std::llround(double(clipped) * 2147483647.0));
        std::memcpy(at, &value, sizeof value);
        return;
    }
    case QAudioFormat::Float: std::memcpy(at, &clipped, sizeof clipped); return;
    default: return;
    }
}

bool isSilent(const AudioBlock &block)
{
    return std::all_of(block.samples.begin(), block.samples.end(), [](float sample) { return std::fabs(sample) < 1e-4f; });
}

} // namespace

DeviceStream::DeviceStream(const QAudioDevice &microphone, const QAudioDevice &loudspeaker, LineListener &listener)
    : m_listener(listener), m_microphone(microphone), m_loudspeaker(loudspeaker), m_silence(this), m_watch(this)
{
    m_silence.setInterval(kInMs);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &DeviceStream::feedSilence);
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &DeviceStream::checkDevices);
}

DeviceStream::~DeviceStream() = default;

std::int64_t DeviceStream::playoutDelayUs() const
{
    return m_delayUs.load(std::memory_order_relaxed) + kBackEndUs;
}

void DeviceStream::wakePlayout()
{
    if (m_wakeQueued.exchange(true, std::memory_order_acq_rel)) return;
    QMetaObject::invokeMethod(this, [this] {
        m_wakeQueued.store(false, std::memory_order_release);
        writeLoudspeaker();
    }, Qt::QueuedConnection);
}

void DeviceStream::open()
{
    m_watch.start();
    openLoudspeaker();
    openMicrophone();
}

void DeviceStream::close()
{
    m_silence.stop();
    m_watch.stop();
    if (m_source) m_source->disconnect(this);
    if (m_sink) m_sink->disconnect(this);
    m_in = m_out = nullptr;
    m_source.reset();
    m_sink.reset();
}

void DeviceStream::openMicrophone()
{
    m_inFormat = formatFor(m_microphone);
    if (m_inFormat.sampleRate() != kSampleRate)
        m_inRate = std::make_unique<Resampler>(m_inFormat.sampleRate(), kSampleRate, Resampler::Quality::LowDelay);
    m_source = std::make_unique<QAudioSource>(m_microphone, m_inFormat);
    m_source->setBufferSize(m_inFormat.bytesForDuration(kInMs * 1000));
    m_in = m_source->start();
    if (!m_in) return microphoneLost();
    connect(m_in, &QIODevice::readyRead, this, &DeviceStream::readMicrophone);
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState) microphoneLost();
    });
}

void DeviceStream::openLoudspeaker()
{
    if (m_loudspeaker.isNull()) return m_listener.lineTroubled(Error(Error::Code::NoLoudspeaker));
    m_outFormat = formatFor(m_loudspeaker);
    m_outRate.reset();
    if (m_outFormat.sampleRate() != kSampleRate)
        m_outRate = std::make_unique<Resampler>(kSampleRate, m_outFormat.sampleRate(), Resampler::Quality::LowDelay);
    m_sink = std::make_unique<QAudioSink>(m_loudspeaker, m_outFormat);
    m_sink->setBufferSize(m_outFormat.bytesForDuration(kOutMs * 1000));
    m_out = m_sink->start();
    if (!m_out) return loudspeakerLost();
    m_delay = {};
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState) loudspeakerLost();
        else if (state == QAudio::IdleState && m_sink->error() == QAudio::UnderrunError) m_delay.ranDry();
    });
}

// A sound server quietly moves a stream to another device when its own is gone, and Qt 6.4 does not tell of it; the list
// of devices does.
void DeviceStream::checkDevices()
{
    const auto holds = [](const QList<QAudioDevice> &devices, const QAudioDevice &wanted) {
        return std::any_of(devices.begin(), devices.end(), [&](const QAudioDevice &device) { return device.id() == wanted.id(); });
    };
    if (m_source && !holds(QMediaDevices::audioInputs(), m_microphone)) microphoneLost();
    if (m_sink && !holds(QMediaDevices::audioOutputs(), m_loudspeaker)) loudspeakerLost();
}

// Another microphone takes over when there is one; else the call goes on in silence, so that it can be typed.
void DeviceStream::microphoneLost()
{
    if (!m_source) return;
    const QString name = m_microphone.description();
    const QByteArray lost = m_microphone.id();
    m_source->disconnect(this);
    if (m_in) m_in->disconnect(this);
    m_in = nullptr;
    m_source.release()->deleteLater(); // we may be inside one of its signals
    m_inRate.reset();
    m_listener.lineTroubled(Error(Error::Code::DeviceLost, {name}));
    const QAudioDevice other = QMediaDevices::defaultAudioInput();
    if (!other.isNull() && other.id() != lost) {
        m_microphone = other;
        return openMicrophone();
    }
    m_silentBlocks = 0;
    m_silentSince.start();
    m_silence.start();
}

void DeviceStream::loudspeakerLost()
{
    if (!m_sink) return;
    const QString name = m_loudspeaker.description();
    const QByteArray lost = m_loudspeaker.id();
    m_sink->disconnect(this);
    m_out = nullptr;
    m_sink.release()->deleteLater();
    m_outBytes.clear();
    m_delayUs.store(0, std::memory_order_relaxed);
    m_listener.lineTroubled(Error(Error::Code::DeviceLost, {name}));
    const QAudioDevice other = QMediaDevices::defaultAudioOutput();
    if (other.isNull() || other.id() == lost) return;
    m_loudspeaker = other;
    openLoudspeaker();
}

void DeviceStream::feedSilence()
{
    const qint64 due = m_silentSince.elapsed() / kInMs;
    const std::vector<float> silence(kBlockSamples, 0.0f);
    for (; m_silentBlocks < due; ++m_silentBlocks) deliver(silence);
}

void DeviceStream::readMicrophone()
{
    if (!m_in) return;
    const QByteArray bytes = m_in->readAll();
    const int frameBytes = m_inFormat.bytesPerFrame(), sampleBytes = m_inFormat.bytesPerSample(), channels = m_inFormat.channelCount();
    m_mono.clear();
    for (qsizetype at = 0; at + frameBytes <= bytes.size(); at += frameBytes) {
        float sum = 0;
        for (int channel = 0; channel < channels; ++channel) sum += sampleAt(bytes.constData() + at + channel * sampleBytes, m_inFormat.sampleFormat());
        m_mono.push_back(sum / float(channels));
    }
    if (!m_inRate) return deliver(m_mono);
    m_resampled.clear();
    m_inRate->process(m_mono, m_resampled);
    deliver(m_resampled);
}

void DeviceStream::deliver(Samples mono)
{
    bool delivered = false;
    for (const float sample : mono) {
        m_block.samples[m_filled++] = sample;
        if (m_filled < m_block.samples.size()) continue;
        m_filled = 0;
        if (!captured.push(m_block)) continue; // full: the worker stands; its sound is lost, not ours
        delivered = true;
        ++m_owed;
    }
    if (delivered) m_listener.soundArrived();
    writeLoudspeaker();
    if (delivered && m_sink) measureDelay();
}

void DeviceStream::measureDelay()
{
    const qsizetype inDevice = std::max<qsizetype>(0, m_sink->bufferSize() - m_sink->bytesFree());
    m_delay.sample(std::max<std::int64_t>(0, m_owed - 1) * kBlockUs, m_outFormat.durationForBytes(qint32(m_outBytes.size())), m_outFormat.durationForBytes(qint32(inDevice)));
    m_delayUs.store(m_delay.estimateUs(), std::memory_order_relaxed);
}

void DeviceStream::appendToBytes(const AudioBlock &block)
{
    Samples samples = block.samples;
    if (m_outRate) {
        m_outSamples.clear();
        m_outRate->process(samples, m_outSamples);
        samples = m_outSamples;
    }
    const int sampleBytes = m_outFormat.bytesPerSample(), channels = m_outFormat.channelCount();
    qsizetype at = m_outBytes.size();
    m_outBytes.resize(at + qsizetype(samples.size()) * m_outFormat.bytesPerFrame());
    for (const float sample : samples)
        for (int channel = 0; channel < channels; ++channel, at += sampleBytes)
            putSample(m_outBytes.data() + at, sample, m_outFormat.sampleFormat());
}

void DeviceStream::writeLoudspeaker()
{
    AudioBlock block;
    while (toPlay.pop(block)) {
        --m_owed;
        if (!m_out) continue; // nobody hears it
        if (m_delay.tooLong() && isSilent(block)) {
            m_delay.leftOut(kBlockUs);
            continue;
        }
        appendToBytes(block);
    }
    if (!m_out) return;
    if (m_outBytes.size() > m_outFormat.bytesForDuration(kStandsUs)) m_outBytes.clear();
    const qsizetype room = std::min<qsizetype>(m_sink->bytesFree(), m_outBytes.size());
    const qint64 written = room > 0 ? m_out->write(m_outBytes.constData(), room) : 0;
    if (written > 0) m_outBytes.remove(0, written);
}

} // namespace vox
