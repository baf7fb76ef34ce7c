#pragma once
#include <QList>
#include <QString>
#include <optional>

namespace vox {

// A run of words that stayed, came or went.
struct WordPiece {
    enum class Kind { Same, Added, Removed };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const WordPiece &, const WordPiece &) = default;
};

// Two texts word by word, what went before what came. The Same and Added pieces give `after`, the Same and Removed ones
// `before`. Texts that are too long or have too little in common are told as one that went and one that came.
QList<WordPiece> wordDiff(const QString &before, const QString &after);

// Three-way merge of texts word by word; nothing when both sides changed the same words.
std::optional<QString> mergeWords(const QString &base, const QString &ours, const QString &theirs);

} // namespace vox
