#pragma once
#include <QString>
#include <QStringList>
#include <QStringView>
#include <span>

namespace vox {

// Where a word of a text begins in its sound.
struct WordMark {
    qsizetype offset = 0; // characters
    qint64 sample = 0;
};

// How many characters of `text` were heard when `played` of `total` samples were; always whole words, without the space
// behind the last one. A word counts once half of it was played. Without marks, words share the sound by their length.
qsizetype heardLength(QStringView text, std::span<const WordMark> marks, qint64 played, qint64 total);

// Splits at sentence ends, so that a voice can begin with the first one. Pieces joined give the text again; none is
// shorter than `shortest` characters except the last.
QStringList splitSentences(const QString &text, qsizetype shortest = 16);

// How much of `text` (from its beginning) are whole sentences that no later text can change; 0: none yet.
qsizetype wholeSentences(QStringView text);

} // namespace vox
