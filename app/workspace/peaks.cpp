#include "app/workspace/peaks.h"
#include "app/sound/sound_reader.h"
#include <QtEndian>
#include <algorithm>
#include <cmath>

namespace vox {

namespace {

constexpr char magic[] = "VXPK0001";
constexpr qsizetype headerBytes = 16;
constexpr quint32 mostBins = quint32(kLongestSoundSeconds) * 100;

using Bin = Peaks::Bin;

Bin binOf(const float *samples, qint64 frames, int channels)
{
    float low = 0, high = 0;
    double energy = 0;
    for (qint64 i = 0; i < frames; ++i) {
        const float value = samples[i * channels];
        low = std::min(low, value);
        high = std::max(high, value);
        energy += double(value) * value;
    }
    const double rms = frames > 0 ? std::sqrt(energy / double(frames)) : 0;
    return {qint8(std::lround(std::max(-1.0F, low) * 127)), qint8(std::lround(std::min(1.0F, high) * 127)),
            quint8(std::lround(std::min(1.0, rms) * 255))};
}

Bin joined(const Bin &a, const Bin &b)
{
    const double rms = std::sqrt((double(a.rms) * a.rms + double(b.rms) * b.rms) / 2);
    return {std::min(a.low, b.low), std::max(a.high, b.high), quint8(std::lround(rms))};
}

void buildLevels(Peaks::Lane &lane)
{
    lane.resize(1);
    while (lane.back().size() > 64) {
        const std::vector<Bin> &below = lane.back();
        std::vector<Bin> level((below.size() + 1) / 2);
        for (std::size_t i = 0; i < level.size(); ++i)
            level[i] = 2 * i + 1 < below.size() ? joined(below[2 * i], below[2 * i + 1]) : below[2 * i];
        lane.push_back(std::move(level));
    }
}

} // namespace

Result<Peaks> peaksOf(const QString &recording)
{
    auto reader = openSound(recording);
    if (!reader) return reader.error();
    const SoundFormat format = (*reader)->format();
    const qint64 framesPerBin = std::max(1, format.rate * Peaks::binMs / 1000);
    std::vector<float> piece(std::size_t(framesPerBin * format.channels));
    Peaks peaks;
    peaks.caller.resize(1);
    peaks.agent.resize(1);
    while (peaks.caller[0].size() < mostBins) {
        qint64 filled = 0;
        while (filled < framesPerBin) {
            const auto read = (*reader)->read(piece.data() + filled * format.channels, framesPerBin - filled);
            if (!read) return read.error();
            if (*read == 0) break;
            filled += *read;
        }
        if (filled == 0) break;
        peaks.caller[0].push_back(binOf(piece.data(), filled, format.channels));
        peaks.agent[0].push_back(format.channels > 1 ? binOf(piece.data() + 1, filled, format.channels) : Bin());
    }
    buildLevels(peaks.caller);
    buildLevels(peaks.agent);
    return peaks;
}

QByteArray packPeaks(const Peaks &peaks)
{
    QByteArray bytes(magic, 8);
    const quint32 bins = quint32(peaks.caller.empty() ? 0 : peaks.caller[0].size());
    char number[8] = {};
    qToLittleEndian(bins, number);
    bytes.append(number, 8);
    for (const Peaks::Lane *lane : {&peaks.caller, &peaks.agent})
        for (quint32 i = 0; i < bins; ++i) {
            const Bin &bin = (*lane)[0][i];
            bytes.append(char(bin.low)).append(char(bin.high)).append(char(bin.rms));
        }
    return bytes;
}

std::optional<Peaks> unpackPeaks(const QByteArray &bytes)
{
    if (bytes.size() < headerBytes || !bytes.startsWith(magic)) return std::nullopt;
    const quint32 bins = qFromLittleEndian<quint32>(bytes.constData() + 8);
    if (bins > mostBins || bytes.size() != headerBytes + qsizetype(bins) * 6) return std::nullopt;
    Peaks peaks;
    const char *at = bytes.constData() + headerBytes;
    for (Peaks::Lane *lane : {&peaks.caller, &peaks.agent}) {
        lane->resize(1);
        lane->front().resize(bins);
        for (Bin &bin : lane->front()) {
            bin = {qint8(at[0]), qint8(at[1]), quint8(at[2])};
            at += 3;
        }
        buildLevels(*lane);
    }
    return peaks;
}

} // namespace vox
