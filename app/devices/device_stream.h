#pragma once
#include "app/devices/playout_delay.h"
#include "app/dsp/resampler.h"
#include "app/host/line.h"
#include "app/realtime/spsc_ring.h"
#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <atomic>
#include <memory>
#include <vector>

namespace vox {

// Between the devices and the rings of a DeviceLine; lives on the device thread. Buffers are as small as the back ends
// allow: 10 ms in, 20 ms out, pushed as blocks come (a pull sink with small buffers stalls in Qt 6.4).
class DeviceStream : public QObject {
    Q_OBJECT
public:
    DeviceStream(const QAudioDevice &microphone, const QAudioDevice &loudspeaker, LineListener &listener);
    ~DeviceStream() override;

    // Worker's side of the rings.
    SpscRing<AudioBlock> captured{256};
    SpscRing<AudioBlock> toPlay{256};
    std::int64_t playoutDelayUs() const;
    // Something was put into toPlay; costs one event however often it is called before the device thread looks.
    void wakePlayout();

    // Device thread.
    void open();
    void close();

private:
    void openMicrophone();
    void openLoudspeaker();
    void readMicrophone();
    void deliver(Samples mono);
    void feedSilence();
    void microphoneLost();
    void loudspeakerLost();
    void checkDevices();
    void writeLoudspeaker();
    void measureDelay();
    void appendToBytes(const AudioBlock &block);

    LineListener &m_listener;
    QAudioDevice m_microphone, m_loudspeaker;
    QAudioFormat m_inFormat, m_outFormat;
    std::unique_ptr<QAudioSource> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_in = nullptr;
    QIODevice *m_out = nullptr;
    std::unique_ptr<Resampler> m_inRate, m_outRate;
    std::vector<float> m_mono, m_resampled, m_outSamples;
    AudioBlock m_block;
    std::size_t m_filled = 0;
    QByteArray m_outBytes;
    QTimer m_silence;
    QTimer m_watch;
    QElapsedTimer m_silentSince;
    qint64 m_silentBlocks = 0;
    PlayoutDelay m_delay;
    std::int64_t m_owed = 0; // blocks captured that nothing was played for yet
    std::atomic<std::int64_t> m_delayUs{0};
    std::atomic_bool m_wakeQueued{false};
};

} // namespace vox
