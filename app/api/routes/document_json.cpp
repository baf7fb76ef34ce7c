#include "app/api/routes/document_json.h"
#include "app/api/json_text.h"
#include "models/base/check_fields.h"
#include "models/store/store.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

QString pluralOf(const KindInfo &kind) { return kind.name + u's'; }

QByteArray openRow(const DocumentRow &row)
{
    QByteArray out;
    out.reserve(384 + row.name.size());
    out += "{\"id\":\"" + row.id.text().toLatin1() + "\",\"kind\":" + jsonText(row.kind) + ",\"name\":" + jsonText(row.name);
    out += ",\"revision\":" + jsonText(row.head()) + ",\"heads\":[";
    for (qsizetype i = 0; i < row.heads.size(); ++i) out += (i ? "," : "") + jsonText(row.heads[i]);
    out += "],\"schema\":" + QByteArray::number(row.schema) + ",\"changed_utc_ms\":" + QByteArray::number(row.changed.value);
    out += row.deleted ? ",\"deleted\":true" : ",\"deleted\":false";
    return out;
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

namespace {

Result<void> isLiving(const DocumentRow &row, const KindInfo &kind)
{
    if (row.kind != kind.name || row.deleted || row.heads.isEmpty()) return Error(Error::Code::NotFound, {kind.name, row.id.text()});
    return {};
}

} // namespace

Result<DocumentRow> livingDocument(ApiRequest &request, const KindInfo &kind, DocumentId id)
{
    auto row = request.store().documents().find(id);
    if (!row) return row.error();
    if (const auto living = isLiving(*row, kind); !living) return living.error();
    return row;
}

Result<DocumentStore::Open> openDocument(ApiRequest &request, const KindInfo &kind, DocumentId id)
{
    auto open = request.store().documents().open(id);
    if (!open) return open.error();
    if (const auto living = isLiving(open->row, kind); !living) return living.error();
    if (!open->content) return Error(Error::Code::NotFound, {u"revision"_s, open->row.head()});
    return open;
}

Result<ApiAnswer> documentAnswer(ApiRequest &request, const KindInfo &kind, DocumentId id, int status)
{
    auto open = openDocument(request, kind, id);
    if (!open) return open.error();
    return documentAnswer(kind, open->row, *std::move(open->content), status);
}

ApiAnswer documentAnswer(const KindInfo &kind, const DocumentRow &row, QByteArray content, int status)
{
    if (row.schema < kind.schema)
        content = QJsonDocument(readContent(kind, row.schema, QJsonDocument::fromJson(content).object()).content).toJson(QJsonDocument::Compact);
    ApiAnswer answer;
    answer.status = status;
    answer = std::move(answer).tagged(row.head());
    // Stored content is compact JSON already: it is put in as it is instead of being read and written again.
    answer.body = openRow(row);
    answer.body.reserve(answer.body.size() + content.size() + 48);
    answer.body += row.schema > kind.schema ? ",\"read_only\":true,\"content\":" : ",\"read_only\":false,\"content\":";
    answer.body += content;
    answer.body += '}';
    return answer;
}

} // namespace vox
