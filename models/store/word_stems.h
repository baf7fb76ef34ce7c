#pragma once
#include <QString>
#include <QStringList>
#include <memory>

struct sb_stemmer;

namespace vox {

// Words of a text as search sees them: lower case, ё as е, stems of Snowball (Russian for Cyrillic, English for Latin).
// Not for two threads at once.
class WordStems {
public:
    WordStems();
    ~WordStems();

    // Folded, not stemmed, in order.
    static QStringList words(const QString &text);
    QString stem(const QString &foldedWord);

private:
    struct Close { void operator()(sb_stemmer *stemmer) const; };
    std::unique_ptr<sb_stemmer, Close> m_russian;
    std::unique_ptr<sb_stemmer, Close> m_english;
};

// What an index holds of a text: stems, and the words themselves where they differ, each once; words are cut at 200
// characters, and what goes beyond some 700 KB is left out.
QStringList searchWords(const QString &text, WordStems &stems);

} // namespace vox
