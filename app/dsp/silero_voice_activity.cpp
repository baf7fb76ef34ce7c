#include "app/dsp/silero_voice_activity.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <onnxruntime_cxx_api.h>
#include <vector>

namespace vox {

namespace {
// The network's fixed shape at 16 kHz: 64 samples of the window before, then 512 new ones; the memory of its LSTM.
constexpr std::size_t kContext = 64;
constexpr std::size_t kWindow = 512;
constexpr std::size_t kState = 2 * 128;

// A broken file is recognised by what it says, not by how long it is, but nothing of this kind is larger than this.
constexpr std::streamoff kLargestFile = 64 << 20;

std::vector<char> readAll(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = in ? std::streamoff(in.tellg()) : -1;
    if (size <= 0 || size > kLargestFile) return {};
    std::vector<char> bytes(static_cast<std::size_t>(size));
    in.seekg(0);
    in.read(bytes.data(), size);
    return in ? bytes : std::vector<char>();
}
} // namespace

struct SileroModel::Network {
    explicit Network(const std::vector<char> &bytes)
        : env(ORT_LOGGING_LEVEL_FATAL, "voice activity"), session(env, bytes.data(), bytes.size(), options())
    {
    }

    // One thread, and none that spins: the network is run by the conversation that hears.
    static Ort::SessionOptions options()
    {
        Ort::SessionOptions options;
        options.SetIntraOpNumThreads(1);
        options.SetInterOpNumThreads(1);
        options.SetLogSeverityLevel(ORT_LOGGING_LEVEL_FATAL);
        return options;
    }

    Ort::Env env;
    mutable Ort::Session session; // Run() may be called from several threads at once
};

// What one conversation owns: buffers that are bound to the network once and only ever refilled.
struct SileroVoiceActivity::Hearing {
    explicit Hearing(Ort::Session &session) : session(session), binding(session)
    {
        const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
        const auto bind = [&](auto &data, const auto &shape) {
            return Ort::Value::CreateTensor(memory, data.data(), data.size(), shape.data(), shape.size());
        };
        binding.BindInput("input", bind(input, std::array<std::int64_t, 2>{1, kContext + kWindow}));
        binding.BindInput("state", bind(state, std::array<std::int64_t, 3>{2, 1, 128}));
        binding.BindInput("sr", bind(rate, std::array<std::int64_t, 0>{}));
        binding.BindOutput("output", bind(output, std::array<std::int64_t, 2>{1, 1}));
        binding.BindOutput("stateN", bind(nextState, std::array<std::int64_t, 3>{2, 1, 128}));
    }

    // Runs the full window, then keeps its end as the next one's context.
    bool run()
    {
        filled = 0;
        const Ort::Status status(Ort::GetApi().RunWithBinding(session, options, binding));
        const bool ran = status.IsOK();
        if (ran) std::copy(nextState.begin(), nextState.end(), state.begin());
        std::copy(input.end() - kContext, input.end(), input.begin());
        return ran && std::isfinite(output[0]);
    }

    Ort::Session &session;
    Ort::RunOptions options;
    std::array<float, kContext + kWindow> input{};
    std::array<float, kState> state{};
    std::array<float, kState> nextState{};
    std::array<float, 1> output{};
    std::array<std::int64_t, 1> rate{kSampleRate};
    std::size_t filled = 0;
    float newest = 0;
    Ort::IoBinding binding; // last: refers to the buffers
};

SileroModel::SileroModel(std::unique_ptr<Network> network) : m_network(std::move(network)) {}
SileroModel::~SileroModel() = default;

SileroModel::Loaded SileroModel::load(const std::filesystem::path &file)
{
    const std::vector<char> bytes = readAll(file);
    if (bytes.empty()) return {nullptr, Failure::Missing, "no readable file"};
    try {
        const std::shared_ptr<const SileroModel> model(new SileroModel(std::make_unique<Network>(bytes)));
        // Names and shapes are proven by use: a window of silence must be possible.
        SileroVoiceActivity trial(model);
        if (!trial.m_hearing->run()) return {nullptr, Failure::Damaged, "the network does not run"};
        return {model, Failure::None, {}};
    } catch (const Ort::Exception &problem) {
        return {nullptr, Failure::Damaged, problem.what()};
    }
}

SileroVoiceActivity::SileroVoiceActivity(std::shared_ptr<const SileroModel> model)
    : m_model(std::move(model)), m_hearing(std::make_unique<Hearing>(m_model->m_network->session))
{
}

SileroVoiceActivity::~SileroVoiceActivity() = default;

float SileroVoiceActivity::probability(const AudioBlock &block)
{
    for (const float sample : block.samples) {
        m_hearing->input[kContext + m_hearing->filled++] = std::isfinite(sample) ? std::clamp(sample, -1.0f, 1.0f) : 0.0f;
        if (m_hearing->filled == kWindow && m_hearing->run())
            m_hearing->newest = std::clamp(m_hearing->output[0], 0.0f, 1.0f);
    }
    return m_hearing->newest;
}

void SileroVoiceActivity::reset()
{
    m_hearing->input.fill(0);
    m_hearing->state.fill(0);
    m_hearing->filled = 0;
    m_hearing->newest = 0;
}

} // namespace vox
