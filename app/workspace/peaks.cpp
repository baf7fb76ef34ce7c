#include "app/workspace/peaks.h"
#include "app/sound/sound_reader.h"
#include <QtEndian>
#include <cmath>
#include <cstring>
#include <vector>

namespace vox {

namespace {

constexpr char magic[] = "VXPK0002";
constexpr qsizetype headerBytes = 16;
constexpr qint64 pieceFrames = 4096;

// One lane brought to 16 kHz for drawing: of the samples that fall together the loudest stays, so that no peak is lost.
class Thinner {
public:
    Thinner(Peaks &into, int rate) : m_into(into), m_rate(rate) {}

    void add(const float *samples, qint64 frames, int step)
    {
        m_out.clear();
        for (qint64 i = 0; i < frames; ++i) {
            const float sample = samples[i * step];
            if (std::fabs(sample) >= std::fabs(m_loudest)) m_loudest = sample;
            for (m_phase += kSampleRate; m_phase >= m_rate; m_phase -= m_rate) {
                m_out.push_back(m_loudest);
                if (m_phase < 2 * m_rate) m_loudest = 0;
            }
        }
        m_into.add(m_out);
    }

private:
    Peaks &m_into;
    std::vector<float> m_out;
    int m_rate;
    int m_phase = 0;
    float m_loudest = 0;
};

} // namespace

Result<RecordingPeaks> peaksOf(const QString &recording)
{
    auto reader = openSound(recording);
    if (!reader) return reader.error();
    const SoundFormat format = (*reader)->format();
    RecordingPeaks peaks;
    Thinner caller(peaks.caller, format.rate), agent(peaks.agent, format.rate);
    std::vector<float> piece(std::size_t(pieceFrames * format.channels));
    const std::vector<float> silence(pieceFrames);
    for (qint64 frames = 0; frames / format.rate < kLongestSoundSeconds;) {
        const auto read = (*reader)->read(piece.data(), pieceFrames);
        if (!read) return read.error();
        if (*read == 0) break;
        frames += *read;
        caller.add(piece.data(), *read, format.channels);
        if (format.channels > 1) agent.add(piece.data() + 1, *read, format.channels);
        else agent.add(silence.data(), *read, 1);
    }
    return peaks;
}

QByteArray packPeaks(const RecordingPeaks &peaks)
{
    const auto caller = peaks.caller.packed(), agent = peaks.agent.packed();
    QByteArray bytes(magic, 8);
    char number[8] = {};
    qToLittleEndian(quint64(caller.size()), number);
    bytes.append(number, 8);
    bytes.append(reinterpret_cast<const char *>(caller.data()), qsizetype(caller.size()));
    bytes.append(reinterpret_cast<const char *>(agent.data()), qsizetype(agent.size()));
    return bytes;
}

std::optional<RecordingPeaks> unpackPeaks(const QByteArray &bytes)
{
    if (bytes.size() < headerBytes || !bytes.startsWith(magic)) return std::nullopt;
    const quint64 first = qFromLittleEndian<quint64>(bytes.constData() + 8);
    const auto rest = std::as_bytes(std::span(bytes.constData() + headerBytes, std::size_t(bytes.size() - headerBytes)));
    const std::span<const std::uint8_t> all(reinterpret_cast<const std::uint8_t *>(rest.data()), rest.size());
    if (first > all.size() || all.size() - first != first) return std::nullopt; // both lanes are equally long
    const auto caller = Peaks::unpacked(all.first(first)), agent = Peaks::unpacked(all.subspan(first));
    if (!caller || !agent) return std::nullopt;
    return RecordingPeaks{*caller, *agent};
}

} // namespace vox
