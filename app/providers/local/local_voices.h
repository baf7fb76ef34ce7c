#pragma once
#include "app/ports/text_to_speech.h"
#include "models/base/result.h"
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <mutex>
#include <vector>

namespace vox {

class Executor;
class PromptCache;
class SpeechEngine;
class WorkPool;

// A voice of this machine.
struct LocalVoice {
    enum class Use { Any, NonCommercial };
    QString provider; // "rhvoice", "windows", "espeak-ng" or the id of one that was added
    QString name;     // what VoiceSettings::voice takes
    QString language; // BCP 47
    QString licence;  // SPDX where there is one
    Use use = Use::Any;
};

// The voices of this machine, and how a conversation gets one. Owned by the program; outlives the pool and all
// conversations. Any thread. Without RHVoice espeak-ng speaks alone.
class LocalVoices {
public:
    struct Places {
        QString rhvoice;     // folder with lib/ and share/RHVoice/; may not exist
        QString promptCache; // folder for prompts rendered beforehand; empty: memory only
    };
    // Opens the engines: tens of milliseconds, no sound yet.
    explicit LocalVoices(const Places &places);
    ~LocalVoices();

    // Voices that may be used for anything, best first within a language; with NonCommercial also those that may not.
    QList<LocalVoice> list(LocalVoice::Use use = LocalVoice::Use::Any) const;

    // `provider` "" or "local": RHVoice when it has the language, else a voice of
    // Windows, else espeak-ng. Prompts come from the cache.
    // Errors: VoiceMissing {language}, NotFound {provider}.
    Result<std::unique_ptr<TextToSpeech>> make(const QString &provider, const VoiceSettings &settings, Executor &executor,
                                               WorkPool &pool) const;

    // Renders what will surely be said, at Background urgency, so that it costs nothing later. First of all it wakes the voice
    // itself, whose first sentence is slow.
    void prepare(const QString &provider, const QStringList &texts, const VoiceSettings &settings, WorkPool &pool) const;

    // A voice that a person added, as provider `id`; it speaks from a thread of its own, which may wait. Takes the place of an
    // earlier one. Any thread.
    void add(const QString &id, const QStringList &languages, const QString &licence, std::shared_ptr<SpeechEngine> engine);
    void remove(const QString &id);

    // $VOXDESK_DEPS/rhvoice, else where tools/setup put it; prompts in the user's cache folder.
    static Places usualPlaces();

    // Rendered prompts, shared by all voices of this machine.
    const std::shared_ptr<PromptCache> &prompts() const { return m_prompts; }

private:
    struct Speaker {
        std::shared_ptr<SpeechEngine> engine;
        WorkPool *pool = nullptr; // its own; null: the caller's
    };
    struct Added;
    Result<Speaker> speakerFor(const QString &provider, const QString &language) const;

    std::shared_ptr<SpeechEngine> m_rhvoice; // each null when not on this machine
    std::shared_ptr<SpeechEngine> m_windows;
    std::shared_ptr<SpeechEngine> m_espeak;
    std::shared_ptr<SpeechEngine> m_preferred;
    std::shared_ptr<PromptCache> m_prompts;
    QList<LocalVoice> m_voices; // of this machine
    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<Added>> m_added; // guarded by m_mutex; who was removed may still speak in a call
};

} // namespace vox
