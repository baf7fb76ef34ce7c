#pragma once
#include <QString>

namespace vox {

// Longest text one utterance may have, in UTF-16 units.
inline constexpr qsizetype kLongestUtterance = 20000;

// The text as a synthesiser should get it: control characters, markup, list marks and half surrogates become spaces. Numbers and
// abbreviations stay, the engine knows them. As long as the input, so that word offsets keep their meaning.
QString speakable(QStringView text);

} // namespace vox
