#include "models/store/word_stems.h"
#include <QSet>
#include <libstemmer.h>

namespace vox {

void WordStems::Close::operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }

WordStems::WordStems() : m_russian(sb_stemmer_new("russian", "UTF_8")), m_english(sb_stemmer_new("english", "UTF_8")) {}

WordStems::~WordStems() = default;

QStringList WordStems::words(const QString &text)
{
    QStringList out;
    QString word;
    const auto close = [&] {
        if (!word.isEmpty()) out.append(word);
        word.clear();
    };
    for (const QChar c : text.toLower()) {
        if (c == u'ё') word += u'е';
        else if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark()) word += c;
        else close();
    }
    close();
    return out;
}

QString WordStems::stem(const QString &foldedWord)
{
    const char16_t first = foldedWord.isEmpty() ? u'0' : foldedWord.front().unicode();
    sb_stemmer *stemmer = nullptr;
    if (first >= u'а' && first <= u'я') stemmer = m_russian.get();
    else if (first >= u'a' && first <= u'z') stemmer = m_english.get();
    if (!stemmer) return foldedWord;
    const QByteArray utf8 = foldedWord.toUtf8();
    const sb_symbol *stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(utf8.constData()), int(utf8.size()));
    if (!stem) return foldedWord;
    return QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer));
}

namespace {
constexpr qsizetype longestWord = 200;       // PostgreSQL takes 2 KB a word
constexpr qsizetype mostText = 700 * 1024;   // and 1 MB in all
} // namespace

QStringList searchWords(const QString &text, WordStems &stems)
{
    QSet<QString> seen;
    qsizetype size = 0;
    const auto take = [&](const QString &word) {
        if (word.isEmpty() || seen.contains(word)) return;
        size += 3 * word.size();
        if (size < mostText) seen.insert(word);
    };
    for (const QString &whole : WordStems::words(text)) {
        const QString word = whole.left(longestWord);
        take(stems.stem(word));
        take(word);
    }
    return seen.values();
}

} // namespace vox
