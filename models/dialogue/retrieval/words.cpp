#include "models/dialogue/retrieval/words.h"
#include <QSet>
#include <libstemmer.h>
#include <memory>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

struct CloseStemmer { void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); } };
using Stemmer = std::unique_ptr<sb_stemmer, CloseStemmer>;

// Opened once a thread: opening costs more than stemming a sentence, and a stemmer must not be shared.
sb_stemmer *stemmerFor(bool cyrillic)
{
    thread_local const Stemmer russian(sb_stemmer_new("russian", "UTF_8"));
    thread_local const Stemmer english(sb_stemmer_new("english", "UTF_8"));
    return cyrillic ? russian.get() : english.get();
}

QString stem(sb_stemmer *stemmer, const QString &word)
{
    const QByteArray utf8 = word.toUtf8();
    const auto *out = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(utf8.constData()), int(utf8.size()));
    return out ? QString::fromUtf8(reinterpret_cast<const char *>(out), sb_stemmer_length(stemmer)) : word;
}

const QSet<QString> &stopWords()
{
    static const QSet<QString> words = [] {
        const QString list = u"a an the and or but of to in on at for with from by is are was were be been am i you he she it we they my your our do does did "
                             "can could will would shall should may me us this that these those there here what which who how when where why if then so as not no "
                             "и или но а в во на с со к ко по от из у о об для за под над без до про не ни да же ли бы то это этот эта эти я ты он она оно мы вы они "
                             "мне меня мой моя мое мои ваш ваша ваше как что когда где кто чем какой какая какие можно ли у есть быть был была были будет"_s;
        const QStringList parts = list.split(u' ', Qt::SkipEmptyParts);
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words;
}

bool isCyrillic(const QString &word) { return word[0].unicode() >= 0x400 && word[0].unicode() < 0x530; }

} // namespace

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        if (!text[i].isLetterOrNumber()) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < text.size() && text[i].isLetterOrNumber()) ++i;
        words.append({text.mid(start, i - start).toString().toLower().replace(u'ё', u'е'), start, i - start});
    }
    return words;
}

QStringList stemsOf(QStringView text, const QString &language, bool dropStopWords)
{
    const bool known = language.startsWith("ru"_L1) || language.startsWith("en"_L1);
    QStringList stems;
    for (const Word &word : wordsOf(text)) {
        if (dropStopWords && stopWords().contains(word.text)) continue;
        sb_stemmer *stemmer = known ? stemmerFor(isCyrillic(word.text)) : nullptr;
        stems.append(stemmer ? stem(stemmer, word.text) : word.text);
    }
    return stems;
}

} // namespace vox
