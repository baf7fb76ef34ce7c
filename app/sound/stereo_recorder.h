#pragma once
#include "models/audio/block.h"
#include "models/base/result.h"
#include <QFile>
#include <QString>
#include <array>
#include <memory>

namespace vox {

// Writes a conversation's sound as it happens: s16, 16 kHz, stereo, caller left, agent right. Owned by the conversation and
// used on its thread; appending a block does not allocate. The header is true once a second, so a crash costs at most the last second; past
// 4 GB the file becomes RF64.
class StereoRecorder {
public:
    // Creates or replaces the file. `wideFrom` is the size in bytes from which RF64 is needed (tests lower it).
    static Result<std::unique_ptr<StereoRecorder>> open(const QString &path, qint64 wideFrom = 0xFFFFFFFFLL);
    ~StereoRecorder(); // finishes

    // Both lanes of the next 10 ms. Fails once (DiskFull, FileUnwritable); later calls do nothing.
    Result<void> append(const AudioBlock &caller, const AudioBlock &agent);
    // Writes what is buffered and the final header, and closes the file.
    Result<void> finish();
    qint64 frames() const { return m_frames; }

private:
    static constexpr std::size_t kBufferBlocks = 10;
    StereoRecorder(const QString &path, qint64 wideFrom) : m_file(path), m_wideFrom(wideFrom) {}
    Result<void> writeOut();
    Result<void> writeHeader();

    QFile m_file;
    qint64 m_wideFrom;
    qint64 m_frames = 0;        // appended
    qint64 m_framesOnDisk = 0;
    qint64 m_framesInHeader = 0;
    bool m_failed = false;
    std::array<qint16, kBufferBlocks * kBlockSamples * 2> m_buffer{};
    std::size_t m_buffered = 0; // values
};

// Repairs the header of a recording whose program died; returns its length in frames. The sound itself is not touched,
// half a frame at the end is cut. AudioBroken when it is not a recording of ours.
Result<qint64> recoverRecording(const QString &path);

} // namespace vox
