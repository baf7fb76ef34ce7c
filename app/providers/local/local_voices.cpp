#include "app/providers/local/local_voices.h"
#include "app/providers/local/language_tag.h"
#include "app/providers/local/cached_text_to_speech.h"
#include "app/providers/local/engine_text_to_speech.h"
#include "app/providers/local/espeak_engine.h"
#include "app/providers/local/render_speech.h"
#include "app/providers/local/rhvoice_engine.h"
#include "app/providers/local/sapi_engine.h"
#include "app/realtime/work_pool.h"
#include "vox_build.h"
#include <QStandardPaths>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vox {

namespace {


// An engine where it has the language, another for the rest.
template <typename First> class PreferredEngine final : public SpeechEngine {
public:
    PreferredEngine(std::shared_ptr<First> first, std::shared_ptr<SpeechEngine> rest) : m_first(std::move(first)), m_rest(std::move(rest)) {}
    QString identity() const override { return m_first->identity() + u" + "_s + m_rest->identity(); }
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override
    {
        return m_first->voiceFor(settings) ? m_first->say(sentence, settings, sink) : m_rest->say(sentence, settings, sink);
    }

private:
    std::shared_ptr<First> m_first;
    std::shared_ptr<SpeechEngine> m_rest;
};

// Owns what it needs, so that it may outlive the LocalVoices that began it. One prompt a job: calls come first.
struct Preparation : std::enable_shared_from_this<Preparation> {
    std::shared_ptr<SpeechEngine> engine;
    std::shared_ptr<PromptCache> prompts;
    QStringList texts;
    VoiceSettings settings;
    WorkPool *pool = nullptr;

    void submit(qsizetype index)
    {
        if (index >= texts.size()) return;
        pool->submit({WorkPool::Urgency::Background, std::uint32_t(texts[index].size()),
                      [self = shared_from_this(), index](const std::atomic_bool &cancelled) {
                          self->render(index, cancelled);
                          if (!cancelled.load(std::memory_order_relaxed)) self->submit(index + 1);
                      }});
    }

    void render(qsizetype index, const std::atomic_bool &cancelled) const
    {
        const QByteArray key = PromptCache::key(engine->identity(), texts[index], settings);
        if (index > 0 && prompts->load(key)) return;
        auto speech = renderSpeech(*engine, texts[index], settings, cancelled);
        if (index > 0 && speech && !speech->samples.empty()) prompts->store(key, std::move(*speech));
    }
};

} // namespace

LocalVoices::LocalVoices(const Places &places) : m_prompts(std::make_shared<PromptCache>(places.promptCache, PromptCache::Limits{}))
{
    std::shared_ptr<RhvoiceEngine> rhvoice = RhvoiceEngine::open(places.rhvoice);
    if (rhvoice) {
        for (const auto &voice : rhvoice->voices())
            m_voices.append({u"rhvoice"_s, voice.name, voice.language, voice.licence,
                             voice.isFree ? LocalVoice::Use::Any : LocalVoice::Use::NonCommercial});
    }
    m_rhvoice = rhvoice;
    if (EspeakEngine::isUsable()) {
        m_espeak = std::make_shared<EspeakEngine>();
        for (const QString &language : EspeakEngine::languages()) m_voices.append({u"espeak-ng"_s, language, language, u"GPL-3.0-or-later"_s, LocalVoice::Use::Any});
    }
    const std::shared_ptr<SapiEngine> windows = SapiEngine::open();
    if (windows) {
        for (const auto &voice : windows->voices()) m_voices.append({u"windows"_s, voice.name, voice.language, u"Microsoft Windows"_s, LocalVoice::Use::Any});
    }
    m_windows = windows;
    m_preferred = m_espeak;
    if (windows) m_preferred = m_preferred ? std::make_shared<PreferredEngine<SapiEngine>>(windows, m_preferred) : m_windows;
    if (rhvoice) m_preferred = m_preferred ? std::make_shared<PreferredEngine<RhvoiceEngine>>(rhvoice, m_preferred) : m_rhvoice;
}

