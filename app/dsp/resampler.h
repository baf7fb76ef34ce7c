#pragma once
#include "models/audio/block.h"
#include <cstddef>
#include <memory>
#include <vector>

namespace vox {

// Converts a stream of mono samples from one rate to another. Used by one thread at a time. Qt-free.
class Resampler {
public:
    enum class Quality {
        LowDelay, // speex: about 1.5 ms of delay at 48 kHz, for devices and phone lines
        Best,     // soxr: transparent, tens of milliseconds of look-ahead, for files and synthesis
    };

    // Rates in Hz, 1000 to 768000; equal rates pass through. isValid() is false for others.
    Resampler(double fromHz, double toHz, Quality quality);
    ~Resampler();
    Resampler(Resampler &&) noexcept;
    Resampler &operator=(Resampler &&) noexcept;

    bool isValid() const { return m_state != nullptr; }
    // Appends what is ready to `out`; allocates only when `out` has to grow.
    void process(Samples in, std::vector<float> &out);
    // Appends what is still inside, so that the total is the input's length times the ratio (rounded). Starts anew.
    void flush(std::vector<float> &out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace vox
