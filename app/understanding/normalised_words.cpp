#include "app/understanding/normalised_words.h"
#include <QSet>
#include <algorithm>
#include <iterator>
#include <libstemmer.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

struct StemmerDelete {
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDelete>;

const QSet<QString> &wrapping()
{
    static const QSet<QString> kWords = [] {
        const QString all = u"a an the i me my we our you your it its this that is are am was be been do does did has have will would could "
                            "can to of for in on at and please tell know just now like id so well ok "
                            "я мне меня мой моя мое мои моего мою моей мы нас вы вас ты у в на за с со и а ну ли же бы то это этот эту "
                            "пожалуйста скажите подскажите можно могу хочу узнать сейчас уже вот так"_s;
        const QStringList words = all.split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return kWords;
}

QString stemmed(const Stemmer &stemmer, const QString &word)
{
    const QByteArray utf8 = word.toUtf8();
    const auto *stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol *>(utf8.constData()), int(utf8.size()));
    return stem ? QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer.get())) : word;
}

} // namespace

QStringList normalisedWords(QStringView text)
{
    constexpr qsizetype kLongest = 2000; // characters of an utterance that count
    QString clean;
    for (const QChar c : text.left(kLongest).toString().toLower()) {
        if (c == QChar(0x0451)) clean += QChar(0x0435);
        else if (c.isDigit()) clean += clean.endsWith(u'0') ? QString() : u"0"_s;
        else if (c.isLetter()) clean += c;
        else if (c != u'\'' && c != QChar(0x2019)) clean += u' '; // "don't" stays one word
    }
    const QStringList all = clean.split(u' ', Qt::SkipEmptyParts);
    QStringList telling;
    std::copy_if(all.begin(), all.end(), std::back_inserter(telling), [](const QString &word) { return !wrapping().contains(word); });
    return telling.isEmpty() ? all : telling;
}

QStringList stemsOf(const QStringList &words)
{
    const Stemmer russian(sb_stemmer_new("russian", "UTF_8"));
    const Stemmer english(sb_stemmer_new("english", "UTF_8"));
    QStringList stems;
    for (const QString &word : words) {
        const bool cyrillic = word[0].script() == QChar::Script_Cyrillic;
        stems.append(stemmed(cyrillic ? russian : english, word));
    }
    return stems;
}

} // namespace vox
