#include "app/providers/local/vosk_library.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace vox {

Result<std::shared_ptr<const VoskLibrary>> VoskLibrary::load(const QString &path)
{
    if (!QFileInfo(path).isFile()) return Error{Error::Code::ModelMissing, {u"vosk"_s, path}};
    const std::shared_ptr<VoskLibrary> vosk(new VoskLibrary);
    vosk->m_library = std::make_unique<QLibrary>(path);
    vosk->m_library->setLoadHints(QLibrary::PreventUnloadHint);
    bool whole = vosk->m_library->load();
    const auto find = [&](auto &function, const char *name) {
        if (whole) function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(vosk->m_library->resolve(name));
        whole = whole && function;
    };
    find(vosk->setLogLevel, "vosk_set_log_level");
    find(vosk->modelNew, "vosk_model_new");
    find(vosk->modelFree, "vosk_model_free");
    find(vosk->recognizerNew, "vosk_recognizer_new");
    find(vosk->recognizerFree, "vosk_recognizer_free");
    find(vosk->recognizerSetWords, "vosk_recognizer_set_words");
    find(vosk->acceptWaveform, "vosk_recognizer_accept_waveform_s");
    find(vosk->result, "vosk_recognizer_result");
    find(vosk->partialResult, "vosk_recognizer_partial_result");
    find(vosk->finalResult, "vosk_recognizer_final_result");
    if (!whole) return Error{Error::Code::ModelDamaged, {u"vosk"_s, path}, vosk->m_library->errorString()};
    vosk->setLogLevel(-1);
    return std::shared_ptr<const VoskLibrary>(vosk);
}

} // namespace vox
