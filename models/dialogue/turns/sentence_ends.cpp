#include "models/dialogue/turns/sentence_ends.h"
#include "models/dialogue/turns/sentence_ends_table.h"
#include <QByteArray>
#include <algorithm>
#include <array>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// All of this stands in tools/train_sentence_ends a second time: change both, and train anew.
constexpr quint32 kWeights = 1u << 16;
constexpr float kUnit = 32;
constexpr qsizetype kLongest = 40; // words looked at: more are as good as these

QByteArray table(const char *const *lines)
{
    QByteArray text;
    for (; *lines; ++lines) text += *lines;
    QByteArray weights = qUncompress(QByteArray::fromBase64(text));
    return weights.size() == qsizetype(kWeights) ? weights : QByteArray(qsizetype(kWeights), '\0');
}

// FNV-1a of the UTF-8 text.
quint32 placeOf(const QString &feature)
{
    quint32 hash = 2166136261u;
    for (const char byte : feature.toUtf8()) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
    return hash & (kWeights - 1);
}

bool isCyrillic(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.script() == QChar::Script_Cyrillic; });
}

// As in the texts it was learnt from: no hyphens, and one number is like another.
QStringList plain(const QStringList &words)
{
    QStringList out;
    for (const QString &word : words)
        for (const QString &part : word.split(u'-', Qt::SkipEmptyParts)) {
            const bool number = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
            out.append(number ? u"0"_s : part.left(30));
        }
    return out.size() > kLongest ? out.mid(out.size() - kLongest) : out;
}

} // namespace

float sentenceEndScore(const QStringList &said)
{
    static const QByteArray english = table(kSentenceEndsEnglish), russian = table(kSentenceEndsRussian);
    const QStringList words = plain(said);
    if (words.isEmpty()) return 0;
    const qsizetype n = words.size();
    const QString start = u"<s>"_s;
    const QString &last = words[n - 1], &before = n > 1 ? words[n - 2] : start, &third = n > 2 ? words[n - 3] : start;
    const std::array<QString, 8> features{
        u"1:"_s + last,
        u"2:"_s + before + u' ' + last,
        u"p:"_s + before,
        u"s:"_s + last.right(3),
        u"t:"_s + last.right(2) + u'/' + before.right(2),
        u"n:"_s + QString::number(std::min<qsizetype>(n, 8)),
        u"f:"_s + words.first() + u':' + QString::number(std::min<qsizetype>(n, 6)),
        u"3:"_s + third.right(2) + u'/' + before.right(2) + u'/' + last.right(2)};
    const QByteArray &weights = isCyrillic(last) || (n > 1 && isCyrillic(before)) ? russian : english;
    int sum = 0;
    for (const QString &feature : features) sum += static_cast<signed char>(weights[qsizetype(placeOf(feature))]);
    return float(sum) / kUnit;
}

} // namespace vox
