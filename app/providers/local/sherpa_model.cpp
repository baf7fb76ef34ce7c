#include "app/providers/local/sherpa_model.h"
#include "app/providers/local/model_folder.h"
#include <QFile>
#include <deque>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
// Texts for a structure of pointers; they live as long as this.
class Texts {
public:
    const char *operator()(const QString &path)
    {
        m_kept.push_back(QFile::encodeName(path));
        return m_kept.back().constData();
    }

private:
    std::deque<QByteArray> m_kept;
};
} // namespace

Result<std::shared_ptr<const SherpaModel>> SherpaModel::load(const QString &depsFolder, const QString &path, const QString &language)
{
    auto folder = SherpaFolder::open(path);
    if (!folder) return folder.error();
    if (folder->isVoice()) return Error(Error::Code::NotFound, {u"recogniser"_s, folder->familyName()});
    auto library = SherpaLibrary::load(depsFolder);
    if (!library) return library.error();
    const auto files = ModelFolder::open(path);
    if (!files) return files.error();
    if (const auto whole = files->verify(); !whole) return whole.error();
    const std::shared_ptr<SherpaModel> model(new SherpaModel(std::move(*library), std::move(*folder)));
    if (model->m_folder.streams()) model->makeOnline();
    else model->makeOffline(language);
    if (!model->m_online && !model->m_offline) return files->damaged(u"tokens.txt"_s, u"the library refuses it"_s);
    return std::shared_ptr<const SherpaModel>(model);
}

SherpaModel::~SherpaModel()
{
    if (m_online) m_library->freeOnline(m_online);
    if (m_offline) m_library->freeOffline(m_offline);
}

void SherpaModel::makeOnline()
{
    Texts text;
    sherpa::OnlineConfig<> config;
    sherpa::OnlineModel<> &model = config.model;
    model.tokens = text(m_folder.tokens);
    model.provider = "cpu";
    config.decoding = "greedy_search";
    if (m_folder.family == SherpaFolder::Family::StreamingTransducer) {
        model.encoder = text(m_folder.encoder);
        model.decoder = text(m_folder.decoder);
        model.joiner = text(m_folder.joiner);
    } else {
        (m_folder.isNemo ? model.nemoCtc : model.zipformerCtc) = text(m_folder.model);
    }
    m_online = m_library->makeOnline(&config);
}

void SherpaModel::makeOffline(const QString &language)
{
    using Family = SherpaFolder::Family;
    Texts text;
    sherpa::OfflineConfig<> config;
    sherpa::OfflineModel<> &model = config.model;
    model.tokens = text(m_folder.tokens);
    model.provider = "cpu";
    config.decoding = "greedy_search";
    switch (m_folder.family) {
    case Family::NemoTransducer: model.modelType = "nemo_transducer"; [[fallthrough]];
    case Family::Transducer:
        model.encoder = text(m_folder.encoder);
        model.decoder = text(m_folder.decoder);
        model.joiner = text(m_folder.joiner);
        break;
    case Family::Whisper:
        model.whisper.encoder = text(m_folder.encoder);
        model.whisper.decoder = text(m_folder.decoder);
        model.whisper.language = text(language);
        model.whisper.task = "transcribe";
        break;
    case Family::Moonshine:
        model.moonshine.encoder = text(m_folder.encoder);
        model.moonshine.mergedDecoder = text(m_folder.decoder);
        break;
    case Family::NemoCtc: model.nemoCtc = text(m_folder.model); break;
    case Family::ZipformerCtc: model.zipformerCtc = text(m_folder.model); break;
    case Family::SenseVoice:
        model.senseVoice.model = text(m_folder.model);
        model.senseVoice.language = text(language);
        break;
    default: return;
    }
    m_offline = m_library->makeOffline(&config);
}

} // namespace vox
