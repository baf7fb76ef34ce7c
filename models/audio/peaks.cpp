#include "models/audio/peaks.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
constexpr float kScale = 32767.0F;
std::int16_t stored(float value) { return std::int16_t(std::lround(std::clamp(value, -1.0F, 1.0F) * kScale)); }
} // namespace

void Peaks::reserve(std::size_t samples)
{
    std::size_t bins = samples / kBinSamples + 1;
    for (std::size_t level = 0; bins > 0; ++level, bins /= kFanOut) {
        if (m_levels.size() <= level) m_levels.emplace_back();
        m_levels[level].reserve(bins);
    }
}

void Peaks::add(Samples samples)
{
    for (const float sample : samples) {
        const float value = std::isfinite(sample) ? sample : 0.0F;
        m_open.min = m_open.count == 0 ? value : std::min(m_open.min, value);
        m_open.max = m_open.count == 0 ? value : std::max(m_open.max, value);
        m_open.squares += double(value) * double(value);
        if (++m_open.count == kBinSamples) close();
    }
    m_samples += samples.size();
}

void Peaks::close()
{
    const double rms = std::sqrt(m_open.squares / double(m_open.count));
    push({stored(m_open.min), stored(m_open.max), std::uint16_t(stored(float(rms)))});
    m_open = {};
}

void Peaks::push(Bin bin)
{
    if (m_levels.empty()) m_levels.emplace_back();
    m_levels[0].push_back(bin);
    for (std::size_t level = 0; m_levels[level].size() % kFanOut == 0; ++level) lift(level);
}

// The last kFanOut bins of `level` become one of the level above.
void Peaks::lift(std::size_t level)
{
    if (m_levels.size() <= level + 1) m_levels.emplace_back();
    const auto &below = m_levels[level];
    Bin wide{32767, -32768, 0};
    double squares = 0;
    for (auto bin = below.end() - kFanOut; bin != below.end(); ++bin) {
        wide.min = std::min(wide.min, bin->min);
        wide.max = std::max(wide.max, bin->max);
        squares += double(bin->rms) * double(bin->rms);
    }
    wide.rms = std::uint16_t(std::lround(std::sqrt(squares / double(kFanOut))));
    m_levels[level + 1].push_back(wide);
}

// Bins [from, to) of `level`, as far as they exist; the open bin counts as the next bin of level 0.
Peak Peaks::over(std::size_t level, std::size_t from, std::size_t to) const
{
    const auto &bins = m_levels[level];
    Peak peak{1, -1, 0};
    double squares = 0;
    std::size_t count = 0;
    for (std::size_t i = from; i < std::min(to, bins.size()); ++i, ++count) {
        peak.min = std::min(peak.min, float(bins[i].min) / kScale);
        peak.max = std::max(peak.max, float(bins[i].max) / kScale);
        squares += double(bins[i].rms) * double(bins[i].rms) / (double(kScale) * double(kScale));
    }
    if (level == 0 && to > bins.size() && from <= bins.size() && m_open.count > 0) {
        peak.min = std::min(peak.min, m_open.min);
        peak.max = std::max(peak.max, m_open.max);
        squares += m_open.squares / double(m_open.count);
        ++count;
    }
    if (count == 0) return {};
    peak.rms = float(std::sqrt(squares / double(count)));
    return peak;
}

std::vector<Peak> Peaks::columns(double from, double samplesPerColumn, std::size_t count) const
{
    std::vector<Peak> columns(count);
    if (!(samplesPerColumn > 0) || !std::isfinite(from) || m_samples == 0) return columns;
    if (m_levels.empty()) { // less than one bin so far
        Peaks whole = *this;
        whole.m_levels.emplace_back();
        return whole.columns(from, samplesPerColumn, count);
    }
    std::size_t level = 0;
    double width = double(kBinSamples);
    while (level + 1 < m_levels.size() && width * kFanOut <= samplesPerColumn) {
        ++level;
        width *= kFanOut;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const double begin = from + double(i) * samplesPerColumn;
        const double end = std::min(begin + samplesPerColumn, double(m_samples));
        if (end <= 0 || begin >= double(m_samples)) continue;
        const auto first = std::size_t(std::max(begin, 0.0) / width);
        const auto last = std::max(first + 1, std::size_t(std::ceil(end / width)));
        columns[i] = over(level, first, last);
        const std::size_t covered = m_levels[level].size();
        if (level > 0 && last > covered) { // the end has not been lifted this far yet
            const std::size_t ratio = std::size_t(width) / kBinSamples;
            const Peak rest = over(0, std::max(covered, first) * ratio, std::size_t(std::ceil(end / double(kBinSamples))));
            if (first >= covered) columns[i] = rest;
            else columns[i] = {std::min(columns[i].min, rest.min), std::max(columns[i].max, rest.max),
                               std::max(columns[i].rms, rest.rms)};
        }
    }
    return columns;
}

std::vector<std::uint8_t> Peaks::packed() const
{
    std::vector<std::uint8_t> bytes;
    if (m_levels.empty()) return bytes;
    bytes.reserve(m_levels[0].size() * 3);
    const auto part = [](int value) { return std::uint8_t(std::int8_t((value + (value < 0 ? -128 : 128)) / 256)); };
    for (const Bin &bin : m_levels[0]) {
        bytes.push_back(part(std::clamp<int>(bin.min, -32512, 32512)));
        bytes.push_back(part(std::clamp<int>(bin.max, -32512, 32512)));
        bytes.push_back(std::uint8_t(bin.rms / 128));
    }
    return bytes;
}

std::optional<Peaks> Peaks::unpacked(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() % 3 != 0) return std::nullopt;
    Peaks peaks;
    peaks.reserve(bytes.size() / 3 * kBinSamples);
    for (std::size_t i = 0; i < bytes.size(); i += 3)
        peaks.push({std::int16_t(std::int8_t(bytes[i]) * 256), std::int16_t(std::int8_t(bytes[i + 1]) * 256), std::uint16_t(bytes[i + 2] * 128)});
    peaks.m_samples = bytes.size() / 3 * kBinSamples;
    return peaks;
}

} // namespace vox
