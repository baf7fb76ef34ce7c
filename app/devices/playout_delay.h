#pragma once
#include <cstdint>

namespace vox {

// How long after a block was captured the block that is played for it is heard, and how much of that is never needed. A
// line plays one block for each captured one, so the delay only changes when the loudspeaker runs dry or a block is left
// out; its measurement jitters by a device period and is averaged. A value; lives on the device thread.
class PlayoutDelay {
public:
    // Whenever blocks were captured, after the device was given what it takes: blocks that were captured and not yet
    // played for, the newest excepted; sound that waits for the device; sound in the device's buffer.
    void sample(std::int64_t owedUs, std::int64_t waitingUs, std::int64_t inDeviceUs);
    std::int64_t estimateUs() const { return std::int64_t(m_meanUs); }

    // Whether a silent block can be left out: half a second long at least a block more than needed was waiting.
    bool tooLong() const;
    void leftOut(std::int64_t us);
    // The device ran dry: from now on a little more is kept waiting.
    void ranDry();

private:
    void follow(double totalUs);

    double m_meanUs = 0;
    int m_samples = 0;
    double m_oddUs = 0; // sum of the latest samples that are far from the mean
    int m_odd = 0;
    std::int64_t m_leastUs = 0;
    int m_inWindow = 0;
    std::int64_t m_spareUs = 0;
    std::int64_t m_keepUs = 0;
};

} // namespace vox
