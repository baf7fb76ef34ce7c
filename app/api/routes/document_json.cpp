#include "app/api/routes/document_json.h"
#include "models/base/check_fields.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

QString pluralOf(const KindInfo &kind) { return kind.name + u's'; }

QJsonObject toJson(const DocumentRow &row)
{
    return {{u"id"_s, row.id.text()},
            {u"kind"_s, row.kind},
            {u"name"_s, row.name},
            {u"revision"_s, row.head()},
            {u"heads"_s, QJsonArray::fromStringList(row.heads)},
            {u"schema"_s, row.schema},
            {u"changed_utc_ms"_s, row.changed.value},
            {u"deleted"_s, row.deleted}};
}

QJsonObject toJson(const StoredRevision &revision)
{
    const Revision &header = revision.header;
    return {{u"id"_s, revision.id},
            {u"document"_s, header.document.text()},
            {u"kind"_s, header.kind},
            {u"schema"_s, header.schema},
            {u"parents"_s, QJsonArray::fromStringList(header.parents)},
            {u"author"_s, header.author},
            {u"created_utc_ms"_s, header.created.value},
            {u"message"_s, header.message},
            {u"content_sha256"_s, header.contentSha256},
            {u"tombstone"_s, header.isTombstone()},
            {u"erased"_s, revision.contentErased}};
}

QJsonArray toJson(const Problems &problems)
{
    QJsonArray out;
    for (const Problem &problem : problems) {
        QJsonObject json{{u"path"_s, problem.path},
                         {u"severity"_s, problem.severity == Problem::Severity::Error ? u"error"_s : u"warning"_s},
                         {u"code"_s, problem.error.codeName()},
                         {u"args"_s, QJsonArray::fromStringList(problem.error.args)}};
        if (!problem.node.isEmpty()) json.insert(u"node"_s, problem.node);
        out.append(json);
    }
    return out;
}

std::optional<ApiAnswer> refusedShape(const ApiRequest &request, const KindInfo &kind, const QJsonObject &content)
{
    const Problems problems = checkFields(kind.fields, content, UnknownFields::Refuse);
    if (!hasErrors(problems)) return std::nullopt;
    return refusal(request, Error(Error::Code::DocumentInvalid, {kind.name, QString::number(problems.size())}), problems);
}

Result<DocumentRow> livingDocument(ApiRequest &request, const KindInfo &kind, DocumentId id)
{
    auto row = request.store().documents().find(id);
    if (!row) return row.error();
    if (row->kind != kind.name || row->deleted || row->heads.isEmpty()) return Error(Error::Code::NotFound, {kind.name, id.text()});
    return row;
}

Result<ApiAnswer> documentAnswer(ApiRequest &request, const KindInfo &kind, DocumentId id, int status)
{
    const auto row = livingDocument(request, kind, id);
    if (!row) return row.error();
    ApiAnswer answer;
    answer.status = status;
    answer = std::move(answer).tagged(row->head());
    if (status == 200 && request.ifNoneMatch() == row->head()) return answer; // 304 needs no content
    const auto bytes = request.store().documents().content(row->head());
    if (!bytes) return bytes.error();
    QJsonObject json = toJson(*row);
    QByteArray content = *bytes;
    bool readOnly = row->schema > kind.schema;
    if (row->schema < kind.schema)
        content = QJsonDocument(readContent(kind, row->schema, QJsonDocument::fromJson(content).object()).content).toJson(QJsonDocument::Compact);
    json.insert(u"read_only"_s, readOnly);
    // Stored content is compact JSON already: it is put in as it is instead of being read and written again.
    answer.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    answer.body.chop(1);
    answer.body += ",\"content\":" + content + '}';
    return answer;
}

} // namespace vox
