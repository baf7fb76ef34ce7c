#pragma once
#include "models/audio/block.h"
#include "models/base/result.h"
#include <QIODevice>
#include <QString>
#include <memory>
#include <vector>

namespace vox {

struct SoundFormat {
    int channels = 0;      // 1 to 64
    int rate = 0;          // Hz
    qint64 frames = 0;     // samples of one channel
    QString codec;         // "pcm_s16", "float32", "opus", ...: for people
};

// A sound file being read from its beginning, a piece at a time. Used by one thread at a time; memory use does not
// depend on the file.
class SoundReader {
public:
    virtual ~SoundReader() = default;
    virtual const SoundFormat &format() const = 0;
    // Reads up to `frames` interleaved frames in -1..1; returns how many came, 0 at the end.
    virtual Result<qint64> read(float *into, qint64 frames) = 0;
};

// Opens a WAV (also RF64 and WAVE_FORMAT_EXTENSIBLE) or Ogg Opus file, told apart by content. `name` is what errors call it.
// Errors: FileNotFound, FileUnreadable, AudioBroken, AudioUnsupported.
Result<std::unique_ptr<SoundReader>> openSound(const QString &path);
Result<std::unique_ptr<SoundReader>> openSound(std::unique_ptr<QIODevice> device, const QString &name);

// How much of a file is read at most: the length of a conversation, and a bound on memory.
inline constexpr qint64 kLongestSoundSeconds = 4 * 3600;

// The whole file as 16 kHz mono (channels averaged). TooLarge past kLongestSoundSeconds.
Result<std::vector<float>> readMono(const QString &path);
Result<std::vector<float>> readMono(SoundReader &reader, const QString &name);

// A conversation's recording: caller left, agent right, 16 kHz. A mono file is the caller alone, the agent silent.
struct TwoLanes {
    std::vector<float> caller;
    std::vector<float> agent;
};
Result<TwoLanes> readLanes(const QString &path);
Result<TwoLanes> readLanes(SoundReader &reader, const QString &name);

} // namespace vox
