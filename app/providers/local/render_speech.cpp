#include "app/providers/local/render_speech.h"
#include "app/providers/local/speech_text.h"
#include "models/base/sentences.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox {

Result<RenderedSpeech> renderSpeech(SpeechEngine &engine, const QString &text, const VoiceSettings &settings, const std::atomic_bool &cancelled)
{
    if (text.size() > kLongestUtterance) return Error{Error::Code::TooLarge, {u"text"_s, QString::number(kLongestUtterance)}};
    RenderedSpeech speech;
    SpeechShaper shaper([&](const std::vector<float> &samples, const std::vector<SpokenWord> &words) {
        speech.words.insert(speech.words.end(), words.begin(), words.end());
        for (const float sample : samples) speech.samples.push_back(std::int16_t(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F))));
        return !cancelled.load(std::memory_order_relaxed);
    });
    const QString clean = speakable(text);
    const auto sentences = sentencesOf(clean);
    for (const TextSpan &span : sentences) {
        shaper.beginSentence(span.start);
        const auto said = engine.say(clean.mid(span.start, span.length), settings, shaper);
        if (!said) return said.error();
        shaper.endSentence();
        if (cancelled.load(std::memory_order_relaxed)) return Error{Error::Code::Cancelled};
    }
    return speech;
}

} // namespace vox
