#pragma once
#include "app/api/route.h"
#include "models/sync/publishing.h"

namespace vox {

// With the numbers of its releases beside their ids.
QJsonObject toJson(Store &store, const EnvironmentState &state);
// The same as the answer of a route, tagged with the generation.
Result<ApiAnswer> stateAnswer(ApiRequest &request, const Result<EnvironmentState> &state);
// With the number of documents instead of the documents.
QJsonObject toJson(const Release &release);
QJsonObject toJson(const QMap<DocumentId, RevisionId> &documents);
// Changes with their differences field by field, of the first hundred documents.
Result<QJsonArray> toJson(Store &store, const QList<ReleaseChange> &changes);

// {"id": "revision", …} with at most 200,000 entries; BadValue otherwise.
Result<QMap<DocumentId, RevisionId>> documentsFrom(const QJsonObject &json);
Result<EnvironmentState> stateOf(Store &store, Environment environment);
// 422 with every problem of every document, or what else stands in the way of a plan; nothing when it may be published.
std::optional<ApiAnswer> refusedPlan(const ApiRequest &request, const PublishPlan &plan);

} // namespace vox
