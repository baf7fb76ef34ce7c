#pragma once
#include "app/providers/local/sherpa_folder.h"
#include "app/providers/local/sherpa_library.h"

namespace vox {

// A recogniser's model in sherpa-onnx, loaded once for all conversations of its process. Loading a bad file may end the
// process. Any thread.
class SherpaModel {
public:
    // `language`: what will be spoken, for models that know many and want to be told; empty: they find out. Errors:
    // those of SherpaFolder::open() and SherpaLibrary::load(), ModelDamaged (hashes; the library refuses it).
    static Result<std::shared_ptr<const SherpaModel>> load(const QString &depsFolder, const QString &folder, const QString &language);
    ~SherpaModel();
    SherpaModel(const SherpaModel &) = delete;
    SherpaModel &operator=(const SherpaModel &) = delete;

    const SherpaFolder &folder() const { return m_folder; }
    const SherpaLibrary &library() const { return *m_library; }
    const sherpa::OnlineRecognizer *online() const { return m_online; }    // of a folder that streams
    const sherpa::OfflineRecognizer *offline() const { return m_offline; } // of the others

private:
    SherpaModel(std::shared_ptr<const SherpaLibrary> library, SherpaFolder folder) : m_library(std::move(library)), m_folder(std::move(folder)) {}
    void makeOnline();
    void makeOffline(const QString &language);

    std::shared_ptr<const SherpaLibrary> m_library;
    SherpaFolder m_folder;
    const sherpa::OnlineRecognizer *m_online = nullptr;
    const sherpa::OfflineRecognizer *m_offline = nullptr;
};

} // namespace vox
