#pragma once
#include "app/providers/local/sherpa_folder.h"
#include "app/providers/local/sherpa_library.h"
#include "app/providers/local/speech_engine.h"
#include <mutex>

namespace vox {

// A neural voice in sherpa-onnx: Piper's (VITS) and Kokoro. A speaker of a model with many is named by number ("3"). One
// sentence at a time, the others wait. Loading a bad file may end the process.
class SherpaEngine final : public SpeechEngine {
public:
    // Errors: those of SherpaFolder::open() and SherpaLibrary::load(), NotFound (no voice), ModelDamaged.
    static Result<std::shared_ptr<SpeechEngine>> load(const QString &depsFolder, const QString &folder, const QString &language);
    ~SherpaEngine() override;

    QString identity() const override { return m_identity; }
    Result<void> say(const QString &sentence, const VoiceSettings &settings, Sink &sink) override;

private:
    SherpaEngine() = default;
    std::shared_ptr<const SherpaLibrary> m_library;
    const sherpa::Voice *m_voice = nullptr;
    QString m_identity;
    std::mutex m_mutex;
};

} // namespace vox
