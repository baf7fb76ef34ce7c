#pragma once
#include "app/providers/local/vosk_library.h"

namespace vox {

// Vosk's model, loaded once and shared by all conversations. Any thread.
class VoskRecogniserModel {
public:
    // Errors: ModelMissing, ModelDamaged, and those of the library.
    static Result<std::shared_ptr<const VoskRecogniserModel>> load(const QString &libraryPath, const QString &modelFolder);
    ~VoskRecogniserModel();

    const VoskLibrary &library() const { return *m_library; }
    VoskModel *handle() const { return m_model; }

private:
    VoskRecogniserModel(std::shared_ptr<const VoskLibrary> library, VoskModel *model) : m_library(std::move(library)), m_model(model) {}
    std::shared_ptr<const VoskLibrary> m_library;
    VoskModel *m_model;
};

} // namespace vox
