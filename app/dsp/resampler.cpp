#include "app/dsp/resampler.h"
#include <algorithm>
#include <cmath>
#include <soxr.h>
#include <speex/speex_resampler.h>

namespace vox {

struct Resampler::State {
    double ratio = 1; // output samples for one input sample
    soxr_t best = nullptr;
    SpeexResamplerState *quick = nullptr;
    std::int64_t taken = 0;
    std::int64_t given = 0;

    ~State()
    {
        if (best) soxr_delete(best);
        if (quick) speex_resampler_destroy(quick);
    }
    void run(const float *in, std::size_t count, std::vector<float> &out);
};

Resampler::Resampler(double fromHz, double toHz, Quality quality)
{
    const auto usable = [](double rate) { return rate >= 1000 && rate <= 768000; };
    if (!usable(fromHz) || !usable(toHz)) return;
    auto state = std::make_unique<State>();
    state->ratio = toHz / fromHz;
    if (fromHz != toHz && quality == Quality::Best) {
        const auto spec = soxr_quality_spec(SOXR_HQ, 0);
        const auto types = soxr_io_spec(SOXR_FLOAT32_I, SOXR_FLOAT32_I);
        const auto threads = soxr_runtime_spec(1);
        state->best = soxr_create(fromHz, toHz, 1, nullptr, &types, &spec, &threads);
        if (!state->best) return;
    } else if (fromHz != toHz) {
        int error = 0;
        state->quick = speex_resampler_init(1, spx_uint32_t(std::lround(fromHz)), spx_uint32_t(std::lround(toHz)), 5, &error);
        if (!state->quick) return;
        speex_resampler_skip_zeros(state->quick);
    }
    m_state = std::move(state);
}

Resampler::~Resampler() = default;
Resampler::Resampler(Resampler &&) noexcept = default;
Resampler &Resampler::operator=(Resampler &&) noexcept = default;

void Resampler::State::run(const float *in, std::size_t count, std::vector<float> &out)
{
    const std::size_t before = out.size();
    out.resize(before + std::size_t(double(count) * ratio) + 4096);
    std::size_t used = 0;
    std::size_t made = before;
    while (made < out.size()) {
        std::size_t eaten = count - used;
        std::size_t got = out.size() - made;
        if (best) {
            soxr_process(best, in ? in + used : nullptr, eaten, &eaten, out.data() + made, got, &got);
        } else {
            auto inCount = spx_uint32_t(eaten);
            auto outCount = spx_uint32_t(got);
            speex_resampler_process_float(quick, 0, in + used, &inCount, out.data() + made, &outCount);
            eaten = inCount;
            got = outCount;
        }
        used += in ? eaten : 0;
        made += got;
        if ((got == 0 && eaten == 0) || (in && used == count && got == 0)) break;
        if (made == out.size()) out.resize(out.size() + 4096);
    }
    out.resize(made);
    given += std::int64_t(made - before);
}

void Resampler::process(Samples in, std::vector<float> &out)
{
    if (!m_state || in.empty()) return;
    m_state->taken += std::int64_t(in.size());
    if (m_state->best || m_state->quick) m_state->run(in.data(), in.size(), out);
    else out.insert(out.end(), in.begin(), in.end());
}

void Resampler::flush(std::vector<float> &out)
{
    if (!m_state) return;
    const auto due = std::int64_t(std::llround(double(m_state->taken) * m_state->ratio));
    const auto start = out.size();
    const auto before = m_state->given;
    if (m_state->best) {
        m_state->run(nullptr, 0, out);
        soxr_clear(m_state->best);
    } else if (m_state->quick) {
        static constexpr std::array<float, 256> kSilence{};
        for (int i = 0; i < 64 && m_state->given < due; ++i) m_state->run(kSilence.data(), kSilence.size(), out);
        speex_resampler_reset_mem(m_state->quick);
        speex_resampler_skip_zeros(m_state->quick);
    }
    if (m_state->best || m_state->quick) out.resize(start + std::size_t(std::max<std::int64_t>(0, due - before)), 0.0F);
    m_state->taken = 0;
    m_state->given = 0;
}

} // namespace vox
