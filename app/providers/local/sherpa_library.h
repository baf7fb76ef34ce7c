#pragma once
#include "app/providers/local/sherpa_layout.h"
#include "models/base/result.h"
#include <QLibrary>
#include <QString>
#include <memory>

namespace vox {

// The functions of libsherpa-onnx-c-api, found at run time. A bad model ends the process it is loaded in: only processes of
// models use this. Immutable; any thread.
class SherpaLibrary {
public:
    static constexpr const char *kVersion = "1.13.8"; // whose layout sherpa_layout.h is

    // `depsFolder`: with sherpa/lib and onnxruntime/lib. Errors: ModelMissing when it is not there, ModelDamaged when it is
    // another version or lacks a function.
    static Result<std::shared_ptr<const SherpaLibrary>> load(const QString &depsFolder);

    const char *(*version)() = nullptr;

    const sherpa::OnlineRecognizer *(*makeOnline)(const sherpa::OnlineConfig<> *) = nullptr;
    void (*freeOnline)(const sherpa::OnlineRecognizer *) = nullptr;
    const sherpa::OnlineStream *(*openOnline)(const sherpa::OnlineRecognizer *) = nullptr;
    void (*closeOnline)(const sherpa::OnlineStream *) = nullptr;
    void (*hearOnline)(const sherpa::OnlineStream *, std::int32_t rate, const float *samples, std::int32_t count) = nullptr;
    std::int32_t (*mayDecode)(const sherpa::OnlineRecognizer *, const sherpa::OnlineStream *) = nullptr;
    void (*decodeOnline)(const sherpa::OnlineRecognizer *, const sherpa::OnlineStream *) = nullptr;
    void (*endOnline)(const sherpa::OnlineStream *) = nullptr;
    const char *(*onlineJson)(const sherpa::OnlineRecognizer *, const sherpa::OnlineStream *) = nullptr;
    void (*freeOnlineJson)(const char *) = nullptr;

    const sherpa::OfflineRecognizer *(*makeOffline)(const sherpa::OfflineConfig<> *) = nullptr;
    void (*freeOffline)(const sherpa::OfflineRecognizer *) = nullptr;
    const sherpa::OfflineStream *(*openOffline)(const sherpa::OfflineRecognizer *) = nullptr;
    void (*closeOffline)(const sherpa::OfflineStream *) = nullptr;
    void (*hearOffline)(const sherpa::OfflineStream *, std::int32_t rate, const float *samples, std::int32_t count) = nullptr;
    void (*decodeOffline)(const sherpa::OfflineRecognizer *, const sherpa::OfflineStream *) = nullptr;
    const char *(*offlineJson)(const sherpa::OfflineStream *) = nullptr;
    void (*freeOfflineJson)(const char *) = nullptr;

    const sherpa::Voice *(*makeVoice)(const sherpa::VoiceConfig<> *) = nullptr;
    void (*freeVoice)(const sherpa::Voice *) = nullptr;
    std::int32_t (*voiceRate)(const sherpa::Voice *) = nullptr;
    std::int32_t (*speakers)(const sherpa::Voice *) = nullptr;
    using Progress = std::int32_t (*)(const float *samples, std::int32_t count, float share, void *with); // 0: stop
    const sherpa::Sound *(*say)(const sherpa::Voice *, const char *text, const sherpa::Generation *, Progress, void *with) = nullptr;
    void (*freeSound)(const sherpa::Sound *) = nullptr;

private:
    SherpaLibrary() = default;
    std::unique_ptr<QLibrary> m_runtime, m_library;
};

} // namespace vox
