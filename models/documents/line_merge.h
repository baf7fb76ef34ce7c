#pragma once
#include <QStringList>
#include <optional>
#include <vector>

namespace vox {

// For each item of `base` the item of `other` it became, -1 when it is gone: a longest common subsequence. What is the same
// at both ends costs nothing; the rest costs 2 bytes for each pair of items, so whoever calls this keeps it small.
std::vector<qsizetype> matchSequences(const QStringList &base, const QStringList &other);

// Three-way merge of sequences (diff3): what only one side changed is taken, what both changed alike is taken once.
// Nothing when both changed the same place differently, or a side has more than 5,000 items.
std::optional<QStringList> mergeSequences(const QStringList &base, const QStringList &ours, const QStringList &theirs);

} // namespace vox
