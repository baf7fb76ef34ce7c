#pragma once
#include <QList>
#include <QStringView>

namespace vox {

// A stretch of a text, in UTF-16 units.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// The sentences of a Russian or English text, without surrounding space: knows abbreviations, initials, decimals, numbered lists; a line
// break always ends one. A sentence longer than `longest` (at least 20) is cut at its last comma, else space.
QList<TextSpan> sentencesOf(QStringView text, qsizetype longest = 300);

} // namespace vox
