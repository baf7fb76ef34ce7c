#include "app/providers/local/sapi_engine.h"
#include <algorithm>
#include <cmath>
#ifdef Q_OS_WIN
#include "app/providers/local/sapi_sound.h"
#endif

using namespace Qt::StringLiterals;

namespace vox {

const SapiEngine::Voice *SapiEngine::voiceFor(const VoiceSettings &settings) const
{
    const auto first = [](const QString &tag) { return tag.section(u'-', 0, 0).toLower(); };
    const Voice *spoken = nullptr;
    for (const Voice &voice : m_voices) {
        if (first(voice.language) != first(settings.language)) continue;
        if (voice.name == settings.voice) return &voice;
        if (!spoken) spoken = &voice;
    }
    return spoken;
}

#ifdef Q_OS_WIN

namespace {

QString textOf(LPWSTR text)
{
    const QString out = QString::fromWCharArray(text);
    CoTaskMemFree(text);
    return out;
}

// "419;9" is Russian, by Windows' numbers.
QString languageOfToken(ISpObjectToken &token)
{
    ComPointer<ISpDataKey> attributes;
    LPWSTR numbers = nullptr;
    if (FAILED(token.OpenKey(L"Attributes", attributes.into())) || FAILED(attributes->GetStringValue(L"Language", &numbers))) return {};
    bool isNumber = false;
    const uint number = textOf(numbers).section(u';', 0, 0).toUInt(&isNumber, 16);
    WCHAR name[LOCALE_NAME_MAX_LENGTH];
    if (!isNumber || LCIDToLocaleName(LCID(number), name, LOCALE_NAME_MAX_LENGTH, 0) == 0) return {};
    return QString::fromWCharArray(name);
}

void addVoices(const wchar_t *category, QList<SapiEngine::Voice> &voices)
{
    ComPointer<ISpObjectTokenCategory> all;
    ComPointer<IEnumSpObjectTokens> tokens;
    if (FAILED(all.make(__uuidof(SpObjectTokenCategory))) || FAILED(all->SetId(category, FALSE)) || FAILED(all->EnumTokens(nullptr, nullptr, tokens.into()))) return;
    for (;;) {
        ComPointer<ISpObjectToken> token;
        LPWSTR id = nullptr, name = nullptr;
        if (tokens->Next(1, token.into(), nullptr) != S_OK) return;
        if (FAILED(token->GetId(&id))) continue;
        const QString path = textOf(id), language = languageOfToken(*token.get());
        if (FAILED(token->GetStringValue(nullptr, &name))) continue;
        const QString title = textOf(name);
        const bool known = std::any_of(voices.begin(), voices.end(), [&](const SapiEngine::Voice &voice) { return voice.name == title; });
        if (!known && !language.isEmpty()) voices.append({title, language, path});
    }
}

Error failed(const SapiEngine::Voice &voice, HRESULT result) { return {Error::Code::SpeechFailed, {voice.name}, u"SAPI 0x%1"_s.arg(quint32(result), 8, 16, QLatin1Char('0'))}; }

} // namespace

std::shared_ptr<SapiEngine> SapiEngine::open()
{
    const ComThread com;
    QList<Voice> voices;
    addVoices(SPCAT_VOICES, voices);
    addVoices(L"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Speech_OneCore\\Voices", voices);
    if (voices.isEmpty()) return nullptr;
    return std::shared_ptr<SapiEngine>(new SapiEngine(std::move(voices)));
}

Result<void> SapiEngine::say(const QString &sentence, const VoiceSettings &settings, Sink &sink)
{
    const Voice *voice = voiceFor(settings);
    if (!voice) return Error(Error::Code::VoiceMissing, {settings.language});
    const ComThread com;
    ComPointer<ISpVoice> speaker;
    ComPointer<ISpObjectToken> token;
    HRESULT result = speaker.make(__uuidof(SpVoice));
    if (SUCCEEDED(result)) result = token.make(__uuidof(SpObjectToken));
    if (SUCCEEDED(result)) result = token->SetId(nullptr, reinterpret_cast<LPCWSTR>(voice->token.utf16()), FALSE);
    if (SUCCEEDED(result)) result = speaker->SetVoice(token.get());
    if (FAILED(result)) return failed(*voice, result);
    ComPointer<SapiSound> sound;
    sound.take(new SapiSound(sink, *speaker.get()));
    if (FAILED(result = speaker->SetOutput(sound.get(), FALSE))) return failed(*voice, result);
    const ULONGLONG words = SPFEI(SPEI_WORD_BOUNDARY);
    speaker->SetInterest(words, words);
    // Ten steps are three times as fast.
    speaker->SetRate(long(std::lround(10 * std::log(std::clamp(settings.rate, 0.5, 2.0)) / std::log(3.0))));
    speaker->SetVolume(USHORT(std::lround(std::clamp(settings.volume, 0.0, 1.0) * 100)));
    result = speaker->Speak(reinterpret_cast<LPCWSTR>(sentence.utf16()), SPF_IS_NOT_XML, nullptr);
    sound->tellWords();
    if (FAILED(result) && sound->isWanted()) return failed(*voice, result);
    return {};
}

#else

std::shared_ptr<SapiEngine> SapiEngine::open() { return nullptr; }

Result<void> SapiEngine::say(const QString &, const VoiceSettings &settings, Sink &) { return Error(Error::Code::VoiceMissing, {settings.language}); }

#endif

} // namespace vox
