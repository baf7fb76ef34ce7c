#include "app/workspace/speech_providers.h"
#include <QJsonObject>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

void fillIn(QString &value, const char *usual)
{
    if (value.isEmpty()) value = QString::fromLatin1(usual);
}

void fillIn(SpeechProvider &provider)
{
    switch (provider.kind) {
    case SpeechProviderKind::OpenAi:
        fillIn(provider.address, "https://api.openai.com/v1");
        fillIn(provider.recognitionModel, "gpt-4o-mini-transcribe");
        fillIn(provider.speechModel, "gpt-4o-mini-tts");
        fillIn(provider.voice, "alloy");
        break;
    case SpeechProviderKind::OpenAiRealtime:
        fillIn(provider.address, "wss://api.openai.com/v1/realtime");
        fillIn(provider.recognitionModel, "gpt-4o-mini-transcribe");
        fillIn(provider.speechModel, "gpt-realtime");
        fillIn(provider.voice, "alloy");
        break;
    case SpeechProviderKind::Yandex:
        fillIn(provider.recognitionModel, "general");
        fillIn(provider.voice, "alena");
        break;
    }
}

} // namespace

QMap<QString, SpeechProvider> speechProviders(const QJsonArray &setting)
{
    QMap<QString, SpeechProvider> out;
    for (const QJsonValue &value : setting) {
        auto provider = fromJson<SpeechProvider>(value.toObject());
        if (provider.name.isEmpty() || out.contains(provider.name)) continue;
        fillIn(provider);
        out.insert(provider.name, provider);
    }
    return out;
}

} // namespace vox
