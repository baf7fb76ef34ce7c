#include "models/documents/document_file.h"
#include "models/base/check_fields.h"
#include "models/base/ids.h"
#include "models/documents/canonical_json.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFileBytes = 16 * 1024 * 1024;

ParsedFile refused(const QString &path, Error::Code code, QStringList args)
{
    return {std::nullopt, {{Problem::Severity::Error, path, Error(code, std::move(args)), {}}}};
}

// Objects in lists keep the id they came with; those written by hand get one.
QJsonObject withIds(const FieldList &fields, QJsonObject object, UtcMs now)
{
    for (const FieldInfo &info : fields) {
        const auto it = object.find(info.key);
        if (it == object.end()) continue;
        if (info.type == FieldType::Object) *it = withIds(info.fields, it->toObject(), now);
        if (info.type != FieldType::ObjectList) continue;
        QJsonArray items = it->toArray();
        for (auto item = items.begin(); item != items.end(); ++item) {
            QJsonObject one = withIds(info.fields, item->toObject(), now);
            if (one.value("id"_L1).toString().isEmpty()) one.insert("id"_L1, DocumentId::make(now).text());
            *item = one;
        }
        *it = items;
    }
    return object;
}

const FieldList &fileFields()
{
    static const FieldList list = [] {
        FieldInfo kind, schema, content;
        kind.key = u"kind"_s;
        kind.required = true;
        schema.key = u"schema"_s;
        schema.type = FieldType::Integer;
        schema.required = true;
        schema.minimum = 1;
        schema.maximum = 1e6;
        content.key = u"content"_s;
        content.type = FieldType::Json;
        content.required = true;
        return FieldList{kind, schema, content};
    }();
    return list;
}

} // namespace

ParsedFile parseDocumentFile(const KindInfo &kind, const QByteArray &bytes, UtcMs now)
{
    if (bytes.size() > maxFileBytes) return refused({}, Error::Code::TooLarge, {kind.name, u"16 MB"_s});
    QJsonParseError parse;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &parse);
    if (!json.isObject()) {
        const TextPosition at = positionOf(bytes, parse.error == QJsonParseError::NoError ? 0 : parse.offset);
        return refused({}, Error::Code::NotJson, {kind.name, u"%1:%2"_s.arg(at.line).arg(at.column)});
    }
    const QJsonObject file = json.object();
    if (Problems found = checkFields(fileFields(), file, UnknownFields::Refuse); hasErrors(found)) return {std::nullopt, found};
    if (const QString name = file.value("kind"_L1).toString(); name != kind.name)
        return refused(u"/kind"_s, Error::Code::BadValue, {u"/kind"_s, name});
    const QJsonValue content = file.value("content"_L1);
    if (!content.isObject()) return refused(u"/content"_s, Error::Code::WrongType, {u"/content"_s, u"object"_s});

    const int schema = file.value("schema"_L1).toInt();
    const ReadContent read = readContent(kind, schema, content.toObject());
    DocumentFile out{kind.name, read.schema, read.content, read.readOnly};
    if (read.readOnly)
        return {out, {{Problem::Severity::Warning, u"/schema"_s,
                       Error(Error::Code::NewerSchema, {kind.name, QString::number(schema)}), {}}}};
    // Shape first: ids may only be given to items that are objects.
    if (Problems found = checkFields(kind.fields, out.content, UnknownFields::Refuse); hasErrors(found))
        return {std::nullopt, found};
    out.content = withIds(kind.fields, out.content, now);
    const Problems found = kind.validate ? kind.validate(out.content) : Problems();
    if (hasErrors(found)) return {std::nullopt, found};
    return {out, found};
}

QByteArray writeDocumentFile(const KindInfo &kind, int schema, const QJsonObject &content)
{
    FieldList order = fileFields();
    order.last().fields = kind.fields;
    return prettyJson(QJsonObject{{u"kind"_s, kind.name}, {u"schema"_s, schema}, {u"content"_s, content}}, order);
}

TextPosition positionOf(const QByteArray &text, qsizetype offset)
{
    offset = qBound(qsizetype(0), offset, text.size());
    const QByteArray before = text.first(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1};
}

} // namespace vox
