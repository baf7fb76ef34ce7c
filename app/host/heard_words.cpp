#include "app/host/heard_words.h"
#include <algorithm>

namespace vox {

namespace {

struct Word {
    qsizetype begin;
    qsizetype end;
};

QList<Word> wordsOf(QStringView text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        while (i < text.size() && text[i].isSpace()) ++i;
        const qsizetype begin = i;
        while (i < text.size() && !text[i].isSpace()) ++i;
        if (i > begin) words.append({begin, i});
    }
    return words;
}

// The sample where the character at `offset` is spoken: between the marks around it by characters.
double sampleAt(qsizetype offset, qsizetype length, std::span<const WordMark> marks, qint64 total)
{
    WordMark before{0, 0}, after{length, total};
    for (const WordMark &mark : marks) {
        if (mark.offset <= offset && mark.offset >= before.offset) before = mark;
        if (mark.offset > offset && mark.offset < after.offset) after = mark;
    }
    const double share = after.offset > before.offset ? double(offset - before.offset) / double(after.offset - before.offset) : 0.0;
    return double(before.sample) + share * double(after.sample - before.sample);
}

bool endsSentence(QChar c) { return c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u'\n'; }

} // namespace

qsizetype heardLength(QStringView text, std::span<const WordMark> marks, qint64 played, qint64 total)
{
    qsizetype heard = 0;
    if (played <= 0 || total <= 0) return 0;
    for (const Word &word : wordsOf(text)) {
        const double begin = sampleAt(word.begin, text.size(), marks, total);
        const double end = sampleAt(word.end, text.size(), marks, total);
        if (double(played) < (begin + end) / 2) break;
        heard = word.end;
    }
    return heard;
}

qsizetype wholeSentences(QStringView text)
{
    for (qsizetype i = text.size() - 1; i > 0; --i)
        if (text[i].isSpace() && (endsSentence(text[i - 1]) || text[i] == u'\n')) return i + 1;
    return 0;
}

QStringList splitSentences(const QString &text, qsizetype shortest)
{
    QStringList pieces;
    qsizetype begin = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool boundary = text[i].isSpace() && endsSentence(text[i - 1]);
        if (!boundary || i + 1 - begin < shortest || i + 1 >= text.size()) continue;
        pieces << text.mid(begin, i + 1 - begin);
        begin = i + 1;
    }
    if (begin < text.size() || pieces.isEmpty()) pieces << text.mid(begin);
    return pieces;
}

} // namespace vox
