#include "app/providers/local/espeak_engine.h"
#include "app/providers/local/espeak_library.h"
#include <algorithm>
#include <cmath>
#include <espeak-ng/speak_lib.h>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// What the callback needs of the sentence being said. One at a time: guarded by EspeakLibrary.
struct EspeakSaying {
    SpeechEngine::Sink *sink = nullptr;
    const QString *sentence = nullptr;
    int rate = 0;
    bool stopped = false;
};

// espeak counts code points from 1; Qt counts UTF-16 units from 0.
qsizetype utf16Offset(const QString &text, int position)
{
    qsizetype at = 0;
    for (int i = 1; i < position && at < text.size(); ++i) at += text[at].isHighSurrogate() ? 2 : 1;
    return std::min(at, text.size());
}

int takeSound(short *samples, int count, espeak_EVENT *events)
{
    auto *saying = static_cast<EspeakSaying *>(events->user_data);
    if (!saying) return 0;
    for (const espeak_EVENT *event = events; event->type != espeakEVENT_LIST_TERMINATED; ++event) {
        if (event->type == espeakEVENT_WORD)
            saying->sink->word(utf16Offset(*saying->sentence, event->text_position), qint64(event->audio_position) * saying->rate / 1000,
                               saying->rate);
    }
    if (samples && count > 0 && !saying->stopped) saying->stopped = !saying->sink->samples({samples, std::size_t(count)}, saying->rate);
    return saying->stopped ? 1 : 0;
}

} // namespace

bool EspeakEngine::isUsable() { return EspeakLibrary().sampleRate() > 0; }

QStringList EspeakEngine::languages() { return {u"en"_s, u"ru"_s, u"de"_s, u"es"_s, u"fr"_s, u"it"_s, u"kk"_s, u"pl"_s, u"pt"_s, u"tr"_s, u"uk"_s}; }

QString EspeakEngine::identity() const { return u"espeak-ng "_s + QString::fromLatin1(espeak_Info(nullptr)); }

Result<void> EspeakEngine::say(const QString &sentence, const VoiceSettings &settings, Sink &sink)
{
    EspeakLibrary library;
    const QString voice = settings.voice.isEmpty() ? settings.language : settings.voice;
    if (!library.setLanguage(voice) && !library.setLanguage(settings.language))
        return Error{Error::Code::VoiceMissing, {settings.language}};
    const auto scaled = [](double value, double low, double high, double unit) { return int(std::lround(std::clamp(value, low, high) * unit)); };
    espeak_SetParameter(espeakRATE, scaled(settings.rate, 0.5, 2.0, 165), 0);
    espeak_SetParameter(espeakPITCH, scaled(settings.pitch, 0.5, 2.0, 50), 0);
    espeak_SetParameter(espeakVOLUME, scaled(settings.volume, 0.0, 1.0, 100), 0);
    espeak_SetSynthCallback(takeSound);
    EspeakSaying saying{&sink, &sentence, library.sampleRate(), false};
    const QByteArray utf8 = sentence.toUtf8();
    const auto status = espeak_Synth(utf8.constData(), std::size_t(utf8.size()) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &saying);
    if (status != EE_OK) return Error{Error::Code::SpeechFailed, {voice}, u"espeak-ng error %1"_s.arg(int(status))};
    return {};
}

} // namespace vox
