#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/moonshine_speech_to_text.h"
#include "app/providers/local/vosk_speech_to_text.h"
#include <mutex>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
// A model all conversations share: loaded by the first who asks while the others wait. A failure is not remembered, so
// that a model that was repaired works without a restart.
template <typename Model> class SharedModel {
public:
    using Loaded = Result<std::shared_ptr<const Model>>;
    explicit SharedModel(std::function<Loaded()> load) : m_load(std::move(load)) {}

    Loaded get()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_model) {
            auto loaded = m_load();
            if (!loaded) return loaded;
            m_model = std::move(*loaded);
        }
        return m_model;
    }

private:
    std::function<Loaded()> m_load;
    std::mutex m_mutex;
    std::shared_ptr<const Model> m_model;
};

template <typename Model, typename Recogniser>
LocalRecogniser sharing(const QString &provider, const QStringList &languages, std::function<Result<std::shared_ptr<const Model>>()> load)
{
    const auto shared = std::make_shared<SharedModel<Model>>(std::move(load));
    const auto prepare = [shared]() -> Result<void> {
        const auto model = shared->get();
        return model ? Result<void>() : Result<void>(model.error());
    };
    const auto make = [shared](const QString &, Executor &executor, WorkPool &pool) -> Result<std::unique_ptr<SpeechToText>> {
        auto model = shared->get();
        if (!model) return model.error();
        return std::unique_ptr<SpeechToText>(std::make_unique<Recogniser>(std::move(*model), executor, pool));
    };
    return {provider, languages, prepare, make};
}

QString voskLibrary(const QString &depsFolder)
{
#ifdef Q_OS_WIN
    return depsFolder + "/vosk/lib/libvosk.dll"_L1;
#else
    return depsFolder + "/vosk/lib/libvosk.so"_L1;
#endif
}
} // namespace

LocalRecogniser moonshineRecogniser(const QString &provider, const QStringList &languages, const QString &path)
{
    return sharing<MoonshineModel, MoonshineSpeechToText>(provider, languages, [path]() -> Result<std::shared_ptr<const MoonshineModel>> {
        const auto folder = ModelFolder::open(path);
        if (!folder) return folder.error();
        return MoonshineModel::load(*folder);
    });
}

LocalRecogniser voskRecogniser(const QString &provider, const QStringList &languages, const QString &depsFolder, const QString &folder)
{
    return sharing<VoskRecogniserModel, VoskSpeechToText>(provider, languages,
                                                          [depsFolder, folder] { return VoskRecogniserModel::load(voskLibrary(depsFolder), folder); });
}

void addEnglishRecognisers(LocalRecognisers &recognisers, const QString &depsFolder)
{
    recognisers.add(moonshineRecogniser(u"moonshine"_s, {u"en"_s}, depsFolder + "/models/moonshine-base-en"_L1));
    recognisers.add(moonshineRecogniser(u"moonshine-tiny"_s, {u"en"_s}, depsFolder + "/models/moonshine-tiny-en"_L1));
    recognisers.add(voskRecogniser(u"vosk"_s, {u"en"_s}, depsFolder, depsFolder + "/models/vosk-en"_L1));
}

} // namespace vox
