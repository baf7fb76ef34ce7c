#pragma once
#include "app/ports/port_factory.h"
#include "app/talks/talk_scene.h"
#include <memory>

namespace vox {

// The providers of one running talk, deterministic on its virtual clock: a recogniser that knows which words have sounded,
// a voice of 60 ms a character, voice activity by loudness, tools and models that answer as the talk says. Owned by the
// runner; outlives the call.
class TalkPorts final : public PortFactory {
public:
    TalkPorts(const Talk &talk, std::shared_ptr<TalkScene> scene) : m_talk(talk), m_scene(std::move(scene)) {}

    Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<SpeechToText>> speechToTextInstead(const QString &failed, const QString &language, Executor &executor) override;
    Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor) override;
    Result<std::unique_ptr<LanguageModel>> languageModel(const QString &provider, Executor &executor) override;
    std::unique_ptr<VoiceActivity> voiceActivity() override;
    Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) override;

private:
    const Talk m_talk;
    std::shared_ptr<TalkScene> m_scene;
};

} // namespace vox
