#pragma once
#include "app/providers/local/local_recognisers.h"
#include "app/shelf/shelved_model.h"
#include <QStringList>
#include <functional>

namespace vox {

class SpeechEngine;

inline constexpr const char *kModelHost = "--model-host";

// What a program does when it is started with kModelHost as its first argument: serves the model its arguments name.
// Nothing when it was started for something else. Before anything that opens a window.
void hostModelIfAsked(int argc, char **argv);

// A model on the shelf as conversations use it: in a process of its own, which is this `program` again.
LocalRecogniser hostedModel(const ShelvedModel &model, const QString &program, const QString &depsFolder);
std::shared_ptr<SpeechEngine> hostedModelVoice(const ShelvedModel &model, const QString &program, const QString &depsFolder);

} // namespace vox
