#include "models/store/postgres/postgres_search.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &word)
{
    QString inner = word;
    inner.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s);
    return u'\'' + inner + u'\'';
}

} // namespace

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
