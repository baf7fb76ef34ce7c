#pragma once
#include <QString>
#include <QStringList>
#include <QStringView>

namespace vox {

// Words of a text in lower case, ё as е, with their places. A word is letters and digits.
struct Word {
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
};
QList<Word> wordsOf(QStringView text);

// Snowball stems (ru, en), without stop words when asked so. Other languages: the words themselves.
QStringList stemsOf(QStringView text, const QString &language, bool dropStopWords = true);

} // namespace vox
