#pragma once
#include "app/providers/local/local_recognisers.h"

namespace vox {

// Adds "moonshine" (the default), "moonshine-tiny" and "vosk" for English. `depsFolder` is the one setup fills, with models/
// and vosk/ in it; nothing is read before a recogniser is prepared or made.
void addEnglishRecognisers(LocalRecognisers &recognisers, const QString &depsFolder);

// A model of Vosk, Moonshine or sherpa-onnx in any folder, under the name agents give it. `languages`: first subtags.
LocalRecogniser voskRecogniser(const QString &provider, const QStringList &languages, const QString &depsFolder, const QString &folder);
LocalRecogniser sherpaRecogniser(const QString &provider, const QStringList &languages, const QString &depsFolder, const QString &folder);
LocalRecogniser moonshineRecogniser(const QString &provider, const QStringList &languages, const QString &folder);

} // namespace vox
