#pragma once
#include "app/api/route.h"
#include "models/documents/kind_info.h"
#include "models/store/document_store.h"

namespace vox {

// "agents": how a kind's documents are called in addresses.
QString pluralOf(const KindInfo &kind);
// A document's row as an object, without its closing brace: a document goes on with its content.
QByteArray openRow(const DocumentRow &row);
QJsonObject toJson(const StoredRevision &revision);
QJsonArray toJson(const Problems &problems);

// The answer of one document: its row, its content brought up to the newest schema, and what a person should correct in it.
// ETag: the head.
Result<ApiAnswer> documentAnswer(ApiRequest &request, const KindInfo &kind, DocumentId id, int status = 200);
// The same of what is known already.
ApiAnswer documentAnswer(const KindInfo &kind, const DocumentRow &row, QByteArray content, int status = 200);
// Shape and limits must be right; what the kind's rules complain about may be kept as a draft and is told beside it.
std::optional<ApiAnswer> refusedShape(const ApiRequest &request, const KindInfo &kind, const QJsonObject &content);
// The row of a living document of this kind; NotFound otherwise.
Result<DocumentRow> livingDocument(ApiRequest &request, const KindInfo &kind, DocumentId id);
// The same with the content of its head.
Result<DocumentStore::Open> openDocument(ApiRequest &request, const KindInfo &kind, DocumentId id);

} // namespace vox
