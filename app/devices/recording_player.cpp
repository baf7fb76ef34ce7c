#include "app/devices/recording_player.h"
#include "app/devices/decoded_sound.h"
#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace vox {

namespace {

constexpr int tickMs = 15;
constexpr int bufferMs = 120;
constexpr std::size_t pieceFrames = 512;

QAudioFormat playingFormat(const QAudioDevice &device)
{
    QAudioFormat format;
    format.setSampleRate(kSampleRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Float);
    if (device.isFormatSupported(format)) return format;
    format = device.preferredFormat();
    format.setSampleFormat(QAudioFormat::Float);
    return format;
}

} // namespace

struct RecordingPlayer::Private {
    QThreadPool pool;
    std::shared_ptr<DecodedSound> sound;
    QString path, loudspeaker;
    QTimer tick;
    std::unique_ptr<QAudioSink> sink;
    QIODevice *device = nullptr;
    double next = 0;          // frame of the recording that is written next
    qint64 heardBefore = 0;   // position while standing, microseconds
    double rate = 1;
    Lanes lanes = Lanes::Both;
    bool playing = false;

    // The recording is decoded when it is first listened to: opening a conversation costs nothing.
    void ensureDecoding()
    {
        if (sound || path.isEmpty()) return;
        sound = std::make_shared<DecodedSound>();
        pool.start([sound = sound, path = path] { sound->decode(path); });
    }

    void forget()
    {
        if (sound) sound->cancel();
        sound.reset();
    }

    float mixed(const DecodedSound::Frame &frame) const
    {
        switch (lanes) {
        case Lanes::Caller: return frame.caller;
        case Lanes::Agent: return frame.agent;
        case Lanes::Both: return std::clamp(frame.caller + frame.agent, -1.0F, 1.0F);
        }
        Q_UNREACHABLE();
    }

    // Sound for `frames` frames of the device, at the device's rate; less at the end of what is decoded.
    QByteArray render(const QAudioFormat &format, std::size_t frames)
    {
        const double step = rate * kSampleRate / format.sampleRate();
        const auto needed = std::size_t(std::ceil(double(frames) * step)) + 2;
        std::vector<DecodedSound::Frame> source(needed);
        const auto first = qint64(next);
        const std::size_t got = sound->read(first, source);
        QByteArray bytes;
        for (std::size_t i = 0; i < frames; ++i) {
            const double at = next - double(first);
            const auto whole = std::size_t(at);
            if (whole + 1 >= got) break;
            const float weight = float(at - double(whole));
            const float value = mixed(source[whole]) * (1 - weight) + mixed(source[whole + 1]) * weight;
            for (int channel = 0; channel < format.channelCount(); ++channel) bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
            next += step;
        }
        return bytes;
    }

    qint64 heardUs() const
    {
        if (!sink) return heardBefore;
        const qint64 waitingUs = sink->format().durationForBytes(qint32(std::max<qsizetype>(0, sink->bufferSize() - sink->bytesFree())));
        return std::max<qint64>(0, qint64(next * 1e6 / kSampleRate) - qint64(double(waitingUs) * rate));
    }

    void silence()
    {
        if (sink) sink->reset();
        device = nullptr;
        sink.reset();
        tick.stop();
    }
};

RecordingPlayer::RecordingPlayer(QObject *parent) : SoundPlayer(parent), d(new Private)
{
    d->pool.setMaxThreadCount(1);
    d->tick.setInterval(tickMs);
    d->tick.setTimerType(Qt::PreciseTimer);
    connect(&d->tick, &QTimer::timeout, this, [this] {
        if (!d->sound || !d->device) return;
        if (const auto error = d->sound->error(); error && d->sound->frames() == 0) {
            pause();
            emit failed(*error);
            return;
        }
        const QAudioFormat format = d->sink->format();
        while (d->sink->bytesFree() >= qsizetype(pieceFrames) * format.bytesPerFrame()) {
            const QByteArray bytes = d->render(format, pieceFrames);
            if (bytes.isEmpty()) break;
            d->device->write(bytes);
        }
        const bool atEnd = d->sound->isComplete() && qint64(d->next) + 2 >= d->sound->frames();
        const qint64 heard = d->heardUs();
        emit positionChanged(heard);
        if (!atEnd || d->sink->bytesFree() < d->sink->bufferSize()) return;
        pause();
        d->next = 0;
        d->heardBefore = 0;
    });
}

RecordingPlayer::~RecordingPlayer()
{
    d->silence();
    d->forget();
    d->pool.waitForDone();
}

void RecordingPlayer::setLoudspeaker(const QString &id) { d->loudspeaker = id; }

void RecordingPlayer::load(const QString &path)
{
    if (path == d->path) return;
    pause();
    d->forget();
    d->path = path;
    d->next = 0;
    d->heardBefore = 0;
    emit positionChanged(0);
}

void RecordingPlayer::play()
{
    if (d->playing || d->path.isEmpty()) return;
    QAudioDevice loudspeaker = QMediaDevices::defaultAudioOutput();
    for (const QAudioDevice &device : QMediaDevices::audioOutputs())
        if (!d->loudspeaker.isEmpty() && device.id() == d->loudspeaker.toUtf8()) loudspeaker = device;
    if (loudspeaker.isNull()) {
        emit failed(Error(Error::Code::NoLoudspeaker));
        return;
    }
    d->ensureDecoding();
    const QAudioFormat format = playingFormat(loudspeaker);
    d->sink = std::make_unique<QAudioSink>(loudspeaker, format);
    d->sink->setBufferSize(format.bytesForDuration(bufferMs * 1000));
    d->device = d->sink->start();
    if (!d->device) {
        d->silence();
        emit failed(Error(Error::Code::DeviceLost, {loudspeaker.description()}));
        return;
    }
    d->playing = true;
    d->tick.start();
    emit playingChanged();
}

void RecordingPlayer::pause()
{
    if (!d->playing) return;
    d->heardBefore = d->heardUs();
    d->next = double(d->heardBefore) * kSampleRate / 1e6;
    d->playing = false;
    d->silence();
    emit playingChanged();
}

void RecordingPlayer::seek(qint64 us)
{
    const bool wasPlaying = d->playing;
    pause();
    d->heardBefore = std::max<qint64>(0, us);
    if (d->sound && d->sound->isComplete())
        d->heardBefore = std::min(d->heardBefore, d->sound->frames() * 1'000'000 / kSampleRate);
    d->next = double(d->heardBefore) * kSampleRate / 1e6;
    emit positionChanged(d->heardBefore);
    if (wasPlaying) play();
}

void RecordingPlayer::setRate(double rate)
{
    const bool wasPlaying = d->playing;
    pause();
    d->rate = std::clamp(rate, 0.5, 2.0);
    if (wasPlaying) play();
}

void RecordingPlayer::setLanes(Lanes lanes) { d->lanes = lanes; }

bool RecordingPlayer::isPlaying() const { return d->playing; }

qint64 RecordingPlayer::positionUs() const { return d->heardUs(); }

} // namespace vox
