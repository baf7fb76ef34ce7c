#pragma once
#include "app/dsp/voice_activity.h"
#include <filesystem>
#include <memory>
#include <string>

namespace vox {

// The Silero v6 network, loaded once and shared by all conversations; immutable, so any thread may use it.
class SileroModel {
public:
    enum class Failure { None, Missing, Damaged };
    struct Loaded {
        std::shared_ptr<const SileroModel> model; // null when failed
        Failure failure = Failure::None;
        std::string detail; // technical, for the log
    };

    // Reads `silero_vad.onnx`. Missing: no readable file; Damaged: not a network of this shape, or it cannot run.
    static Loaded load(const std::filesystem::path &file);
    ~SileroModel();

private:
    friend class SileroVoiceActivity;
    struct Network;
    explicit SileroModel(std::unique_ptr<Network> network);
    std::unique_ptr<Network> m_network;
};

// Voice activity by Silero v6: one figure every 512 samples (32 ms), kept between them. About 0.1 ms of work a window,
// buffers bound once. A window the network cannot run repeats the last figure.
class SileroVoiceActivity final : public VoiceActivity {
public:
    explicit SileroVoiceActivity(std::shared_ptr<const SileroModel> model);
    ~SileroVoiceActivity() override;
    float probability(const AudioBlock &block) override;
    void reset() override;

private:
    friend class SileroModel;
    struct Hearing;
    std::shared_ptr<const SileroModel> m_model;
    std::unique_ptr<Hearing> m_hearing;
};

} // namespace vox
