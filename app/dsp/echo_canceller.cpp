#include "app/dsp/echo_canceller.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <speex/speex_echo.h>
#include <speex/speex_preprocess.h>

namespace vox {

namespace {

using Frame = std::array<spx_int16_t, kBlockSamples>;

void quantise(const AudioBlock &block, Frame &into)
{
    std::transform(block.samples.begin(), block.samples.end(), into.begin(), [](float sample) {
        return std::isfinite(sample) ? spx_int16_t(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F))) : spx_int16_t(0);
    });
}

} // namespace

struct EchoCanceller::State {
    SpeexEchoState *echo = nullptr;
    SpeexPreprocessState *clean = nullptr;
    Frame near{};
    Frame far{};
    Frame out{};
    ~State()
    {
        if (clean) speex_preprocess_state_destroy(clean);
        if (echo) speex_echo_state_destroy(echo);
    }
};

EchoCanceller::EchoCanceller(int tailMs, Noise noise) : m_state(std::make_unique<State>())
{
    State &state = *m_state;
    state.echo = speex_echo_state_init(kBlockSamples, std::clamp(tailMs, 50, 500) * kSampleRate / 1000);
    int rate = kSampleRate;
    speex_echo_ctl(state.echo, SPEEX_ECHO_SET_SAMPLING_RATE, &rate);
    state.clean = speex_preprocess_state_init(kBlockSamples, kSampleRate);
    int denoise = noise == Noise::Suppress ? 1 : 0;
    speex_preprocess_ctl(state.clean, SPEEX_PREPROCESS_SET_DENOISE, &denoise);
    int noiseDb = -15;
    speex_preprocess_ctl(state.clean, SPEEX_PREPROCESS_SET_NOISE_SUPPRESS, &noiseDb);
    speex_preprocess_ctl(state.clean, SPEEX_PREPROCESS_SET_ECHO_STATE, state.echo);
}

EchoCanceller::~EchoCanceller() = default;
EchoCanceller::EchoCanceller(EchoCanceller &&) noexcept = default;
EchoCanceller &EchoCanceller::operator=(EchoCanceller &&) noexcept = default;

void EchoCanceller::process(const AudioBlock &near, const AudioBlock &far, AudioBlock &out)
{
    State &state = *m_state;
    quantise(near, state.near);
    quantise(far, state.far);
    speex_echo_cancellation(state.echo, state.near.data(), state.far.data(), state.out.data());
    speex_preprocess_run(state.clean, state.out.data());
    std::transform(state.out.begin(), state.out.end(), out.samples.begin(), [](spx_int16_t sample) { return float(sample) / 32768.0F; });
}

void EchoCanceller::reset() { speex_echo_state_reset(m_state->echo); }

} // namespace vox
