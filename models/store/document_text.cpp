#include "models/store/document_text.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace vox {

namespace {

// As deep as QJsonDocument reads.
void collect(const QJsonValue &value, QString &out)
{
    if (value.isString()) out += u'\n' + value.toString();
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list) collect(item, out);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &item : object) collect(item, out);
}

} // namespace

QString documentText(const QString &name, const QByteArray &content)
{
    QString out = name;
    collect(QJsonDocument::fromJson(content).object(), out);
    return out;
}

TypedWords::TypedWords(const QString &typed, WordStems &stems)
{
    const QStringList words = WordStems::words(typed.left(200)).mid(0, 12);
    for (const QString &word : words) m_stems.append(stems.stem(word));
    if (!words.isEmpty() && typed.back().isLetterOrNumber()) m_unfinished = words.last();
}

bool TypedWords::standIn(const QStringList &words) const
{
    for (qsizetype i = 0; i < m_stems.size(); ++i) {
        const bool begun = i == m_stems.size() - 1 && !m_unfinished.isEmpty();
        const auto fits = [&](const QString &word) { return word == m_stems[i] || (begun && word.startsWith(m_unfinished)); };
        if (std::none_of(words.begin(), words.end(), fits)) return false;
    }
    return true;
}

} // namespace vox
