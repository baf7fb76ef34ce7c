#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/moonshine_speech_to_text.h"
#include "app/providers/local/sherpa_stream.h"
#include "app/providers/local/streaming_speech_to_text.h"
#include "app/providers/local/vosk_stream.h"
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

template <typename Model> using ModelPtr = std::shared_ptr<const Model>;
template <typename Model> using Maker = std::function<std::unique_ptr<SpeechToText>(ModelPtr<Model>, const QString &language, Executor &, WorkPool &)>;

template <typename Model>
LocalRecogniser sharing(const QString &provider, const QStringList &languages, std::function<Result<ModelPtr<Model>>()> load, Maker<Model> maker)
{
    const auto shared = std::make_shared<SharedModel<Model>>(std::move(load));
    const auto prepare = [shared]() -> Result<void> {
        const auto model = shared->get();
        return model ? Result<void>() : Result<void>(model.error());
    };
    const auto make = [shared, maker = std::move(maker)](const QString &language, Executor &executor, WorkPool &pool) -> Result<std::unique_ptr<SpeechToText>> {
        auto model = shared->get();
        if (!model) return model.error();
        return maker(std::move(*model), language, executor, pool);
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
    const auto load = [path]() -> Result<ModelPtr<MoonshineModel>> {
        const auto folder = ModelFolder::open(path);
        if (!folder) return folder.error();
        return MoonshineModel::load(*folder);
    };
    return sharing<MoonshineModel>(provider, languages, load, [](ModelPtr<MoonshineModel> model, const QString &, Executor &executor, WorkPool &pool) {
        return std::make_unique<MoonshineSpeechToText>(std::move(model), executor, pool);
    });
}

LocalRecogniser voskRecogniser(const QString &provider, const QStringList &languages, const QString &depsFolder, const QString &folder)
{
    const auto load = [depsFolder, folder] { return VoskRecogniserModel::load(voskLibrary(depsFolder), folder); };
    return sharing<VoskRecogniserModel>(provider, languages, load, [](ModelPtr<VoskRecogniserModel> model, const QString &, Executor &executor, WorkPool &pool) {
        return std::make_unique<StreamingSpeechToText>(u"vosk"_s, [model = std::move(model)] { return std::make_shared<VoskStream>(model); }, executor, pool);
    });
}

LocalRecogniser sherpaRecogniser(const QString &provider, const QStringList &languages, const QString &depsFolder, const QString &folder)
{
    // Models that know many languages are told the one they were added for.
    const QString spoken = languages.size() == 1 ? languages.first() : QString();
    const auto load = [depsFolder, folder, spoken] { return SherpaModel::load(depsFolder, folder, spoken); };
    return sharing<SherpaModel>(provider, languages, load, [provider](ModelPtr<SherpaModel> model, const QString &, Executor &executor, WorkPool &pool) {
        const auto open = [model = std::move(model)]() -> std::shared_ptr<SpeechStream> {
            if (model->folder().streams()) return std::make_shared<SherpaOnlineStream>(model);
            return std::make_shared<SherpaOfflineStream>(model);
        };
        return std::make_unique<StreamingSpeechToText>(provider, open, executor, pool);
    });
}

void addEnglishRecognisers(LocalRecognisers &recognisers, const QString &depsFolder)
{
    recognisers.add(moonshineRecogniser(u"moonshine"_s, {u"en"_s}, depsFolder + "/models/moonshine-base-en"_L1));
    recognisers.add(moonshineRecogniser(u"moonshine-tiny"_s, {u"en"_s}, depsFolder + "/models/moonshine-tiny-en"_L1));
    recognisers.add(voskRecogniser(u"vosk"_s, {u"en"_s}, depsFolder, depsFolder + "/models/vosk-en"_L1));
}

} // namespace vox
