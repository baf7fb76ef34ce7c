#pragma once
#include "app/ports/intent_classifier.h"
#include "app/ports/language_model.h"
#include "app/ports/speech_model.h"
#include "app/ports/speech_to_text.h"
#include "app/ports/text_to_speech.h"
#include "app/ports/tool_runner.h"
#include "models/base/result.h"
#include <functional>
#include <memory>

namespace vox {

class Executor;
class VoiceActivity; // app/dsp/voice_activity.h

// What a host asks when a conversation starts: the parts behind each seam, for one conversation. Implemented by
// app/assembly for the programs and by stubs in tests. Called on any thread; each part then lives on `executor`.
class PortFactory {
public:
    virtual ~PortFactory() = default;
    // `provider` as the agent names it ("local", "moonshine", "vosk", "openai", ...; empty: best local one).
    virtual Result<std::unique_ptr<SpeechToText>> speechToText(const QString &provider, const QString &language, Executor &executor) = 0;
    // Who hears when the recogniser `failed` cannot any more; empty: the best local one. An error when there is nobody else.
    virtual Result<std::unique_ptr<SpeechToText>> speechToTextInstead(const QString &failed, const QString &language, Executor &executor)
    {
        Q_UNUSED(language) Q_UNUSED(executor)
        return Error(Error::Code::NotFound, {QStringLiteral("recogniser"), failed});
    }
    virtual Result<std::unique_ptr<TextToSpeech>> textToSpeech(const QString &provider, const VoiceSettings &voice, Executor &executor) = 0;
    virtual Result<std::unique_ptr<LanguageModel>> languageModel(const QString &provider, Executor &executor) = 0;
    // A model that hears and speaks itself.
    virtual Result<SpeechModel> speechModel(const QString &provider, const VoiceSettings &voice, Executor &executor)
    {
        Q_UNUSED(voice) Q_UNUSED(executor)
        return Error(Error::Code::NotConfigured, {provider});
    }
    // Renders, in the background, what will surely be said, so that it costs nothing later.
    virtual void prepareSpeech(const QString &provider, const QStringList &texts, const VoiceSettings &voice)
    {
        Q_UNUSED(provider) Q_UNUSED(texts) Q_UNUSED(voice)
    }
    // Loads, in the background, what recognising this language needs; then, or when it cannot be loaded, `ready` is called
    // once, on any thread.
    virtual void prepareRecognition(const QString &provider, const QString &language, std::function<void()> ready = {})
    {
        Q_UNUSED(provider) Q_UNUSED(language)
        if (ready) ready();
    }
    // Never fails: without the neural detector it is one by energy.
    virtual std::unique_ptr<VoiceActivity> voiceActivity() = 0;
    virtual Result<std::unique_ptr<ToolRunner>> toolRunner(Executor &executor) = 0;
};

} // namespace vox
