#pragma once
#include "models/base/fields.h"
#include <QJsonArray>
#include <QMap>

namespace vox {

enum class SpeechProviderKind { OpenAi, OpenAiRealtime, Yandex };
template <> struct EnumNames<SpeechProviderKind> {
    static constexpr const char *context = "SpeechProvider";
    static constexpr std::array all{
        EnumName<SpeechProviderKind>{SpeechProviderKind::OpenAi, "openai", QT_TRANSLATE_NOOP("SpeechProvider", "OpenAI or compatible")},
        EnumName<SpeechProviderKind>{SpeechProviderKind::OpenAiRealtime, "openai_realtime", QT_TRANSLATE_NOOP("SpeechProvider", "OpenAI Realtime")},
        EnumName<SpeechProviderKind>{SpeechProviderKind::Yandex, "yandex", QT_TRANSLATE_NOOP("SpeechProvider", "Yandex SpeechKit")}};
};

// A vendor that hears or speaks for agents, set up by an operator: a row of the setting "speech_providers". Agents choose
// it by its name. A model that is empty is the vendor's usual one.
struct SpeechProvider {
    QString name;
    SpeechProviderKind kind = SpeechProviderKind::OpenAi;
    QString address;   // empty: the vendor's own
    QString secret;    // name of the key, empty: none is sent
    QString recognitionModel;
    QString speechModel;
    QString voice;     // when an agent names none
    QString folder;    // Yandex: the folder's id
};

template <> struct Fields<SpeechProvider> {
    static constexpr const char *context = "SpeechProvider";
    static constexpr auto all = std::tuple{
        field("name", &SpeechProvider::name, QT_TRANSLATE_NOOP("SpeechProvider", "Name")).asRequired().upTo(64),
        field("kind", &SpeechProvider::kind, QT_TRANSLATE_NOOP("SpeechProvider", "Vendor")),
        field("address", &SpeechProvider::address, QT_TRANSLATE_NOOP("SpeechProvider", "Address")).upTo(2000),
        field("secret", &SpeechProvider::secret, QT_TRANSLATE_NOOP("SpeechProvider", "Name of its key")).secret().upTo(64),
        field("recognition_model", &SpeechProvider::recognitionModel, QT_TRANSLATE_NOOP("SpeechProvider", "Model that hears")).upTo(200),
        field("speech_model", &SpeechProvider::speechModel, QT_TRANSLATE_NOOP("SpeechProvider", "Model that speaks")).upTo(200),
        field("voice", &SpeechProvider::voice, QT_TRANSLATE_NOOP("SpeechProvider", "Voice")).upTo(200),
        field("folder", &SpeechProvider::folder, QT_TRANSLATE_NOOP("SpeechProvider", "Folder")).upTo(200),
    };
};

// By name; rows without a name are left out, of equal names the first counts. Vendors' addresses and models are filled in.
QMap<QString, SpeechProvider> speechProviders(const QJsonArray &setting);

} // namespace vox
