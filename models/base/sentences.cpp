#include "models/base/sentences.h"
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

bool ends(QChar c) { return c == u'.' || c == u'!' || c == u'?' || c == QChar(0x2026); }
bool closes(QChar c) { return c == u'"' || c == u'\'' || c == u')' || c == u']' || c == QChar(0x00BB) || c == QChar(0x201D); }
bool breaksLine(QChar c) { return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator; }

// Never the end of a sentence: something always follows.
bool isLeadingAbbreviation(const QString &word)
{
    static const QSet<QString> kWords{
        u"mr"_s, u"mrs"_s, u"ms"_s, u"dr"_s, u"prof"_s, u"st"_s, u"vs"_s, u"e.g"_s, u"i.e"_s, u"approx"_s, u"fig"_s, u"gen"_s, u"rev"_s,
        u"им"_s, u"ул"_s, u"пер"_s, u"просп"_s, u"пр-т"_s, u"наб"_s, u"кв"_s, u"корп"_s, u"стр"_s, u"рис"_s, u"гл"_s, u"табл"_s, u"см"_s, u"ср"_s,
        u"напр"_s, u"т.е"_s, u"т.к"_s, u"т.н"_s, u"тел"_s, u"доб"_s, u"моб"_s, u"акад"_s, u"проф"_s, u"гр"_s, u"обл"_s, u"пос"_s, u"д-р"_s, u"г-н"_s,
        u"г-жа"_s, u"св"_s};
    return kWords.contains(word);
}

// Numbers before the name: "No. 5", "стр. 7" end a sentence only when no digit follows.
bool isNumbering(const QString &word)
{
    static const QSet<QString> kWords{u"no"_s, u"nos"_s, u"vol"_s, u"ch"_s, u"п"_s, u"пп"_s, u"ст"_s, u"ч"_s, u"д"_s, u"оф"_s, u"р"_s};
    return kWords.contains(word);
}

// The word before `dot`, lower case, with inner dots ("т.е", "e.g").
QString wordBefore(QStringView text, qsizetype dot)
{
    qsizetype begin = dot;
    while (begin > 0 && !text[begin - 1].isSpace() && text[begin - 1] != u'(' && text[begin - 1] != u'"' && text[begin - 1] != QChar(0x00AB))
        --begin;
    return text.mid(begin, std::min<qsizetype>(dot - begin, 24)).toString().toLower();
}

// Whether the dot at `dot` closes its sentence; `next` is the first visible character after it.
bool dotEnds(QStringView text, qsizetype start, qsizetype dot, QChar next)
{
    const QString word = wordBefore(text, dot);
    if (word.isEmpty()) return true;
    if (isLeadingAbbreviation(word)) return false;
    if (isNumbering(word) && next.isDigit()) return false;
    const bool numeral = std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    if (numeral && dot - word.size() == start) return false; // "1. First"
    const bool single = word.size() == 1 && text[dot - 1].isLetter();
    return !(single && text[dot - 1].isUpper() && next.isUpper()); // initials
}

// Position after the sentence that starts at `start`.
qsizetype sentenceEnd(QStringView text, qsizetype start)
{
    for (qsizetype i = start; i < text.size(); ++i) {
        if (breaksLine(text[i])) return i;
        if (!ends(text[i])) continue;
        qsizetype after = i + 1;
        while (after < text.size() && ends(text[after])) ++after;
        while (after < text.size() && closes(text[after])) ++after;
        if (after < text.size() && !text[after].isSpace()) {
            i = after - 1;
            continue; // 3.5, example.com
        }
        qsizetype next = after;
        while (next < text.size() && text[next].isSpace() && !breaksLine(text[next])) ++next;
        if (next >= text.size() || breaksLine(text[next])) return after;
        const bool goesOn = text[next].isLower() || (text[i] == u'.' && after == i + 1 && !dotEnds(text, start, i, text[next]));
        if (!goesOn) return after;
        i = after - 1;
    }
    return text.size();
}

void append(QList<TextSpan> &spans, QStringView text, qsizetype from, qsizetype to)
{
    while (from < to && text[from].isSpace()) ++from;
    while (to > from && text[to - 1].isSpace()) --to;
    if (to > from) spans.append({from, to - from});
}

// Where to cut a sentence that is too long: after the last comma in its second half, else at a space, else between letters.
qsizetype cutBefore(QStringView text, qsizetype from, qsizetype limit)
{
    const qsizetype half = from + (limit - from) / 2;
    for (qsizetype i = limit - 1; i > half; --i)
        if ((text[i] == u',' || text[i] == u';' || text[i] == u':') && i + 1 < text.size() && text[i + 1].isSpace()) return i + 1;
    for (qsizetype i = limit - 1; i > half; --i)
        if (text[i].isSpace()) return i;
    return text[limit - 1].isHighSurrogate() ? limit - 1 : limit;
}

} // namespace

QList<TextSpan> sentencesOf(QStringView text, qsizetype longest)
{
    longest = std::max<qsizetype>(longest, 20);
    QList<TextSpan> spans;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        const qsizetype end = std::max(at + 1, sentenceEnd(text, at));
        while (end - at > longest) {
            const qsizetype cut = cutBefore(text, at, at + longest);
            append(spans, text, at, cut);
            at = cut;
        }
        append(spans, text, at, end);
        at = end;
    }
    return spans;
}

} // namespace vox
