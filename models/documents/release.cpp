#include "models/documents/release.h"
#include "models/documents/canonical_json.h"

namespace vox {

QString Release::id() const
{
    QJsonObject map;
    for (auto it = documents.cbegin(); it != documents.cend(); ++it) map.insert(it.key().text(), it.value());
    return sha256Hex(canonicalJson(QJsonObject{{QStringLiteral("documents"), map},
                                               {QStringLiteral("author"), author},
                                               {QStringLiteral("created_utc_ms"), created.value},
                                               {QStringLiteral("message"), message},
                                               {QStringLiteral("number"), number}}));
}

} // namespace vox
