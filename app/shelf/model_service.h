#pragma once
#include "app/providers/local/local_recognisers.h"
#include "app/providers/local/speech_engine.h"
#include <functional>

namespace vox {

// What a model's own process serves: a recogniser or a voice, and how it is loaded.
struct ServedModel {
    std::function<Result<LocalRecogniser>()> recogniser; // one of both
    std::function<Result<std::shared_ptr<SpeechEngine>>()> voice;
};

// The other end of a ModelProcess: loads the model, then answers frames from the standard input on the standard output until
// the input ends. Whatever a library prints goes to the standard error. Never comes back: a library that hangs shall not
// keep the process.
[[noreturn]] void serveModel(const ServedModel &model);

} // namespace vox
