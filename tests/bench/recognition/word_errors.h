#pragma once
#include <QString>
#include <QStringList>

namespace vox::bench {

// Counts how far what was heard is from what was said, in words.
struct WordErrors {
    int words = 0;
    int errors = 0; // substitutions, insertions and deletions of the shortest way from one to the other
    double rate() const { return words ? 100.0 * errors / words : 0; }
    WordErrors &operator+=(const WordErrors &other)
    {
        words += other.words;
        errors += other.errors;
        return *this;
    }
};

// Words as they are spoken: lower case, no punctuation, numbers in words ("10" is "ten", "2934" stays digit by digit when
// `digitByDigit`), British and American spellings alike.
QStringList spokenWords(const QString &text, bool digitByDigit = false);
WordErrors wordErrors(const QStringList &said, const QStringList &heard);

} // namespace vox::bench
