#pragma once
#include "app/ports/language_model.h"
#include "app/ports/speech_to_text.h"
#include "app/ports/text_to_speech.h"
#include <memory>

namespace vox {

// The voice of a model that speaks itself: it has the sound of what the model said, and of nothing else.
class ModelVoice : public TextToSpeech {
public:
    // Whether the model said this next: then speak() of exactly this text brings its sound.
    virtual bool isMine(const QString &text) const = 0;
};

// A model that hears the caller's voice and answers in its own: one session, met at three seams, so that a conversation
// runs with it as with three separate parts, and goes on with others when it fails. The ear hears the caller (and tells
// the words), the mind answers what the ear heard, the voice plays what the mind answers. All on one executor; each part
// may die at any time.
struct SpeechModel {
    std::unique_ptr<SpeechToText> ear;
    std::unique_ptr<LanguageModel> mind;
    std::unique_ptr<ModelVoice> voice;
    QString model; // its name at the provider
};

} // namespace vox
