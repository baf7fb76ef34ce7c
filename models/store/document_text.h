#pragma once
#include "models/store/word_stems.h"
#include <QByteArray>

namespace vox {

// What a search for a document looks through: its name and every text in its content, wherever it stands.
QString documentText(const QString &name, const QByteArray &content);

// The words somebody typed, as both kinds of store understand them: all must be there, in any form; the last one may be
// unfinished when no blank follows it.
class TypedWords {
public:
    TypedWords(const QString &typed, WordStems &stems);
    bool isEmpty() const { return m_stems.isEmpty(); }
    // `words` as searchWords() makes them.
    bool standIn(const QStringList &words) const;

private:
    QStringList m_stems;
    QString m_unfinished; // empty: the last word is whole
};

} // namespace vox
