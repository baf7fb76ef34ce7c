#pragma once
#include "app/sound/sound_reader.h"

namespace vox {

// Reads RIFF/WAVE and RF64 files: integer PCM of 8, 16, 24 and 32 bits, float of 32 and 64, plain or extensible, with any other
// chunks between. A size field is never believed beyond what the file holds; a data chunk of unknown size (0 or
// 0xFFFFFFFF, a recording cut off) reaches to the end of the file.
class WavReader final : public SoundReader {
public:
    // The device must be open and random access.
    static Result<std::unique_ptr<SoundReader>> open(std::unique_ptr<QIODevice> device, const QString &name);

    const SoundFormat &format() const override { return m_format; }
    Result<qint64> read(float *into, qint64 frames) override;

    enum class Coding { Integer, Float };

private:
    WavReader() = default;
    void decode(const QByteArray &bytes, float *into) const;

    std::unique_ptr<QIODevice> m_device;
    QString m_name;
    SoundFormat m_format;
    Coding m_coding = Coding::Integer;
    int m_bytes = 2;      // of one sample
    qint64 m_left = 0;    // frames
};

} // namespace vox
