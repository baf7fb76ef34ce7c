#include "app/devices/device_line.h"
#include "app/devices/device_stream.h"

namespace vox {

using namespace Qt::StringLiterals;

DeviceLine::DeviceLine(const QAudioDevice &microphone, const QAudioDevice &loudspeaker)
    : m_microphone(microphone), m_loudspeaker(loudspeaker)
{
    m_thread.setObjectName(u"devices"_s);
}

DeviceLine::~DeviceLine() { stop(); }

void DeviceLine::start(Executor &, LineListener &listener)
{
    m_stream = std::make_unique<DeviceStream>(m_microphone, m_loudspeaker, listener);
    m_stream->moveToThread(&m_thread);
    m_thread.start(QThread::TimeCriticalPriority);
    QMetaObject::invokeMethod(m_stream.get(), [stream = m_stream.get()] { stream->open(); });
}

Line::Captured DeviceLine::captured(AudioBlock &into)
{
    return m_stream && m_stream->captured.pop(into) ? Captured::Block : Captured::Wait;
}

void DeviceLine::play(const AudioBlock &block)
{
    if (!m_stream) return;
    m_stream->toPlay.push(block);
    m_stream->wakePlayout();
}

std::int64_t DeviceLine::playoutDelayUs() const { return m_stream ? m_stream->playoutDelayUs() : 0; }

void DeviceLine::stop()
{
    if (!m_stream) return;
    QMetaObject::invokeMethod(m_stream.get(), [stream = m_stream.get()] { stream->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    m_stream.reset();
}

} // namespace vox
