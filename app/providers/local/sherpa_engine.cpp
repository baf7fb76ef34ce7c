#include "app/providers/local/sherpa_engine.h"
#include "app/providers/local/model_folder.h"
#include <QDir>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <deque>
#include <vector>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// What the callback needs of the sentence being said.
struct SayingNow {
    SpeechEngine::Sink *sink = nullptr;
    float volume = 1;
    int rate = 0;
    std::size_t given = 0;
    bool wanted = true;

    bool give(const float *samples, std::int32_t count)
    {
        std::vector<std::int16_t> sound(std::size_t(std::max(0, count)));
        for (std::size_t i = 0; i < sound.size(); ++i)
            sound[i] = std::int16_t(std::isfinite(samples[i]) ? std::lround(std::clamp(samples[i] * volume, -1.0f, 1.0f) * 32767) : 0);
        given += sound.size();
        return wanted = wanted && sink->samples(sound, rate);
    }
};

std::int32_t takeSamples(const float *samples, std::int32_t count, float, void *with)
{
    return static_cast<SayingNow *>(with)->give(samples, count) ? 1 : 0;
}

} // namespace

Result<std::shared_ptr<SpeechEngine>> SherpaEngine::load(const QString &depsFolder, const QString &path, const QString &language)
{
    const auto folder = SherpaFolder::open(path);
    if (!folder) return folder.error();
    if (!folder->isVoice()) return Error(Error::Code::NotFound, {u"voice"_s, folder->familyName()});
    auto library = SherpaLibrary::load(depsFolder);
    if (!library) return library.error();
    const auto files = ModelFolder::open(path);
    if (!files) return files.error();
    if (const auto whole = files->verify(); !whole) return whole.error();
    std::deque<QByteArray> kept;
    const auto text = [&kept](const QString &name) { return kept.emplace_back(QFile::encodeName(name)).constData(); };
    sherpa::VoiceConfig<> config;
    config.model.provider = "cpu";
    if (folder->family == SherpaFolder::Family::Kokoro) {
        sherpa::Kokoro<> &kokoro = config.model.kokoro;
        kokoro.model = text(folder->model);
        kokoro.voices = text(folder->voices);
        kokoro.tokens = text(folder->tokens);
        kokoro.data = text(folder->data);
        kokoro.lexicon = text(folder->lexicon);
        kokoro.dictionary = text(folder->dictionary);
        kokoro.language = text(language);
    } else {
        sherpa::Vits<> &vits = config.model.vits;
        vits.model = text(folder->model);
        vits.tokens = text(folder->tokens);
        vits.data = text(folder->data);
        vits.lexicon = text(folder->lexicon);
        vits.dictionary = text(folder->dictionary);
    }
    const std::shared_ptr<SherpaEngine> engine(new SherpaEngine);
    engine->m_library = std::move(*library);
    engine->m_voice = engine->m_library->makeVoice(&config);
    if (!engine->m_voice) return files->damaged(u"tokens.txt"_s, u"the library refuses it"_s);
    engine->m_identity = u"sherpa-onnx "_s + QDir(path).dirName();
    return std::shared_ptr<SpeechEngine>(engine);
}

SherpaEngine::~SherpaEngine()
{
    if (m_voice) m_library->freeVoice(m_voice);
}

Result<void> SherpaEngine::say(const QString &sentence, const VoiceSettings &settings, Sink &sink)
{
    const std::lock_guard lock(m_mutex);
    SayingNow saying{&sink, float(std::clamp(settings.volume, 0.0, 1.0)), m_library->voiceRate(m_voice)};
    sherpa::Generation how;
    how.speed = float(std::clamp(settings.rate, 0.5, 2.0));
    how.speaker = std::clamp(settings.voice.toInt(), 0, std::max(0, m_library->speakers(m_voice) - 1));
    const sherpa::Sound *sound = m_library->say(m_voice, sentence.toUtf8().constData(), &how, takeSamples, &saying);
    if (!sound) return saying.wanted ? Result<void>(Error(Error::Code::SpeechFailed, {settings.voice})) : Result<void>();
    // Some models tell nothing while they work.
    if (saying.given == 0 && sound->count > 0) saying.give(sound->samples, sound->count);
    m_library->freeSound(sound);
    return {};
}

} // namespace vox
