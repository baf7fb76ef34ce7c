#pragma once
#include <QStringList>
#include <functional>

namespace vox {

class ToolTries;

// What the builder gets from the program, beyond the workspace; each may be missing. A value.
struct BuilderServices {
    ToolTries *tries = nullptr; // without it tools cannot be tried
    // Names this machine knows: "recognisers:ru", "voices:en", "synthesisers", "providers" (addresses of language models).
    std::function<QStringList(const QString &source)> names = {};
};

} // namespace vox
