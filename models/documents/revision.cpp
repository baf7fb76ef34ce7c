#include "models/documents/revision.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

RevisionId Revision::id() const
{
    QStringList sorted = parents;
    std::sort(sorted.begin(), sorted.end());
    return sha256Hex(canonicalJson(QJsonObject{{u"document"_s, document.text()},
                                               {u"kind"_s, kind},
                                               {u"schema"_s, schema},
                                               {u"parents"_s, QJsonArray::fromStringList(sorted)},
                                               {u"author"_s, author},
                                               {u"created_utc_ms"_s, created.value},
                                               {u"message"_s, message},
                                               {u"content_sha256"_s, contentSha256}}));
}

bool Revision::isTombstone() const
{
    static const QString hash = sha256Hex(tombstoneContent());
    return contentSha256 == hash;
}

Revision makeRevision(DocumentId document, const QString &kind, int schema, const QStringList &parents,
                      const QString &author, UtcMs created, const QString &message, const QByteArray &content)
{
    return {document, kind, schema, parents, author, created, message, sha256Hex(content)};
}

QByteArray tombstoneContent() { return "null"; }

} // namespace vox
