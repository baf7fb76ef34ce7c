#pragma once
#include "models/base/result.h"
#include <QLibrary>
#include <memory>

struct VoskModel;
struct VoskRecognizer;

namespace vox {

// The functions of libvosk, found at run time, so that the program starts without the library. Immutable; any thread.
class VoskLibrary {
public:
    // Errors: ModelMissing when there is no such library, ModelDamaged when it lacks a function.
    static Result<std::shared_ptr<const VoskLibrary>> load(const QString &path);

    void (*setLogLevel)(int) = nullptr;
    VoskModel *(*modelNew)(const char *path) = nullptr;
    void (*modelFree)(VoskModel *) = nullptr;
    VoskRecognizer *(*recognizerNew)(VoskModel *, float rate) = nullptr;
    void (*recognizerFree)(VoskRecognizer *) = nullptr;
    void (*recognizerSetWords)(VoskRecognizer *, int) = nullptr;
    int (*acceptWaveform)(VoskRecognizer *, const short *, int samples) = nullptr;
    const char *(*result)(VoskRecognizer *) = nullptr;
    const char *(*partialResult)(VoskRecognizer *) = nullptr;
    const char *(*finalResult)(VoskRecognizer *) = nullptr;

private:
    VoskLibrary() = default;
    std::unique_ptr<QLibrary> m_library; // stays loaded: its threads and statics do not like to go
};

} // namespace vox
