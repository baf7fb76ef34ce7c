#include "models/store/release_json.h"
#include "models/documents/canonical_json.h"
#include <QJsonDocument>

namespace vox {

QString releaseMapText(const Release &release)
{
    QJsonObject map;
    for (auto it = release.documents.cbegin(); it != release.documents.cend(); ++it) map.insert(it.key().text(), it.value());
    return QString::fromUtf8(canonicalJson(map));
}

QMap<DocumentId, RevisionId> releaseMap(const QString &text)
{
    QMap<DocumentId, RevisionId> out;
    const QJsonObject map = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = map.begin(); it != map.end(); ++it)
        if (const auto document = DocumentId::parse(it.key())) out.insert(*document, it.value().toString());
    return out;
}

} // namespace vox
