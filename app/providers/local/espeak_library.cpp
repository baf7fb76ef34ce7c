#include "app/providers/local/espeak_library.h"
#include "app/providers/local/language_tag.h"
#include <espeak-ng/speak_lib.h>

namespace vox {

namespace {
std::mutex &libraryMutex()
{
    static std::mutex mutex;
    return mutex;
}
int g_sampleRate = -1; // not tried; guarded by the mutex
} // namespace

EspeakLibrary::EspeakLibrary() : m_lock(libraryMutex())
{
    constexpr int kBufferMs = 20;
    if (g_sampleRate < 0) g_sampleRate = std::max(0, int(espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs, nullptr, espeakINITIALIZE_DONT_EXIT)));
}

int EspeakLibrary::sampleRate() const { return g_sampleRate; }

bool EspeakLibrary::setLanguage(const QString &language)
{
    if (g_sampleRate == 0) return false;
    if (espeak_SetVoiceByName(language.toLower().toUtf8().constData()) == EE_OK) return true;
    const QString first = firstSubtag(language);
    return espeak_SetVoiceByName(first.toUtf8().constData()) == EE_OK;
}

QString EspeakLibrary::ipa(const QString &text)
{
    if (g_sampleRate == 0) return {};
    constexpr int kIpa = 0x02;
    const QByteArray utf8 = text.toUtf8();
    const void *at = utf8.constData();
    QString out;
    while (at) { // a clause at a time
        const char *clause = espeak_TextToPhonemes(&at, espeakCHARS_UTF8, kIpa);
        if (clause) out += QString::fromUtf8(clause) + u' ';
    }
    return out.simplified();
}

} // namespace vox
