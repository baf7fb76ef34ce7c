#include "app/providers/local/transcript_words.h"

namespace vox {

QStringList bareWords(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) plain += c.toLower();
        else if (c != u'\'' && c != u'\u2019') plain += u' ';
    }
    return plain.split(u' ', Qt::SkipEmptyParts);
}

double wordsInPlace(const QString &before, const QString &now)
{
    const QStringList old = bareWords(before), current = bareWords(now);
    if (current.isEmpty()) return old.isEmpty() ? 1.0 : 0.0;
    qsizetype same = 0;
    while (same < current.size() && same < old.size() && current[same] == old[same]) ++same;
    return double(same) / double(current.size());
}

} // namespace vox
