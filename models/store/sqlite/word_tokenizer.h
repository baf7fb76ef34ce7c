#pragma once
#include <QString>
#include <QStringList>
#include <memory>

struct sqlite3;
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

// Marks a word in an indexed text that is kept as it is: the filters that stand among the words.
inline constexpr char16_t reservedMark = u'\x01';

// Teaches a connection the FTS5 tokenizer "voxdesk". A document is split and stemmed as WordStems does; a query is taken
// word by word as it stands, because it was made from stems already. Returns SQLite's status.
int registerWordTokenizer(sqlite3 *connection);

} // namespace vox
