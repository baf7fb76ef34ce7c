#pragma once
#include <QString>
#include <QStringList>

namespace vox {

// The words of a text without case and punctuation, for comparing transcripts.
QStringList bareWords(const QString &text);
// Share of the words of `now` that were already there, in place, in `before`: a partial's stability, 0..1.
double wordsInPlace(const QString &before, const QString &now);

} // namespace vox
