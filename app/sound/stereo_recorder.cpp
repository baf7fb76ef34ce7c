#include "app/sound/stereo_recorder.h"
#include <QtEndian>
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

constexpr qint64 kFrameBytes = 4;
constexpr qint64 kHeaderBytes = 80;
using Header = std::array<char, std::size_t(kHeaderBytes)>;

void put32(Header &header, int at, quint32 value) { qToLittleEndian(value, header.data() + at); }
void put64(Header &header, int at, quint64 value) { qToLittleEndian(value, header.data() + at); }
void putTag(Header &header, int at, const char *tag) { std::memcpy(header.data() + at, tag, 4); }

// RIFF, a JUNK chunk that can become ds64 in place (EBU Tech 3306), fmt, data.
Header headerFor(qint64 frames, qint64 wideFrom)
{
    const qint64 dataBytes = frames * kFrameBytes;
    const qint64 riffBytes = dataBytes + kHeaderBytes - 8;
    const bool wide = riffBytes >= wideFrom;
    Header header{};
    putTag(header, 0, wide ? "RF64" : "RIFF");
    put32(header, 4, wide ? 0xFFFFFFFFU : quint32(riffBytes));
    putTag(header, 8, "WAVE");
    putTag(header, 12, wide ? "ds64" : "JUNK");
    put32(header, 16, 28);
    if (wide) {
        put64(header, 20, quint64(riffBytes));
        put64(header, 28, quint64(dataBytes));
        put64(header, 36, quint64(frames));
    }
    putTag(header, 48, "fmt ");
    put32(header, 52, 16);
    qToLittleEndian<quint16>(1, header.data() + 56);
    qToLittleEndian<quint16>(2, header.data() + 58);
    put32(header, 60, kSampleRate);
    put32(header, 64, quint32(kSampleRate * kFrameBytes));
    qToLittleEndian<quint16>(quint16(kFrameBytes), header.data() + 68);
    qToLittleEndian<quint16>(16, header.data() + 70);
    putTag(header, 72, "data");
    put32(header, 76, wide ? 0xFFFFFFFFU : quint32(dataBytes));
    return header;
}

qint16 quantised(float sample)
{
    if (!std::isfinite(sample)) return 0;
    return qint16(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F)));
}

Error writeError(const QFile &file)
{
    const auto code = file.error() == QFileDevice::ResourceError || errno == ENOSPC ? Error::Code::DiskFull : Error::Code::FileUnwritable;
    return {code, {file.fileName()}, file.errorString()};
}

} // namespace

Result<std::unique_ptr<StereoRecorder>> StereoRecorder::open(const QString &path, qint64 wideFrom)
{
    std::unique_ptr<StereoRecorder> recorder(new StereoRecorder(path, wideFrom));
    if (!recorder->m_file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return Error{Error::Code::FileUnwritable, {path}, recorder->m_file.errorString()};
    if (const auto written = recorder->writeHeader(); !written) return written.error();
    return recorder;
}

StereoRecorder::~StereoRecorder() { (void)finish(); }

Result<void> StereoRecorder::append(const AudioBlock &caller, const AudioBlock &agent)
{
    if (m_failed || !m_file.isOpen()) return {};
    for (std::size_t i = 0; i < std::size_t(kBlockSamples); ++i) {
        m_buffer[m_buffered++] = qToLittleEndian(quantised(caller.samples[i]));
        m_buffer[m_buffered++] = qToLittleEndian(quantised(agent.samples[i]));
    }
    m_frames += kBlockSamples;
    if (m_buffered < m_buffer.size()) return {};
    if (const auto written = writeOut(); !written) return written;
    if (m_framesOnDisk - m_framesInHeader >= kSampleRate) return writeHeader();
    return {};
}

Result<void> StereoRecorder::writeOut()
{
    const auto bytes = qint64(m_buffered * sizeof(qint16));
    m_buffered = 0;
    const qint64 at = kHeaderBytes + m_framesOnDisk * kFrameBytes;
    if (!m_file.seek(at) || m_file.write(reinterpret_cast<const char *>(m_buffer.data()), bytes) != bytes) {
        m_failed = true;
        return writeError(m_file);
    }
    m_framesOnDisk += bytes / kFrameBytes;
    return {};
}

Result<void> StereoRecorder::writeHeader()
{
    const Header header = headerFor(m_framesOnDisk, m_wideFrom);
    if (!m_file.seek(0) || m_file.write(header.data(), kHeaderBytes) != kHeaderBytes) {
        m_failed = true;
        return writeError(m_file);
    }
    m_framesInHeader = m_framesOnDisk;
    return {};
}

Result<void> StereoRecorder::finish()
{
    if (!m_file.isOpen()) return {};
    Result<void> done;
    if (!m_failed && m_buffered > 0) done = writeOut();
    if (done && !m_failed) done = writeHeader();
    m_file.close();
    return done;
}

Result<qint64> recoverRecording(const QString &path)
{
    QFile file(path);
    if (!file.exists()) return Error{Error::Code::FileNotFound, {path}};
    if (!file.open(QIODevice::ReadWrite)) return Error{Error::Code::FileUnreadable, {path}, file.errorString()};
    const QByteArray head = file.read(kHeaderBytes);
    const Header expected = headerFor(0, std::numeric_limits<qint64>::max());
    const bool ours = head.size() == kHeaderBytes && (head.startsWith("RIFF") || head.startsWith("RF64"))
                      && std::memcmp(head.constData() + 48, expected.data() + 48, 28) == 0;
    if (!ours) return Error{Error::Code::AudioBroken, {path, u"not a recording of a conversation"_s}};
    const qint64 frames = (file.size() - kHeaderBytes) / kFrameBytes;
    const Header header = headerFor(frames, 0xFFFFFFFFLL);
    const bool repaired = file.resize(kHeaderBytes + frames * kFrameBytes) && file.seek(0)
                          && file.write(header.data(), kHeaderBytes) == kHeaderBytes && file.flush();
    if (!repaired) return writeError(file);
    return frames;
}

} // namespace vox
