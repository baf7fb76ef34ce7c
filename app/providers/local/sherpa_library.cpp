#include "app/providers/local/sherpa_library.h"
#include <QFileInfo>
#include <cstring>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
#ifdef Q_OS_WIN
const QString kRuntime = u"/onnxruntime/lib/onnxruntime.dll"_s, kLibrary = u"/sherpa/lib/sherpa-onnx-c-api.dll"_s;
#else
const QString kRuntime = u"/onnxruntime/lib/libonnxruntime.so"_s, kLibrary = u"/sherpa/lib/libsherpa-onnx-c-api.so"_s;
#endif
} // namespace

Result<std::shared_ptr<const SherpaLibrary>> SherpaLibrary::load(const QString &depsFolder)
{
    const QString path = depsFolder + kLibrary;
    if (!QFileInfo(path).isFile()) return Error{Error::Code::ModelMissing, {u"sherpa-onnx"_s, path}};
    const std::shared_ptr<SherpaLibrary> all(new SherpaLibrary);
    // First what it needs: then it is found by its name, wherever it lies.
    all->m_runtime = std::make_unique<QLibrary>(depsFolder + kRuntime);
    all->m_library = std::make_unique<QLibrary>(path);
    for (QLibrary *library : {all->m_runtime.get(), all->m_library.get()}) library->setLoadHints(QLibrary::PreventUnloadHint);
    all->m_runtime->load();
    bool whole = all->m_library->load();
    const auto find = [&](auto &function, const char *name) {
        if (whole) function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(all->m_library->resolve(name));
        whole = whole && function;
    };
    find(all->version, "SherpaOnnxGetVersionStr");
    if (whole && std::strcmp(all->version(), kVersion) != 0) // its structures may be others
        return Error{Error::Code::ModelDamaged, {u"sherpa-onnx"_s, path}, u"version %1 instead of %2"_s.arg(QString::fromUtf8(all->version()), QString::fromUtf8(kVersion))};
    find(all->makeOnline, "SherpaOnnxCreateOnlineRecognizer");
    find(all->freeOnline, "SherpaOnnxDestroyOnlineRecognizer");
    find(all->openOnline, "SherpaOnnxCreateOnlineStream");
    find(all->closeOnline, "SherpaOnnxDestroyOnlineStream");
    find(all->hearOnline, "SherpaOnnxOnlineStreamAcceptWaveform");
    find(all->mayDecode, "SherpaOnnxIsOnlineStreamReady");
    find(all->decodeOnline, "SherpaOnnxDecodeOnlineStream");
    find(all->endOnline, "SherpaOnnxOnlineStreamInputFinished");
    find(all->onlineJson, "SherpaOnnxGetOnlineStreamResultAsJson");
    find(all->freeOnlineJson, "SherpaOnnxDestroyOnlineStreamResultJson");
    find(all->makeOffline, "SherpaOnnxCreateOfflineRecognizer");
    find(all->freeOffline, "SherpaOnnxDestroyOfflineRecognizer");
    find(all->openOffline, "SherpaOnnxCreateOfflineStream");
    find(all->closeOffline, "SherpaOnnxDestroyOfflineStream");
    find(all->hearOffline, "SherpaOnnxAcceptWaveformOffline");
    find(all->decodeOffline, "SherpaOnnxDecodeOfflineStream");
    find(all->offlineJson, "SherpaOnnxGetOfflineStreamResultAsJson");
    find(all->freeOfflineJson, "SherpaOnnxDestroyOfflineStreamResultJson");
    find(all->makeVoice, "SherpaOnnxCreateOfflineTts");
    find(all->freeVoice, "SherpaOnnxDestroyOfflineTts");
    find(all->voiceRate, "SherpaOnnxOfflineTtsSampleRate");
    find(all->speakers, "SherpaOnnxOfflineTtsNumSpeakers");
    find(all->say, "SherpaOnnxOfflineTtsGenerateWithConfig");
    find(all->freeSound, "SherpaOnnxDestroyOfflineTtsGeneratedAudio");
    if (!whole) return Error{Error::Code::ModelDamaged, {u"sherpa-onnx"_s, path}, all->m_library->errorString()};
    return std::shared_ptr<const SherpaLibrary>(all);
}

} // namespace vox
