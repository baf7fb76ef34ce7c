#pragma once
#include "app/host/line.h"
#include <QAudioDevice>
#include <QThread>
#include <memory>

namespace vox {

class DeviceStream;

// A conversation over a microphone and a loudspeaker. The devices live on a thread of their own; two rings carry 10 ms
// blocks between it and the conversation's worker. When the microphone is pulled out the line goes on with silence, on
// the clock, and says so; a lost loudspeaker is said and the rest goes on.
class DeviceLine final : public Line {
public:
    DeviceLine(const QAudioDevice &microphone, const QAudioDevice &loudspeaker);
    ~DeviceLine() override;

    void start(Executor &executor, LineListener &listener) override;
    Captured captured(AudioBlock &into) override;
    void play(const AudioBlock &block) override;
    std::int64_t playoutDelayUs() const override;
    void stop() override;

private:
    QAudioDevice m_microphone, m_loudspeaker;
    QThread m_thread;
    std::unique_ptr<DeviceStream> m_stream; // lives on m_thread while that runs
};

} // namespace vox
