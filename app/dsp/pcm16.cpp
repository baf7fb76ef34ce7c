#include "app/dsp/pcm16.h"
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace vox {

namespace {

float sampleOf(char low, char high)
{
    return float(std::int16_t(std::uint16_t(std::uint8_t(low)) | std::uint16_t(std::uint16_t(std::uint8_t(high)) << 8))) / 32768.0f;
}

} // namespace

std::string pcm16Of(Samples samples)
{
    std::string out(samples.size() * 2, '\0');
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto value = std::uint16_t(std::int16_t(std::lrint(std::clamp(samples[i] * 32768.0f, -32768.0f, 32767.0f))));
        out[2 * i] = char(value & 0xff);
        out[2 * i + 1] = char(value >> 8);
    }
    return out;
}

void Pcm16Decoder::feed(std::string_view bytes, std::vector<float> &out)
{
    m_samples.clear();
    if (m_hasOdd && !bytes.empty()) {
        m_samples.push_back(sampleOf(m_odd, bytes.front()));
        bytes.remove_prefix(1);
        m_hasOdd = false;
    }
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) m_samples.push_back(sampleOf(bytes[i], bytes[i + 1]));
    if (bytes.size() % 2 != 0) {
        m_odd = bytes.back();
        m_hasOdd = true;
    }
    m_resampler.process(m_samples, out);
}

void Pcm16Decoder::finish(std::vector<float> &out)
{
    m_hasOdd = false;
    m_resampler.flush(out);
}

} // namespace vox
