#include "ui/screens/call/call_peaks.h"
#include <algorithm>

namespace vox {

namespace {
constexpr float kLiveGain = 2.2F, kMostGain = 4.0F, kFilled = 0.92F;

// What all but a few moments stay below: one click must not make a voice small.
float loudest(const Peaks *lane)
{
    constexpr std::size_t pieces = 500;
    if (!lane || lane->samples() < pieces) return 0;
    auto columns = lane->columns(0, double(lane->samples()) / pieces, pieces);
    const auto at = columns.begin() + pieces * 98 / 100;
    const auto reach = [](const Peak &peak) { return std::max(peak.max, -peak.min); };
    std::nth_element(columns.begin(), at, columns.end(), [&](const Peak &a, const Peak &b) { return reach(a) < reach(b); });
    return reach(*at);
}
} // namespace

CallPeaks::CallPeaks(const Peaks *caller, const Peaks *agent, Sound sound) : m_caller(caller), m_agent(agent), m_gain(kLiveGain)
{
    const float most = std::max(loudest(caller), loudest(agent));
    if (sound == Sound::Complete && most > 0) m_gain = std::clamp(kFilled / most, 1.0F, kMostGain);
}

void CallPeaks::minMaxRms(qint64 fromUs, qint64 toUs, int columns, kit::LaneSide side, kit::PeakColumn *into) const
{
    const Peaks *lane = side == kit::LaneSide::Caller ? m_caller : m_agent;
    std::fill_n(into, columns, kit::PeakColumn());
    if (!lane || columns <= 0) return;
    const double perUs = double(kSampleRate) / 1e6;
    const auto peaks = lane->columns(double(fromUs) * perUs, double(toUs - fromUs) * perUs / columns, std::size_t(columns));
    std::transform(peaks.begin(), peaks.end(), into, [gain = m_gain](const Peak &peak) {
        return kit::PeakColumn{std::max(-1.0F, peak.min * gain), std::min(1.0F, peak.max * gain), std::min(1.0F, peak.rms * gain)};
    });
}

qint64 CallPeaks::durationUs() const
{
    const auto samples = [](const Peaks *lane) { return lane ? qint64(lane->samples()) : 0; };
    return std::max(samples(m_caller), samples(m_agent)) * 1'000'000 / kSampleRate;
}

} // namespace vox
