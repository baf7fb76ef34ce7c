#pragma once
#include "app/providers/local/local_recognisers.h"
#include "app/shelf/shelved_model.h"
#include <functional>
#include <memory>

namespace vox {

class SpeechEngine;

// The recogniser of a model on the shelf, for any language it was added for. `depsFolder`: where libraries are.
LocalRecogniser shelvedRecogniser(const ShelvedModel &model, const QString &depsFolder);
// The same of a voice; loads it. Errors: those of SherpaEngine::load().
Result<std::shared_ptr<SpeechEngine>> shelvedVoice(const ShelvedModel &model, const QString &depsFolder);

// In this process: loads the model, lets it hear five seconds of sound or say ten figures, answers seconds of work per second of sound. Blocks.
// A bad file may end the process: only a child of tryModel() calls it.
Result<double> hearWith(ModelKind kind, const QString &folder, const QString &depsFolder);

// In a process of its own: `program` is started with `arguments` and prints {"real_time_factor": …} or {"error", "args"}.
// Errors: what it printed; ModelDamaged when it crashed; TimedOut; Cancelled when goOn() says so. Blocks.
Result<double> tryModel(const QString &program, const QStringList &arguments, const QString &model, int timeoutMs = 120000,
                        const std::function<bool()> &goOn = {});

} // namespace vox
