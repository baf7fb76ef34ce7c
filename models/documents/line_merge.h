#pragma once
#include <QStringList>
#include <optional>

namespace vox {

// Three-way merge of sequences (diff3): what only one side changed is taken, what both changed alike is taken once.
// Nothing when both changed the same place differently, or a side has more than 5,000 items.
std::optional<QStringList> mergeSequences(const QStringList &base, const QStringList &ours, const QStringList &theirs);

} // namespace vox
