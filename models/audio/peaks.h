#pragma once
#include "models/audio/block.h"
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace vox {

// Extremes and loudness of a stretch of sound, in -1..1.
struct Peak {
    float min = 0;
    float max = 0;
    float rms = 0;
    friend bool operator==(const Peak &, const Peak &) = default;
};

// A waveform at every zoom: bins of 64 samples, and levels above with four times as wide bins. Grows while it records,
// about 2 bytes for 16 samples. A value: copy it to another thread to draw there.
class Peaks {
public:
    static constexpr std::size_t kBinSamples = 64;
    static constexpr std::size_t kFanOut = 4;

    // Appends sound. Amortised: no allocation while within what reserve() asked for.
    void add(Samples samples);
    void reserve(std::size_t samples);
    std::size_t samples() const { return m_samples; }

    // `count` columns of `samplesPerColumn` samples each, starting at sample `from` (may be negative or past the end:
    // such columns are silent). Edges are rounded outwards to bins of at most a column's width; when columns are narrower than
    // kBinSamples, neighbours share a bin and the screen had better draw the samples themselves.
    std::vector<Peak> columns(double from, double samplesPerColumn, std::size_t count) const;

    // Three bytes a bin of 64 samples, without the levels above: for the file beside a recording. A bin that is not full
    // yet is left out.
    std::vector<std::uint8_t> packed() const;
    // The other way round; nullopt for bytes that packed() cannot have made.
    static std::optional<Peaks> unpacked(std::span<const std::uint8_t> bytes);

private:
    struct Bin {
        std::int16_t min = 0;
        std::int16_t max = 0;
        std::uint16_t rms = 0;
    };
    struct Building {
        float min = 0;
        float max = 0;
        double squares = 0;
        std::size_t count = 0;
    };
    void close();
    void push(Bin bin);
    void lift(std::size_t level);
    Peak over(std::size_t level, std::size_t from, std::size_t to) const;

    std::vector<std::vector<Bin>> m_levels;
    Building m_open; // samples that do not fill a bin yet
    std::size_t m_samples = 0;
};

} // namespace vox
