#include "ui/viewmodels/word_diff.h"
#include "models/documents/line_merge.h"
#include <QStringList>
#include <algorithm>
#include <vector>

namespace vox {

namespace {

constexpr qsizetype mostWords = 1500;

// Words with the space after them, so that joining them gives the text again.
QStringList wordsOf(const QString &text)
{
    QStringList out;
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start;
        while (end < text.size() && !text[end].isSpace()) ++end;
        while (end < text.size() && text[end].isSpace()) ++end;
        out.append(text.mid(start, end - start));
        start = end;
    }
    return out;
}

void append(QList<WordPiece> &pieces, WordPiece::Kind kind, const QString &text)
{
    if (text.isEmpty()) return;
    if (!pieces.isEmpty() && pieces.last().kind == kind) pieces.last().text += text;
    else pieces.append({kind, text});
}

// The last word of a text has no space after it; it is still the same word.
bool sameWord(const QString &a, const QString &b)
{
    return a == b || a.trimmed() == b.trimmed();
}

} // namespace

QList<WordPiece> wordDiff(const QString &before, const QString &after)
{
    using Kind = WordPiece::Kind;
    QList<WordPiece> pieces;
    if (before == after) {
        append(pieces, Kind::Same, after);
        return pieces;
    }
    const QStringList a = wordsOf(before), b = wordsOf(after);
    const auto replaced = [&] {
        pieces.clear();
        append(pieces, Kind::Removed, before);
        append(pieces, Kind::Added, after);
        return pieces;
    };
    if (a.size() > mostWords || b.size() > mostWords) return replaced();
    const std::size_t rows = std::size_t(a.size()), columns = std::size_t(b.size());
    std::vector<quint16> length((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> quint16 & { return length[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = sameWord(a[qsizetype(i)], b[qsizetype(j)]) ? quint16(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    // A word or two in common by chance tell nothing.
    if (int(at(0, 0)) * 4 < int(std::min(rows, columns))) return replaced();
    QString gone, came;
    const auto flush = [&] {
        append(pieces, Kind::Removed, std::exchange(gone, {}));
        append(pieces, Kind::Added, std::exchange(came, {}));
    };
    for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
        if (i < rows && j < columns && a[qsizetype(i)] == b[qsizetype(j)]) {
            flush();
            append(pieces, Kind::Same, b[qsizetype(j)]);
            ++i;
            ++j;
        } else if (i < rows && j < columns && sameWord(a[qsizetype(i)], b[qsizetype(j)])) {
            // Only the space after the word differs.
            const QString word = b[qsizetype(j)].trimmed();
            flush();
            append(pieces, Kind::Same, word);
            gone = a[qsizetype(i)].mid(word.size());
            came = b[qsizetype(j)].mid(word.size());
            ++i;
            ++j;
        } else if (i < rows && (j == columns || at(i + 1, j) >= at(i, j + 1))) {
            gone += a[qsizetype(i++)];
        } else {
            came += b[qsizetype(j++)];
        }
    }
    flush();
    return pieces;
}

std::optional<QString> mergeWords(const QString &base, const QString &ours, const QString &theirs)
{
    const auto merged = mergeSequences(wordsOf(base), wordsOf(ours), wordsOf(theirs));
    return merged ? std::optional(merged->join(QString())) : std::nullopt;
}

} // namespace vox
