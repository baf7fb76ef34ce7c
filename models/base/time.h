#pragma once
#include <QtGlobal>
#include <compare>

namespace vox {

// Wall time: UTC milliseconds since 1970. Comes in as a parameter; models never read a clock.
struct UtcMs {
    qint64 value = 0;
    friend auto operator<=>(const UtcMs &, const UtcMs &) = default;
};

// Conversation time: microseconds since the first captured sample, derived from the count of captured samples.
struct Micros {
    qint64 value = 0;
    friend auto operator<=>(const Micros &, const Micros &) = default;
    friend Micros operator+(Micros a, Micros b) { return {a.value + b.value}; }
    friend Micros operator-(Micros a, Micros b) { return {a.value - b.value}; }
    // Rounded to the nearest millisecond.
    qint64 ms() const { return value >= 0 ? (value + 500) / 1000 : -((-value + 500) / 1000); }
};

constexpr Micros microsOfSamples(qint64 samples, int rate = 16000) { return {samples * 1000000 / rate}; }
constexpr Micros millis(qint64 ms) { return {ms * 1000}; }

} // namespace vox