LocalVoices::~LocalVoices() = default;

struct LocalVoices::Added {
    QString id;
    QList<LocalVoice> voices;
    std::shared_ptr<SpeechEngine> engine;
    WorkPool pool{1};
    bool removed = false; // guarded by m_mutex
};

void LocalVoices::add(const QString &id, const QStringList &languages, const QString &licence, std::shared_ptr<SpeechEngine> engine)
{
    remove(id);
    const auto added = std::make_shared<Added>();
    added->id = id;
    added->engine = std::move(engine);
    for (const QString &language : languages) added->voices.append({id, QString(), language, licence, LocalVoice::Use::Any});
    const std::lock_guard lock(m_mutex);
    m_added.push_back(added);
}

void LocalVoices::remove(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &one : m_added)
        if (one->id == id) one->removed = true;
}

QList<LocalVoice> LocalVoices::list(LocalVoice::Use use) const
{
    QList<LocalVoice> out;
    const auto mayUse = [use](const LocalVoice &voice) { return use == LocalVoice::Use::NonCommercial || voice.use == LocalVoice::Use::Any; };
    std::copy_if(m_voices.begin(), m_voices.end(), std::back_inserter(out), mayUse);
    const std::lock_guard lock(m_mutex);
    for (const auto &one : m_added)
        if (!one->removed) out += one->voices;
    return out;
}

Result<LocalVoices::Speaker> LocalVoices::speakerFor(const QString &provider, const QString &language) const
{
    const bool any = provider.isEmpty() || provider == u"local";
    if (!any && provider != u"rhvoice" && provider != u"windows" && provider != u"espeak-ng") {
        const std::lock_guard lock(m_mutex);
        for (const auto &one : m_added)
            if (one->id == provider && !one->removed) return Speaker{one->engine, &one->pool};
        return Error{Error::Code::NotFound, {u"provider"_s, provider}};
    }
    const bool spoken = std::any_of(m_voices.begin(), m_voices.end(), [&](const LocalVoice &voice) {
        return (any || voice.provider == provider) && firstSubtag(voice.language) == firstSubtag(language);
    });
    if (!spoken) return Error{Error::Code::VoiceMissing, {language}};
    return Speaker{any ? m_preferred : provider == u"rhvoice" ? m_rhvoice : provider == u"windows" ? m_windows : m_espeak, nullptr};
}

Result<std::unique_ptr<TextToSpeech>> LocalVoices::make(const QString &provider, const VoiceSettings &settings, Executor &executor,
                                                        WorkPool &pool) const
{
    const auto speaker = speakerFor(provider, settings.language);
    if (!speaker) return speaker.error();
    auto voice = std::make_unique<EngineTextToSpeech>(speaker->engine, executor, speaker->pool ? *speaker->pool : pool);
    return std::unique_ptr<TextToSpeech>(std::make_unique<CachedTextToSpeech>(std::move(voice), speaker->engine->identity(), m_prompts, executor));
}

void LocalVoices::prepare(const QString &provider, const QStringList &texts, const VoiceSettings &settings, WorkPool &pool) const
{
    const auto speaker = speakerFor(provider, settings.language);
    if (!speaker) return;
    auto preparation = std::make_shared<Preparation>();
    preparation->engine = speaker->engine;
    preparation->prompts = m_prompts;
    preparation->texts = QStringList{firstSubtag(settings.language) == u"ru" ? u"да"_s : u"yes"_s} + texts; // wakes the voice
    preparation->settings = settings;
    preparation->pool = speaker->pool ? speaker->pool : &pool;
    preparation->submit(0);
}

LocalVoices::Places LocalVoices::usualPlaces()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/voxdesk"_s;
    const QString deps = qEnvironmentVariable("VOXDESK_DEPS", QString::fromUtf8(build::depsDir));
    return {deps + u"/rhvoice"_s, cache + u"/prompts"_s};
}

} // namespace vox
