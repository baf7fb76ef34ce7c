#include "models/store/postgres/postgres_search.h"
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 200;       // a tsvector takes 2 KB a word
constexpr qsizetype mostText = 700 * 1024;   // and 1 MB in all

QString quoted(const QString &word)
{
    QString inner = word;
    inner.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s);
    return u'\'' + inner + u'\'';
}

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

QString searchQuery(const QString &typed, WordStems &stems)
{
    QStringList all;
    const QStringList words = WordStems::words(typed.left(200));
    const bool unfinished = !words.isEmpty() && typed.back().isLetterOrNumber();
    for (qsizetype i = 0; i < words.size() && i < 12; ++i) {
        const QString stem = quoted(stems.stem(words[i]));
        if (unfinished && i == words.size() - 1) all.append(u"(%1 | %2:*)"_s.arg(stem, quoted(words[i])));
        else all.append(stem);
    }
    return all.join(" & "_L1);
}

} // namespace vox
