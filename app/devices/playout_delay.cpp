#include "app/devices/playout_delay.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr int kWindow = 50;
constexpr int kAveraged = 24;
constexpr int kOddOnes = 3;
constexpr double kFarUs = 9000;
constexpr std::int64_t kKeepStepUs = 10000;
constexpr std::int64_t kMostKeptUs = 60000;
constexpr std::int64_t kBlock = 10000;
// Device buffers report in steps of a few milliseconds: a little less than a block is a block.
constexpr std::int64_t kStepUs = 2000;
} // namespace

// One sample that is far off is a thread that came late; three in a row are a new delay.
void PlayoutDelay::follow(double totalUs)
{
    if (m_samples >= kOddOnes && std::fabs(totalUs - m_meanUs) > kFarUs) {
        m_oddUs += totalUs;
        if (++m_odd < kOddOnes) return;
        m_meanUs = m_oddUs / m_odd;
        m_samples = m_odd;
    } else {
        m_samples = std::min(m_samples + 1, kAveraged);
        m_meanUs += (totalUs - m_meanUs) / m_samples;
    }
    m_odd = 0;
    m_oddUs = 0;
}

void PlayoutDelay::sample(std::int64_t owedUs, std::int64_t waitingUs, std::int64_t inDeviceUs)
{
    follow(double(owedUs + waitingUs + inDeviceUs));
    m_leastUs = m_inWindow == 0 ? waitingUs : std::min(m_leastUs, waitingUs);
    if (++m_inWindow < kWindow) return;
    m_spareUs = m_leastUs;
    m_inWindow = 0;
}

bool PlayoutDelay::tooLong() const { return m_spareUs >= m_keepUs + kBlock - kStepUs; }

void PlayoutDelay::leftOut(std::int64_t us)
{
    m_meanUs = std::max(0.0, m_meanUs - double(us));
    m_spareUs -= us;
    m_inWindow = 0;
}

void PlayoutDelay::ranDry()
{
    m_keepUs = std::min(m_keepUs + kKeepStepUs, kMostKeptUs);
    m_spareUs = 0;
    m_inWindow = 0;
}

} // namespace vox
