#pragma once
#include "models/documents/release.h"

namespace vox {

// A release's map as databases keep it: a JSON object document -> revision.
QString releaseMapText(const Release &release);
QMap<DocumentId, RevisionId> releaseMap(const QString &text);

} // namespace vox
