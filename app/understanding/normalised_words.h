#pragma once
#include <QString>
#include <QStringList>

namespace vox {

// The words of an utterance as understanding sees them: lower case, ё as е, no punctuation, digits as "0". Words of politeness
// and grammar that any intent may be wrapped in ("could you tell me") go, unless nothing else was said.
QStringList normalisedWords(QStringView text);

// Their Snowball stems, in the same order; the script of a word decides between Russian and English.
QStringList stemsOf(const QStringList &words);

} // namespace vox
