#include "app/devices/decoded_sound.h"
#include "app/dsp/resampler.h"
#include <QMutexLocker>
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr qint64 kPiece = 4096;
std::int16_t packed(float value) { return std::int16_t(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F)); }
} // namespace

void DecodedSound::decode(const QString &path)
{
    const auto finish = [this](std::optional<Error> error) {
        const QMutexLocker lock(&m_mutex);
        m_error = std::move(error);
        m_complete = true;
    };
    auto reader = openSound(path);
    if (!reader) return finish(reader.error());
    const SoundFormat format = (*reader)->format();
    Resampler caller(format.rate, kSampleRate, Resampler::Quality::Best), agent(format.rate, kSampleRate, Resampler::Quality::Best);
    if (!caller.isValid()) return finish(Error(Error::Code::AudioUnsupported, {path, QString::number(format.rate)}));
    const auto channels = std::size_t(format.channels);
    std::vector<float> piece(std::size_t(kPiece) * channels), one(kPiece), left, right;
    const auto lane = [&](Resampler &rate, std::size_t channel, std::size_t frames, std::vector<float> &out) {
        for (std::size_t i = 0; i < frames; ++i) one[i] = channel < channels ? piece[i * channels + channel] : 0.0F;
        rate.process({one.data(), frames}, out);
    };
    for (qint64 total = 0; !m_cancelled && total / format.rate < kLongestSoundSeconds;) {
        const auto got = (*reader)->read(piece.data(), kPiece);
        if (!got) return finish(got.error());
        if (*got == 0) break;
        total += *got;
        left.clear();
        right.clear();
        lane(caller, 0, std::size_t(*got), left);
        lane(agent, 1, std::size_t(*got), right);
        append(left, right);
    }
    left.clear();
    right.clear();
    caller.flush(left);
    agent.flush(right);
    append(left, right);
    finish(std::nullopt);
}

void DecodedSound::append(const std::vector<float> &caller, const std::vector<float> &agent)
{
    const QMutexLocker lock(&m_mutex);
    for (std::size_t i = 0; i < std::min(caller.size(), agent.size()); ++i) {
        if (m_chunks.empty() || m_chunks.back().size() == kChunk) {
            m_chunks.emplace_back();
            m_chunks.back().reserve(kChunk);
        }
        m_chunks.back().push_back({packed(caller[i]), packed(agent[i])});
        ++m_frames;
    }
}

std::size_t DecodedSound::read(qint64 from, std::span<Frame> into) const
{
    const QMutexLocker lock(&m_mutex);
    std::size_t count = 0;
    for (; count < into.size() && from + qint64(count) < m_frames; ++count) {
        const auto at = std::size_t(from) + count;
        const Packed &frame = m_chunks[at / kChunk][at % kChunk];
        into[count] = {float(frame.caller) / 32767.0F, float(frame.agent) / 32767.0F};
    }
    return count;
}

qint64 DecodedSound::frames() const
{
    const QMutexLocker lock(&m_mutex);
    return m_frames;
}

bool DecodedSound::isComplete() const
{
    const QMutexLocker lock(&m_mutex);
    return m_complete;
}

std::optional<Error> DecodedSound::error() const
{
    const QMutexLocker lock(&m_mutex);
    return m_error;
}

} // namespace vox
