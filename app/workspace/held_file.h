#pragma once
#include "models/base/result.h"
#include <QLockFile>
#include <QString>
#include <memory>

namespace vox {

// Holds a file for this process: one console a workspace, one writer a live conversation. Let go by destruction and by
// the death of its process, however that came.
class HeldFile {
public:
    // WorkspaceHeld {path, "program, host, process, since"} when a living process has it.
    static Result<std::unique_ptr<HeldFile>> hold(const QString &path);

private:
    explicit HeldFile(const QString &path) : m_lock(path) {}
    QLockFile m_lock;
};

} // namespace vox
