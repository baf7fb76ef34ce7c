#pragma once
#include "models/dialogue/retrieval/words.h"
#include <optional>

namespace vox {

// A number in words or digits: words [first, first + count) of the list.
struct SpokenNumber {
    double value = 0;
    QString digits;        // as dictated: "05", "916", "25"
    qsizetype first = 0;
    qsizetype count = 0;
    bool ordinal = false;
};

// Every number in a row of words, ru and en, declined and ordinal forms too: "twenty five", "двадцати пяти",
// "полтора", "double five", "two point five", "third". Words that only may be numbers ("a") are left alone.
QList<SpokenNumber> spokenNumbers(const QList<Word> &words);
// The one that begins at a word.
std::optional<SpokenNumber> numberAt(const QList<SpokenNumber> &numbers, qsizetype word);

} // namespace vox
