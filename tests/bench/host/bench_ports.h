#pragma once
#include "app/dsp/silero_voice_activity.h"
#include "app/host/conversation_host.h"
#include "tests/bench/host/bench_line.h"
#include "tests/support/stub_ports.h"
#include <mutex>

namespace vox::bench {

struct Nobody final : CallObserver {
    void eventHappened(const ConversationEvent &) override {}
    void metered(const Meter &, Samples, Samples) override {}
    void ended(const ConversationId &) override {}
};

// One conversation's side of a bench: its fake voice activity, and what was measured.
struct Caller {
    std::shared_ptr<FakeActivity::Shared> shared = std::make_shared<FakeActivity::Shared>();
    Measured measured;
};

// Stubs that answer at once and keep nothing: words for each segment, 23 words of an answer in two sentences, a tone. Hands out
// the callers' voice activity in the order conversations were started. Outlives its hosts; any thread.
class BenchPorts final : public PortFactory {
public:
    BenchPorts(std::vector<Caller> &callers, int usACharacter, std::shared_ptr<const SileroModel> silero = {});
    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &, const QString &, Executor &executor) override;
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &, const VoiceSettings &, Executor &executor) override;
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &, Executor &executor) override;
    std::unique_ptr<VoiceActivity> voiceActivity() override;
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override { return m_stubs.toolRunner(executor); }

private:
    std::mutex m_mutex;
    std::size_t m_next = 0;
    std::vector<Caller> &m_callers;
    const int m_usACharacter;
    const std::shared_ptr<const SileroModel> m_silero; // runs beside the fake one, which decides
    stubs::StubPortFactory m_stubs;
};

// Asks a model about whatever is said, for ever.
std::shared_ptr<const Program> chatting();
// Endpointing 0, an interruption counts with its first block; recorded in folder/number unless the folder is empty.
CallPlan planFor(const std::shared_ptr<const Program> &program, const QString &folder, int number);
// The detector's network as ./run setup puts it; null when it is not there.
std::shared_ptr<const SileroModel> sileroModel();

} // namespace vox::bench
