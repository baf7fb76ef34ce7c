#include "app/calls/caller_voice.h"
#include "app/realtime/live_executor.h"
#include <future>

namespace vox {

namespace {

struct Collector final : TextToSpeech::Listener {
    std::vector<float> sound;
    std::promise<std::optional<Error>> done;
    void speechArrived(Samples samples) override { sound.insert(sound.end(), samples.begin(), samples.end()); }
    void wordReached(qsizetype, qint64) override {}
    void speechFinished() override { done.set_value(std::nullopt); }
    void speechFailed(const Error &error) override { done.set_value(error); }
};

} // namespace

Result<std::vector<float>> speakToMemory(PortFactory &ports, const QString &text, const VoiceSettings &voice)
{
    LiveExecutor executor;
    auto made = ports.textToSpeech({}, voice, executor);
    if (!made) return made.error();
    Collector collector;
    auto speaker = std::move(*made);
    executor.post([&] {
        speaker->setListener(&collector);
        speaker->speak(text, voice);
    });
    const auto failed = collector.done.get_future().get();
    // The voice belongs to its executor, so it ends there.
    std::promise<void> gone;
    executor.post([&] {
        speaker.reset();
        gone.set_value();
    });
    gone.get_future().wait();
    if (failed) return *failed;
    return std::move(collector.sound);
}

} // namespace vox
