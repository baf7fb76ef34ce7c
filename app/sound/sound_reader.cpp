#include "app/sound/sound_reader.h"
#include "app/dsp/resampler.h"
#include "app/sound/opus_reader.h"
#include "app/sound/wav_reader.h"
#include <QFile>
#include <QFileInfo>
#include <array>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

constexpr qint64 kPiece = 4096; // frames

// Brings one channel after the other to 16 kHz. `lanes` are the channels wanted; none means their average.
Result<std::vector<std::vector<float>>> readAll(SoundReader &reader, const QString &name, std::size_t lanes)
{
    const SoundFormat &format = reader.format();
    std::vector<Resampler> resamplers;
    for (std::size_t i = 0; i < lanes; ++i) resamplers.emplace_back(format.rate, kSampleRate, Resampler::Quality::Best);
    if (!resamplers.front().isValid())
        return Error{Error::Code::AudioUnsupported, {name, u"%1 Hz"_s.arg(format.rate)}};

    const auto channels = std::size_t(format.channels);
    std::vector<float> interleaved(std::size_t(kPiece) * channels);
    std::vector<float> lane(kPiece);
    std::vector<std::vector<float>> out(lanes);
    qint64 total = 0;
    for (;;) {
        const auto got = reader.read(interleaved.data(), kPiece);
        if (!got) return got.error();
        if (*got == 0) break;
        total += *got;
        if (total / format.rate > kLongestSoundSeconds)
            return Error{Error::Code::TooLarge, {name, u"%1 s"_s.arg(kLongestSoundSeconds)}};
        const auto frames = std::size_t(*got);
        for (std::size_t i = 0; i < lanes; ++i) {
            for (std::size_t frame = 0; frame < frames; ++frame) {
                const float *first = interleaved.data() + frame * channels;
                if (lanes > 1) {
                    lane[frame] = first[i];
                } else {
                    float sum = 0;
                    for (std::size_t channel = 0; channel < channels; ++channel) sum += first[channel];
                    lane[frame] = sum / float(channels);
                }
            }
            resamplers[i].process({lane.data(), frames}, out[i]);
        }
    }
    for (std::size_t i = 0; i < lanes; ++i) resamplers[i].flush(out[i]);
    return out;
}

} // namespace

Result<std::unique_ptr<SoundReader>> openSound(std::unique_ptr<QIODevice> device, const QString &name)
{
    const QByteArray magic = device->peek(36);
    if (magic.startsWith("OggS")) return OpusReader::open(std::move(device), name);
    return WavReader::open(std::move(device), name);
}

Result<std::unique_ptr<SoundReader>> openSound(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) return Error{Error::Code::FileNotFound, {path}};
    auto file = std::make_unique<QFile>(path);
    if (info.isDir() || !file->open(QIODevice::ReadOnly)) return Error{Error::Code::FileUnreadable, {path}, file->errorString()};
    return openSound(std::move(file), path);
}

Result<std::vector<float>> readMono(SoundReader &reader, const QString &name)
{
    auto lanes = readAll(reader, name, 1);
    if (!lanes) return lanes.error();
    return std::move(lanes->front());
}

Result<std::vector<float>> readMono(const QString &path)
{
    auto reader = openSound(path);
    if (!reader) return reader.error();
    return readMono(**reader, path);
}

Result<TwoLanes> readLanes(SoundReader &reader, const QString &name)
{
    auto lanes = readAll(reader, name, reader.format().channels >= 2 ? 2 : 1);
    if (!lanes) return lanes.error();
    TwoLanes two;
    two.caller = std::move((*lanes)[0]);
    if (lanes->size() > 1) two.agent = std::move((*lanes)[1]);
    else two.agent.resize(two.caller.size());
    return two;
}

Result<TwoLanes> readLanes(const QString &path)
{
    auto reader = openSound(path);
    if (!reader) return reader.error();
    return readLanes(**reader, path);
}

} // namespace vox
