#pragma once
#include "app/api/route.h"
#include "models/documents/kind_info.h"
#include "models/store/document_store.h"

namespace vox {

// "agents": how a kind's documents are called in addresses.
QString pluralOf(const KindInfo &kind);
QJsonObject toJson(const DocumentRow &row);
QJsonObject toJson(const StoredRevision &revision);
QJsonArray toJson(const Problems &problems);

// The answer of one document: its row, its content brought up to the newest schema, and what a person should correct in it.
// ETag: the head.
Result<ApiAnswer> documentAnswer(ApiRequest &request, const KindInfo &kind, DocumentId id, int status = 200);
// The row of a living document of this kind; NotFound otherwise.
Result<DocumentRow> livingDocument(ApiRequest &request, const KindInfo &kind, DocumentId id);

} // namespace vox
