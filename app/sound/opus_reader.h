#pragma once
#include "app/sound/sound_reader.h"

namespace vox {

// Reads Ogg Opus, one or two channels, at 48 kHz, the rate Opus plays at. Where the library was not built in, every file is
// AudioUnsupported.
class OpusReader final : public SoundReader {
public:
    // The device must be open and random access.
    static Result<std::unique_ptr<SoundReader>> open(std::unique_ptr<QIODevice> device, const QString &name);
    ~OpusReader() override;

    const SoundFormat &format() const override { return m_format; }
    Result<qint64> read(float *into, qint64 frames) override;

private:
    struct State;
    OpusReader();
    std::unique_ptr<State> m_state;
    SoundFormat m_format;
};

} // namespace vox
